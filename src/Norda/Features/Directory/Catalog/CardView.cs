using Norda.Data.Search;
using Norda.Features.Directory.Map;

namespace Norda.Features.Directory.Catalog;

/// <summary>A firm in a list of results; Letter ties it to its pin on the map.</summary>
public sealed record CardView(SearchHit Hit, Highlighter Highlighter, char? Letter)
{
    public const int ShownServices = 3;

    /// <summary>The first firms of a page that stand on the map get A, B, C …</summary>
    public static char? LetterOf(int place, SearchHit hit) =>
        place < IndexModel.Pins && BaseMap.Find(hit.Latitude, hit.Longitude, hit.Town) is not null ? (char)('A' + place) : null;
}

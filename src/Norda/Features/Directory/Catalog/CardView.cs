using Norda.Data.Search;
using Norda.Features.Directory.Map;

namespace Norda.Features.Directory.Catalog;

/// <summary>A firm in a list of results; Letter ties it to its pin on the map, KnownTo names people I know who recommend it.</summary>
public sealed record CardView(SearchHit Hit, Highlighter Highlighter, char? Letter, IReadOnlyList<string> KnownTo)
{
    public const int ShownServices = 3;
    public const int ShownPeople = 2;

    /// <summary>The first firms of a page that stand on the map get A, B, C …</summary>
    public static char? LetterOf(int place, SearchHit hit) =>
        place < IndexModel.Pins && BaseMap.Find(hit.Latitude, hit.Longitude, hit.Town) is not null ? (char)('A' + place) : null;
}

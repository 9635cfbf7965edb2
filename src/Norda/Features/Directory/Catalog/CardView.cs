using Norda.Data.Search;

namespace Norda.Features.Directory.Catalog;

/// <summary>A firm in a list of results; Letter ties it to its pin on the map.</summary>
public sealed record CardView(SearchHit Hit, Highlighter Highlighter, char? Letter)
{
    public const int ShownServices = 3;

    /// <summary>The first firms of a page that have a place get A, B, C …</summary>
    public static char? LetterOf(SearchQuestion question, int place, SearchHit hit) =>
        place < IndexModel.Pins && hit.Latitude is not null ? (char)('A' + place) : null;
}

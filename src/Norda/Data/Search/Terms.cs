using Norda.Platform;

namespace Norda.Data.Search;

/// <summary>
/// Terms beside words: a filter is a word in the index. They begin with a zero and a letter, as no word does,
/// so that one index answers words and filters together, however rare or common either is.
/// </summary>
internal static class Terms
{
    /// <summary>Every listed firm has it: it stands for a question without words.</summary>
    public const string Any = "0a";

    public static string NameWord(string folded) => "0n" + folded;

    public static string Filter(FilterGroup group, string slug) => Prefix(group) + slug;

    public static string Town(string town) => Filter(FilterGroup.Town, Slug.From(town));

    /// <summary>A NIP, REGON or KRS.</summary>
    public static string Number(string digits) => "0i" + digits;

    private static string Prefix(FilterGroup group) => group switch
    {
        FilterGroup.Category => "0c",
        FilterGroup.Town => "0t",
        FilterGroup.Service => "0s",
        FilterGroup.Competency => "0k",
        FilterGroup.Certificate => "0z",
        FilterGroup.Quality => "0q",
        FilterGroup.Recommender => "0r",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>A slug from an address bar: letters, digits and dashes, or nothing at all.</summary>
    public static bool IsSlug(string text) => text.Length is > 0 and <= 200 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

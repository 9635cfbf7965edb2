namespace Norda.Platform;

/// <summary>What somebody typed, as beginnings of words: large and small letters and Polish signs make no difference.</summary>
public sealed class SearchWords
{
    private const int Fewest = 2;
    private const int MostWords = 6;
    private const int LongestWord = 40;

    private SearchWords(string typed, IReadOnlyList<string> words) => (Typed, Words) = (typed, words);

    public string Typed { get; }

    /// <summary>Folded.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words as they stand inside of a folded text: each after a space.</summary>
    public IEnumerable<string> Inside => Words.Select(word => " " + word);

    /// <returns>Null where fewer than two letters were typed.</returns>
    public static SearchWords? Of(string? typed)
    {
        var words = Split(Folding.Fold(typed ?? "")).Select(w => w.Length > LongestWord ? w[..LongestWord] : w).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
        return words.Sum(w => w.Length) < Fewest ? null : new SearchWords(typed!.Trim(), words);
    }

    /// <summary>Every word begins one of the text's.</summary>
    public bool Begin(string text)
    {
        var there = Split(Folding.Fold(text));
        return Words.All(word => Array.Exists(there, t => t.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>The text with the beginnings that were typed.</summary>
    public IEnumerable<(string Text, bool IsTyped)> Mark(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || i > 0 && char.IsLetterOrDigit(text[i - 1]))
                continue;
            var length = Words.Where(word => i + word.Length <= text.Length && Folding.Fold(text.Substring(i, word.Length)) == word).Select(w => w.Length).DefaultIfEmpty(0).Max();
            if (length == 0)
                continue;
            if (i > from)
                yield return (text[from..i], false);
            yield return (text.Substring(i, length), true);
            from = i + length;
        }

        if (from < text.Length)
            yield return (text[from..], false);
    }

    private static string[] Split(string folded) => new string([.. folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

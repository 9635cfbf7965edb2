using Norda.Data.Search.Polish;

namespace Norda.Data.Search;

/// <summary>A typed text taken apart: words, "quoted phrases", -minus words, or the number of one firm.</summary>
internal sealed class Question
{
    private const int MostWords = 12;

    public List<string> Words { get; } = [];
    public List<string> Phrases { get; } = [];
    public List<string> Excluded { get; } = [];

    /// <summary>The last word may still be in the typing: it also stands for every word that it begins.</summary>
    public bool LastIsPrefix { get; private set; }

    /// <summary>The digits of a NIP, REGON or KRS when the text is nothing else.</summary>
    public string? Identifier { get; private set; }

    public bool HasText => Words.Count > 0 || Phrases.Count > 0 || Excluded.Count > 0;

    public static Question Parse(string? text)
    {
        text ??= "";
        if (text.Length > SearchQuestion.LongestText)
            text = text[..SearchQuestion.LongestText];
        var question = new Question { Identifier = IdentifierOf(text) };
        var parts = text.Split('"', '„', '”', '“', '«', '»');
        for (var i = 0; i < parts.Length; i++)
        {
            // The parts with odd numbers stood between quotes, but for a last one that nobody closed.
            if (i % 2 == 1 && i < parts.Length - 1)
                question.TakePhrase(parts[i]);
            else
                question.TakeWords(parts[i], isLast: i == parts.Length - 1);
        }

        question.DropStopwords();
        return question;
    }

    private void TakePhrase(string part)
    {
        var words = Search.Words.Of(part).Select(w => w.Folded).Take(MostWords).ToList();
        if (words.Count == 0)
            return;
        Words.AddRange(words.Where(w => !Search.Words.IsStopword(w))); // the index has no stopwords; the phrase itself has them
        Phrases.Add($" {string.Join(' ', words)} ");
    }

    private void TakeWords(string part, bool isLast)
    {
        foreach (var token in part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var target = token.Length > 1 && token[0] == '-' ? Excluded : Words;
            target.AddRange(Search.Words.Of(token).Select(w => w.Folded).Take(MostWords - Math.Min(MostWords, target.Count)));
            LastIsPrefix = isLast && target == Words;
        }
    }

    private void DropStopwords()
    {
        // A whole question may be made of such words; a phrase is meant to the letter.
        if (Phrases.Count == 0 && Words.Exists(w => !Search.Words.IsAskword(w)))
            Words.RemoveAll(Search.Words.IsAskword);
    }

    private static string? IdentifierOf(string text)
    {
        var compact = text.Trim().ToUpperInvariant();
        foreach (var label in (string[])["NIP", "REGON", "KRS", "PL"])
            if (compact.StartsWith(label, StringComparison.Ordinal))
                compact = compact[label.Length..].TrimStart(':', ' ');
        compact = compact.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return compact.Length is 9 or 10 or 14 && compact.All(char.IsAsciiDigit) ? compact : null;
    }

    /// <summary>The words as the index knows them.</summary>
    public IReadOnlyList<TermGroup> Groups(Stemmer stemmer) =>
        [.. Words.Distinct(StringComparer.Ordinal).Select(word => new TermGroup(word, stemmer.Roots(word), LastIsPrefix && word == Words[^1] && word.Length > 1))];
}

/// <summary>One word of a question: any of its roots, or, while it is being typed, any term that begins with it.</summary>
internal sealed record TermGroup(string Word, string[] Roots, bool IsPrefix);

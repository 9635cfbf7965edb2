using Norda.Data.Search.Polish;

namespace Norda.Data.Search;

/// <summary>Part of a text, marked when it is one of the words that were asked for.</summary>
public readonly record struct TextPart(string Text, bool Marked);

/// <summary>Finds in texts the words that were asked for, in any of their forms.</summary>
public sealed class Highlighter
{
    private readonly Stemmer stemmer;
    private readonly HashSet<string> roots;
    private readonly string? prefix;

    internal Highlighter(Stemmer stemmer, IReadOnlyList<TermGroup> groups)
    {
        this.stemmer = stemmer;
        roots = [.. groups.SelectMany(g => g.Roots)];
        prefix = groups.FirstOrDefault(g => g.IsPrefix)?.Word;
    }

    internal static Highlighter For(Stemmer stemmer, IEnumerable<string> words) =>
        new(stemmer, [.. words.SelectMany(Words.Of).Select(word => new TermGroup(word.Folded, stemmer.Roots(word.Folded), IsPrefix: false))]);

    public bool IsEmpty => roots.Count == 0;

    public bool Matches(string? text) => !IsEmpty && Words.Of(text).Any(Matches);

    /// <summary>How many different words of the question the text has.</summary>
    internal int CountMatches(string? text, IReadOnlyList<TermGroup> groups) => groups.Count(group =>
        Words.Of(text).Any(word => stemmer.Roots(word.Folded).Any(group.Roots.Contains) || (group.IsPrefix && word.Folded.StartsWith(group.Word, StringComparison.Ordinal))));

    public IReadOnlyList<TextPart> Mark(string text)
    {
        if (IsEmpty)
            return [new TextPart(text, false)];
        var parts = new List<TextPart>();
        var at = 0;
        foreach (var word in Words.Of(text).Where(Matches))
        {
            if (word.Start > at)
                parts.Add(new TextPart(text[at..word.Start], false));
            parts.Add(new TextPart(text[word.Start..word.End], true));
            at = word.End;
        }

        if (at < text.Length)
            parts.Add(new TextPart(text[at..], false));
        return parts;
    }

    private bool Matches(Word word) =>
        stemmer.Roots(word.Folded).Any(roots.Contains) || (prefix is not null && word.Folded.StartsWith(prefix, StringComparison.Ordinal));
}

using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Forum.Writing;

/// <summary>Who is called by name in a text: "@Anna" or "@Anna Nowak", in any case and with or without Polish letters.</summary>
public static class Mentions
{
    private const int MostNames = 20;
    private const int WordsOfName = 4;
    private static readonly char[] BetweenWords = [' ', '\n', '\r', ',', '.', ':', ';', '!', '?'];

    public static bool Names(string text, string person)
    {
        var (folded, whole) = (Folding.Fold(text.Replace(PolishText.NoBreakSpace, ' ')), Folding.Fold(person));
        return Calls(folded, whole) || whole.Split(' ')[0] is { Length: > 1 } first && Calls(folded, first);
    }

    /// <summary>What may be a whole name after each @ that no letter touches, of two to four words, folded as <see cref="SearchText.Folded"/> does.</summary>
    public static IReadOnlyList<string> WholeNames(string text)
    {
        var pieces = SearchText.Fold(text.Replace(PolishText.NoBreakSpace, ' '))!.Split('@');
        var called = pieces.Zip(pieces.Skip(1)).Where(p => p.First.Length == 0 || !char.IsLetterOrDigit(p.First[^1])).Take(MostNames).Select(p => p.Second.Split(BetweenWords, WordsOfName + 1, StringSplitOptions.RemoveEmptyEntries));
        return [.. called.SelectMany(words => Enumerable.Range(2, WordsOfName - 1).Where(count => count <= words.Length).Select(count => string.Join(' ', words[..count]))).Distinct()];
    }

    /// <summary>The whole word: @Anna is not @Annabella, and anna@firma.example calls nobody.</summary>
    private static bool Calls(string text, string name)
    {
        for (var at = text.IndexOf("@" + name, StringComparison.Ordinal); at >= 0; at = text.IndexOf("@" + name, at + 1, StringComparison.Ordinal))
        {
            var end = at + 1 + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }
}

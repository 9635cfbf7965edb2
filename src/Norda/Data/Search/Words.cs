using System.Globalization;
using Norda.Platform;

namespace Norda.Data.Search;

/// <summary>A word of a text: where it stands and its folded form.</summary>
public readonly record struct Word(int Start, int Length, string Folded)
{
    public int End => Start + Length;
}

public static class Words
{
    /// <summary>Longer runs of letters are no words; they are cut so that no text can swell the index.</summary>
    public const int LongestWord = 40;

    private static readonly HashSet<string> Stopwords = new(
        "a aby ale albo az bez bo by byc co czy dla do gdy go i ich ile im inne inny ja jak jako jest jestesmy jej jego juz kto ktora ktore ktory ku lub ma mam mamy mi moze my na nad nam nami nas nasz nasza nasze naszych nie niz o od on ona oni oraz po pod przed przez przy sa sie tak takie takze tam te tego tej ten to tu ty u w we wasz wiec wszystko z za ze"
            .Split(' '), StringComparer.Ordinal);

    /// <summary>Words with which people ask: "szukam firmy, która zrobi…". They say nothing of the firm.</summary>
    private static readonly HashSet<string> Askwords = new(
        "dobra dobry firma firme firmy firmie gdzie jaka jaki jakie kogo komu ktos kupic kupie naprawi podaj polec polecacie potrzebna potrzebne potrzebny potrzebuje poszukuje szukam szukamy wykona wykonac znajde znajdz zrobi zrobic zrobienie"
            .Split(' '), StringComparer.Ordinal);

    public static bool IsAskword(string folded) => Askwords.Contains(folded) || IsStopword(folded);

    public static bool IsStopword(string folded) => Stopwords.Contains(folded);

    /// <summary>Runs of letters and digits, in order.</summary>
    public static IEnumerable<Word> Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            yield break;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordChar(text, i))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWordChar(text, i))
                i++;
            var folded = Ascii(Folding.Fold(text[start..Math.Min(i, start + LongestWord)]));
            if (folded.Length > 0)
                yield return new Word(start, i - start, folded);
        }
    }

    /// <summary>The text as its folded words between single spaces, with a space at each end: phrases are looked for in it.</summary>
    public static string Phrase(string? text) => $" {string.Join(' ', Of(text).Select(word => word.Folded))} ";

    private static bool IsWordChar(string text, int at) =>
        char.IsLetterOrDigit(text, at) || CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.NonSpacingMark;

    /// <summary>Terms go into query languages of databases: they are made of a-z, 0-9 and other letters only.</summary>
    private static string Ascii(string folded) => folded.All(char.IsLetterOrDigit) ? folded : string.Concat(folded.Where(char.IsLetterOrDigit));
}

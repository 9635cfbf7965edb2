using System.Globalization;
using System.Text;

namespace Norda.Platform;

/// <summary>
/// The form in which texts are compared: lower case, no diacritics, ł = l. The pl-PL culture does not do it
/// (it tells ł from l), so both databases get the folded text from here.
/// </summary>
public static class Folding
{
    private const int TableSize = 'ſ' + 1;

    /// <summary>What becomes of each sign of the Latin alphabets, where it becomes one sign: nearly every text is made of these.</summary>
    private static readonly char[] Table = [.. Enumerable.Range(0, TableSize).Select(sign => FoldAny(((char)sign).ToString()) is [var one] ? one : '\0')];

    public static string Fold(string text)
    {
        foreach (var sign in text)
            if (sign >= TableSize || Table[sign] == '\0')
                return FoldAny(text);
        return string.Create(text.Length, text, (folded, typed) =>
        {
            for (var i = 0; i < folded.Length; i++)
                folded[i] = Table[typed[i]];
        });
    }

    /// <summary>The rule itself, for signs of any script. None of the table's signs changes beside another one.</summary>
    internal static string FoldAny(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Sound(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                continue;
            switch (rune.Value)
            {
                case 'ł' or 'Ł': folded.Append('l'); break;
                case 'ø' or 'Ø': folded.Append('o'); break;
                case 'ß': folded.Append("ss"); break;
                default: folded.Append(Rune.ToLowerInvariant(rune)); break;
            }
        }

        return folded.ToString();
    }

    /// <summary>Half a sign and U+FFFE, which no normalization takes, become U+FFFD.</summary>
    private static string Sound(string text) => text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && !text.Contains('\ufffe', StringComparison.Ordinal)
        ? text : string.Concat(text.EnumerateRunes().Select(r => r.Value == '\ufffe' ? Rune.ReplacementChar : r));
}

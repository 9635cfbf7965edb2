using System.Globalization;
using System.Text;

namespace Norda.Platform;

/// <summary>
/// The form in which texts are compared: lower case, no diacritics, ł = l. The pl-PL culture does not do it
/// (it tells ł from l), so both databases get the folded text from here.
/// </summary>
public static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
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
}

using System.Globalization;
using System.Text;

namespace Norda.Features.Directory.Import;

/// <summary>Makes texts of spreadsheets fit to be stored and shown: composed letters, plain spaces, nothing invisible.</summary>
internal static class CellText
{
    /// <summary>Keeps line breaks; takes out control characters, direction marks and halves of characters.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '\u00AC') || text.Contains('\u00A0', StringComparison.Ordinal))
            text = Tidy(text);
        return text.Trim();
    }

    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Tidy(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r')
                kept.Append('\n');
            else if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate))
                kept.Append(rune);
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace Norda.Features.Directory.Import;

/// <summary>Makes texts of spreadsheets fit to be stored and shown: composed letters, plain spaces, nothing invisible.</summary>
internal static class CellText
{
    /// <summary>What nearly every cell is made of: signs that are composed, visible and their own. A text of these alone is tidy.</summary>
    private static readonly SearchValues<char> TidySigns = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range('À', 'ſ' - 'À' + 1)).Select(c => (char)c), .. "\n–—„”“’…«»§°²³€"]);

    /// <summary>Keeps line breaks; takes out control characters, direction marks and halves of characters.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(TidySigns))
            text = Tidy(text);
        return text.Trim();
    }

    public static string OneLine(string text)
    {
        text = Clean(text);
        return text.Contains('\n', StringComparison.Ordinal) || text.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : text;
    }

    internal static string Tidy(string text)
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

using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Fees.Statements.Reading;

/// <summary>Days, amounts and accounts as banks write them.</summary>
internal static class BankText
{
    private const decimal Most = 999_999_999_999m;

    private static readonly string[] Days = ["yyyy-MM-dd", "dd-MM-yyyy", "dd.MM.yyyy", "d.M.yyyy", "yyyy.MM.dd", "dd/MM/yyyy", "yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "dd.MM.yyyy HH:mm", "dd-MM-yyyy HH:mm"];

    public static DateOnly? Day(string? text) =>
        DateTime.TryParseExact(text?.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day) : null;

    /// <summary>"1 234,50", "-10,50 PLN", "1.234,50", "+200.00", "'100,00'".</summary>
    public static decimal? Amount(string? text)
    {
        var kept = string.Concat((text ?? "").Where(c => char.IsAsciiDigit(c) || c is ',' or '.' or '-' or '+' or '−')).Replace('−', '-');
        var comma = Math.Max(kept.LastIndexOf(','), kept.LastIndexOf('.'));
        var digits = comma >= 0 && kept.Length - comma <= 3
            ? string.Concat(kept[..comma].Where(c => c is not (',' or '.'))) + "." + kept[(comma + 1)..]
            : string.Concat(kept.Where(c => c is not (',' or '.')));
        return digits.Length is > 0 and <= 20 && decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) <= Most ? amount : null;
    }

    /// <summary>26 digits of a Polish account without its country, else letters and digits of what is there; null for nothing.</summary>
    public static string? Account(string? text)
    {
        var kept = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (kept.Length == 28 && kept.StartsWith("PL", StringComparison.Ordinal))
            kept = kept[2..];
        return kept.Length is >= 8 and <= BankStatementMap.LongestAccount && kept.Any(char.IsAsciiDigit) && kept.AsSpan().ContainsAnyExcept('0') ? kept : null;
    }

    /// <summary>One line without fillers of empty subfields (0xFF, whatever it became) and doubled spaces, cut to what is kept.</summary>
    public static string? Line(string? text, int most)
    {
        var line = PlainText.Line(string.Join(' ', (text ?? "").Split((char[])[' ', '\n', '\r', '\t', '\u00A0', 'ÿ', '˙'], StringSplitOptions.RemoveEmptyEntries)));
        return line is null || line.Length <= most ? line : Cut(line, most);
    }

    /// <summary>A name keeps its double spaces: behind them the address begins.</summary>
    public static string? Name(string? text)
    {
        var line = PlainText.Line((text ?? "").Replace('\n', ' ').Replace("ÿ", "", StringComparison.Ordinal).Replace("˙", "", StringComparison.Ordinal).Replace('\u00A0', ' '));
        return line is null || line.Length <= BankStatementMap.LongestName ? line : Cut(line, BankStatementMap.LongestName);
    }

    private static string Cut(string line, int most) => line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)];

    public static BrokenStatementException Broken(int line) => new(new("Nie rozumiemy wiersza {0}. Popraw plik albo pobierz go z banku jeszcze raz.", line));
}

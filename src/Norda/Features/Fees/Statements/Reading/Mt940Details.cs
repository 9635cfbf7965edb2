using System.Text;
using System.Text.RegularExpressions;

namespace Norda.Features.Fees.Statements.Reading;

/// <summary>
/// Field 86: what it was for and who paid. Numbered subfields behind "~" (PKO, ING), "&lt;" or "^" (Santander), "?" or "+" (others), or
/// words with colons (mBank: "ID IPH", "Z RACH.", "OD", "TYT.", "TNR").
/// </summary>
internal sealed partial record Mt940Details
{
    /// <summary>Length of a full chunk: what goes on in the next one goes on without a space.</summary>
    private const int Chunk = 27;

    public string? Name { get; private init; }
    public string? Account { get; private init; }
    public string? Title { get; private init; }
    public string? Reference { get; private init; }
    public string? VirtualAccount { get; private init; }

    public static Mt940Details Of(string text)
    {
        if (SubfieldStart().Match(text) is { Success: true } start)
            return OfSubfields(text, start.Groups[1].ValueSpan[0]);
        var joined = text.Replace("\n", "", StringComparison.Ordinal);
        return Labels().Count(joined) > 0 ? OfLabels(joined) : new() { Title = BankText.Line(text, BankStatementMap.LongestTitle), VirtualAccount = Collect(joined) };
    }

    private static Mt940Details OfSubfields(string text, char sign)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Replace("\n", "", StringComparison.Ordinal).Split(sign).Skip(1))
            if (part.Length >= 2 && char.IsAsciiDigit(part[0]) && char.IsAsciiDigit(part[1]))
                fields[part[..2]] = fields.GetValueOrDefault(part[..2]) + part[2..];
        var title = Joined(fields, "20", "21", "22", "23", "24", "25");
        var name = Joined(fields, "32", "33") is { Length: > 0 } usual ? usual : Joined(fields, "27", "28", "29");
        return new()
        {
            Title = BankText.Line(title, BankStatementMap.LongestTitle), Name = BankText.Name(name), VirtualAccount = Collect(title),
            Account = BankText.Account(fields.GetValueOrDefault("38")) ?? AccountOf(fields.GetValueOrDefault("30"), fields.GetValueOrDefault("31")),
        };
    }

    /// <summary>Some banks write the whole account in 31, some its bank in 30 and the rest in 31.</summary>
    private static string? AccountOf(string? bank, string? account) =>
        BankText.Account(account) is not { } whole ? null : whole.Length < 24 && BankText.Account(bank) is { } front ? front + whole : whole;

    private static string Joined(Dictionary<string, string> fields, params ReadOnlySpan<string> numbers)
    {
        var text = new StringBuilder();
        var last = Chunk;
        foreach (var number in numbers)
        {
            if (!fields.TryGetValue(number, out var value) || value.Trim('ÿ', '˙', ' ', '\u00A0') is not { Length: > 0 })
                continue;
            if (text.Length > 0 && last < Chunk)
                text.Append(' ');
            text.Append(value);
            last = value.Length;
        }

        return text.ToString();
    }

    private static Mt940Details OfLabels(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var found = Labels().Matches(text);
        for (var i = 0; i < found.Count; i++)
        {
            var end = i + 1 < found.Count ? found[i + 1].Index : text.Length;
            values.TryAdd(found[i].Groups[1].Value.TrimEnd('.'), text[(found[i].Index + found[i].Length)..end].Trim(' ', ';'));
        }

        return new()
        {
            Title = BankText.Line(values.GetValueOrDefault("tyt"), BankStatementMap.LongestTitle), Name = BankText.Name(values.GetValueOrDefault("od")), Account = BankText.Account(values.GetValueOrDefault("z rach")),
            Reference = BankText.Line(values.GetValueOrDefault("tnr")?.Replace(" ", "", StringComparison.Ordinal), BankStatementMap.LongestReference), VirtualAccount = Collect(text),
        };
    }

    private static string? Collect(string text) => CollectId().Match(text) is { Success: true } found ? found.Groups[1].Value.ToUpperInvariant() : null;

    [GeneratedRegex(@"^\s*(?:[0-9]{3,4})?\s*([~<^?+])[0-9]{2}")]
    private static partial Regex SubfieldStart();

    [GeneratedRegex(@"(?<=^|;|\s)(ID IPH|Z RACH\.|NA RACH\.|OD|DLA|TYT\.|TNR)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Labels();

    [GeneratedRegex(@"ID IPH:?\s*([A-Z]{2}[0-9]{8,14})", RegexOptions.IgnoreCase)]
    private static partial Regex CollectId();
}

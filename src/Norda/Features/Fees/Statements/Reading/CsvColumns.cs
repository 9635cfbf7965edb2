using System.Globalization;

namespace Norda.Features.Fees.Statements.Reading;

/// <summary>In which column of a table what stands; below zero is nowhere.</summary>
public sealed record CsvColumns(int Date, int Amount, int Title, int Name = -1, int Account = -1, int Currency = -1, int Reference = -1)
{
    public const int Most = 60;

    private IReadOnlyList<(string Key, int Column)> All => [("date", Date), ("amount", Amount), ("title", Title), ("name", Name), ("account", Account), ("currency", Currency), ("reference", Reference)];

    public override string ToString() => string.Join(' ', All.Where(c => c.Column >= 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}={c.Column}")));

    /// <summary>Null for what <see cref="ToString"/> never wrote.</summary>
    public static CsvColumns? Parse(string text)
    {
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=') is [var key, var value] && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var column) && column < Most)
                parts[key] = column;
        return parts.TryGetValue("date", out var date) && parts.TryGetValue("amount", out var amount) && parts.TryGetValue("title", out var title)
            ? new(date, amount, title, parts.GetValueOrDefault("name", -1), parts.GetValueOrDefault("account", -1), parts.GetValueOrDefault("currency", -1), parts.GetValueOrDefault("reference", -1))
            : null;
    }
}

/// <summary>A table of a bank that is not known: its headings, some rows to look at, and what the columns may mean.</summary>
public sealed record UnknownTable(string Fingerprint, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Sample, CsvColumns Guess);

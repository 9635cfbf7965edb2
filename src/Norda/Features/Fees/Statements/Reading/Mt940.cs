using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Norda.Features.Fees.Statements.Reading;

/// <summary>SWIFT MT940 as Polish banks write it: fields ":61:" with ":86:" behind them, between balances ":60F:" and ":62F:".</summary>
internal static partial class Mt940
{
    private const int LongestField = 16 * 1024;

    public static bool Looks(string start) => start.Contains(":20:", StringComparison.Ordinal) && (start.Contains(":60", StringComparison.Ordinal) || start.Contains(":25:", StringComparison.Ordinal));

    /// <exception cref="BrokenStatementException">A line cannot be understood, or balances do not fit.</exception>
    public static IEnumerable<BankLine> Read(TextReader text, StatementFacts facts)
    {
        Movement? open = null;
        foreach (var field in Fields(text))
        {
            switch (field.Tag)
            {
                case "86" when open is { } movement:
                    open = null;
                    yield return facts.Take(movement.With(Mt940Details.Of(field.Text)));
                    continue;
                case "86":
                    continue; // of the statement as a whole
            }

            if (open is { } bare)
                yield return facts.Take(bare.With(new()));
            open = field.Tag == "61" ? Movement.Of(field, facts) : null;
            Note(field, facts);
        }

        if (open is { } last)
            yield return facts.Take(last.With(new()));
    }

    private static void Note(Field field, StatementFacts facts)
    {
        switch (field.Tag)
        {
            case "25":
                facts.Account = BankText.Account(field.Text[(field.Text.LastIndexOf('/') + 1)..]) ?? facts.Account;
                break;
            case "60F" or "60M":
                (var before, facts.Currency) = Balance(field);
                facts.Open(before);
                break;
            case "62F" or "62M":
                facts.Close(Balance(field).Amount, field.Line);
                break;
        }
    }

    private static (decimal Amount, string Currency) Balance(Field field)
    {
        if (BalancePattern().Match(field.Text) is not { Success: true } found || Number(found.Groups["amount"].Value) is not { } amount)
            throw BankText.Broken(field.Line);
        return (found.Groups["mark"].Value == "D" ? -amount : amount, found.Groups["currency"].Value);
    }

    private static decimal? Number(string text) => text.Length <= 16 && decimal.TryParse(text.Replace(',', '.').TrimEnd('.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static IEnumerable<Field> Fields(TextReader text)
    {
        var (tag, start, number, content) = ("", 0, 0, new StringBuilder());
        while (text.ReadLine() is { } raw)
        {
            number++;
            var line = raw.TrimStart('\u0001', '\uFEFF').TrimEnd('\u0003');
            if (line.LastIndexOf("{4:", StringComparison.Ordinal) is >= 0 and var block && line.StartsWith('{'))
                line = line[(block + 3)..];
            if (TagPattern().Match(line) is { Success: true } found)
            {
                if (tag.Length > 0)
                    yield return new(tag, content.ToString(), start);
                (tag, start) = (found.Groups[1].Value, number);
                content.Clear().Append(line, found.Length, line.Length - found.Length);
            }
            else if (tag.Length > 0 && line.Trim() is not ("-" or "-}" or "") && content.Length < LongestField)
            {
                content.Append('\n').Append(line);
            }
        }

        if (tag.Length > 0)
            yield return new(tag, content.ToString(), start);
    }

    private sealed record Field(string Tag, string Text, int Line);

    private sealed record Movement(DateOnly BookedOn, decimal Amount, string Currency, string? Reference, bool IsReversal)
    {
        public static Movement Of(Field field, StatementFacts facts)
        {
            if (MovementPattern().Match(field.Text) is not { Success: true } found || Number(found.Groups["amount"].Value) is not { } amount
                || !DateOnly.TryParseExact(found.Groups["day"].Value, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
                throw BankText.Broken(field.Line);
            var mark = found.Groups["mark"].Value;
            var reference = BankText.Line(found.Groups["bank"].Value, BankStatementMap.LongestReference);
            return new(Booked(value, found.Groups["booked"].Value), mark is "C" or "RD" ? amount : -amount, facts.Currency, IsNothing(reference) ? null : reference, mark == "RC");
        }

        public BankLine With(Mt940Details details) => new(BookedOn, Amount, Currency)
        {
            IsReversal = IsReversal, Reference = details.Reference ?? Reference, PayerName = details.Name, PayerAccount = details.Account, Title = details.Title, VirtualAccount = details.VirtualAccount,
        };

        /// <summary>The day of booking stands without its year: the nearest one is meant.</summary>
        private static DateOnly Booked(DateOnly value, string monthAndDay)
        {
            if (monthAndDay.Length == 0 || !DateOnly.TryParseExact($"{value.Year:0000}{monthAndDay}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var booked))
                return value;
            var days = booked.DayNumber - value.DayNumber;
            return days > 183 ? booked.AddYears(-1) : days < -183 ? booked.AddYears(1) : booked;
        }

        private static bool IsNothing(string? reference) => reference is null || reference.StartsWith("NONREF", StringComparison.OrdinalIgnoreCase) || !reference.Any(char.IsAsciiLetterOrDigit);
    }

    [GeneratedRegex(@"^:([0-9]{2}[A-Z]?):")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"^(?<mark>[CD])(?<day>[0-9]{6})(?<currency>[A-Z]{3})(?<amount>[0-9]+,[0-9]{0,2})")]
    private static partial Regex BalancePattern();

    [GeneratedRegex(@"^(?<day>[0-9]{6})(?<booked>[0-9]{4})?(?<mark>R?[CD])[A-Z]?(?<amount>[0-9]+,[0-9]{0,2})(?:[A-Z][A-Z0-9]{3})?[^\n]*?(?://(?<bank>[^\n]*))?(?:\n|$)")]
    private static partial Regex MovementPattern();
}

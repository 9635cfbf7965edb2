using System.Globalization;
using System.Text.RegularExpressions;

namespace Norda.Features.Fees.Arithmetic;

/// <summary>One part of the year and the last day to pay for it; 31 is the last day of any month.</summary>
public sealed record Instalment(int FirstMonth, int LastMonth, int DueMonth, int DueDay)
{
    public DateOnly Due(int year) => WorkingDays.OnOrAfter(new DateOnly(year, DueMonth, Math.Min(DueDay, DateTime.DaysInMonth(year, DueMonth))));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(FirstMonth == LastMonth ? $"{FirstMonth}" : $"{FirstMonth}-{LastMonth}")}@{DueDay:00}.{DueMonth:00}");
}

/// <summary>How a chamber parts the year: "1-6@31.05 7-12@31.12" is two instalments. The parts follow each other and leave no month out.</summary>
public sealed partial class FeeSchedule
{
    private const int Months = 12;
    private const int LastDay = 31;

    public static readonly FeeSchedule Monthly = Regular(1, LastDay);
    public static readonly FeeSchedule Quarterly = Regular(3, LastDay);
    public static readonly FeeSchedule HalfYearly = Regular(6, LastDay);
    public static readonly FeeSchedule Yearly = new([new(1, Months, 3, LastDay)]);

    private FeeSchedule(IReadOnlyList<Instalment> parts) => Parts = parts;

    public IReadOnlyList<Instalment> Parts { get; }

    /// <summary>Parts of equal length, each due on a day of its last month.</summary>
    public static FeeSchedule Regular(int months, int dueDay) =>
        new([.. Enumerable.Range(0, Months / months).Select(i => new Instalment((i * months) + 1, (i + 1) * months, (i + 1) * months, dueDay))]);

    public Instalment Of(int month) => Parts.First(p => p.LastMonth >= month);

    public override string ToString() => string.Join(' ', Parts);

    /// <summary>Null when months are missing or twice there, or a day does not exist. Nothing at all is every month by its last day.</summary>
    public static FeeSchedule? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Monthly;
        var (parts, next) = (new List<Instalment>(), 1);
        foreach (var word in text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Read(word) is not { } part || part.FirstMonth != next || part.LastMonth < next)
                return null;
            parts.Add(part);
            next = part.LastMonth + 1;
        }

        return next == Months + 1 ? new FeeSchedule(parts) : null;
    }

    private static Instalment? Read(string word)
    {
        if (Shape().Match(word) is not { Success: true } match)
            return null;
        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var (first, day, month) = (Number("first"), Number("day"), Number("month"));
        var last = match.Groups["last"].Success ? Number("last") : first;
        return last is >= 1 and <= Months && month is >= 1 and <= Months && day >= 1 && (day <= DateTime.DaysInMonth(2024, month) || day == LastDay) ? new Instalment(first, last, month, day) : null;
    }

    [GeneratedRegex("^(?<first>[0-9]{1,2})(?:-(?<last>[0-9]{1,2}))?@(?<day>[0-9]{1,2})[.](?<month>[0-9]{1,2})$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}

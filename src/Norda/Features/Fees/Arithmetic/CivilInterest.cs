namespace Norda.Features.Fees.Arithmetic;

/// <summary>A rate of interest and the day from which it holds.</summary>
public sealed record InterestStep(DateOnly From, decimal Percent, string? Announcement);

/// <summary>Interest for delay (art. 481 KC): simple, by days, from the day after the term; a year has 365 days.</summary>
public static class CivilInterest
{
    private const decimal YearOfPercents = 36_500m;

    /// <summary>As announced, until the office enters newer ones.</summary>
    public static readonly IReadOnlyList<InterestStep> Announced =
    [
        new(new(2022, 9, 8), 12.25m, null), new(new(2023, 9, 7), 11.50m, null), new(new(2023, 10, 5), 11.25m, null), new(new(2025, 5, 8), 10.75m, null), new(new(2025, 7, 3), 10.50m, null),
        new(new(2025, 9, 4), 10.25m, null), new(new(2025, 10, 9), 10.00m, null), new(new(2025, 11, 6), 9.75m, null), new(new(2025, 12, 4), 9.50m, null), new(new(2026, 3, 5), 9.25m, null),
    ];

    /// <summary>The announced ones, with those of the office over and beside them.</summary>
    public static IReadOnlyList<InterestStep> With(IEnumerable<InterestStep> entered)
    {
        var byDay = Announced.ToDictionary(s => s.From);
        foreach (var step in entered)
            byDay[step.From] = step;
        return [.. byDay.Values.OrderBy(s => s.From)];
    }

    /// <param name="due">As the resolution names it; a free day moves on.</param>
    /// <param name="until">The day of payment, which still counts.</param>
    public static Interest Of(decimal amount, DateOnly due, DateOnly until, IReadOnlyList<InterestStep> steps)
    {
        var (last, days, sum) = (WorkingDays.OnOrAfter(due), 0, 0m);
        for (var i = 0; i < steps.Count; i++)
        {
            var from = Later(steps[i].From, last.AddDays(1));
            var to = i + 1 < steps.Count && steps[i + 1].From <= until ? steps[i + 1].From.AddDays(-1) : until;
            if (to < from)
                continue;
            days += to.DayNumber - from.DayNumber + 1;
            sum += amount * (to.DayNumber - from.DayNumber + 1) * steps[i].Percent / YearOfPercents;
        }

        return new Interest(last, days, Math.Round(sum, 2, MidpointRounding.AwayFromZero));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>For the effective term: how many days late, and what they cost.</summary>
public sealed record Interest(DateOnly Due, int Days, decimal Amount);

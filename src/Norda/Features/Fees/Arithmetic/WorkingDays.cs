namespace Norda.Features.Fees.Arithmetic;

/// <summary>Polish holidays, and the day on which a term that ends on one of them, or on a Saturday or a Sunday, really ends (art. 115 KC).</summary>
public static class WorkingDays
{
    private const int ChristmasEveIsFreeSince = 2025;
    private const int PentecostAfterEaster = 49;
    private const int CorpusChristiAfterEaster = 60;

    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)];

    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (IsFree(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>For what must not come later than it was meant to.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (IsFree(day))
            day = day.AddDays(-1);
        return day;
    }

    public static bool IsFree(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsHoliday(day);

    public static bool IsHoliday(DateOnly day)
    {
        if (Fixed.Contains((day.Month, day.Day)) || day is { Month: 12, Day: 24 } && day.Year >= ChristmasEveIsFreeSince)
            return true;
        var easter = Easter(day.Year);
        return (day.DayNumber - easter.DayNumber) is 0 or 1 or PentecostAfterEaster or CorpusChristiAfterEaster;
    }

    /// <summary>The Gregorian rule of Meeus, Jones and Butcher, with its letters.</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}

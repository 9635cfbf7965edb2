namespace Norda.Platform;

/// <summary>The chamber lives by the clock of Warsaw; the database keeps UTC.</summary>
public static class Warsaw
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);

    public static DateTime ToWarsaw(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>The instants at which the clock shows this: none in the hour that is left out in March, two in the one that comes twice in October, the earlier first.</summary>
    public static IReadOnlyList<DateTime> Instants(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        if (Zone.IsInvalidTime(shown))
            return [];
        if (Zone.IsAmbiguousTime(shown))
            return [.. Zone.GetAmbiguousTimeOffsets(shown).OrderDescending().Select(offset => DateTime.SpecifyKind(shown - offset, DateTimeKind.Utc))];
        return [TimeZoneInfo.ConvertTimeToUtc(shown, Zone)];
    }

    /// <summary>The same hour a day earlier by the clock, be that day 23, 24 or 25 hours long.</summary>
    public static DateTime DayBefore(this DateTime utc)
    {
        var local = utc.ToWarsaw().AddDays(-1);
        return Instants(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) is [var first, ..] ? first : utc.AddDays(-1);
    }
}

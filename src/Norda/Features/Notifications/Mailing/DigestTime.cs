using Norda.Platform;

namespace Norda.Features.Notifications.Mailing;

/// <summary>
/// When digests close: each morning, and on Monday morning, by the clock of Warsaw. What was told before goes into the one that closed
/// last; who has quiet hours then gets it after them, unchanged. Seven o'clock is there once on every day, also when clocks change.
/// </summary>
public static class DigestTime
{
    public const int Hour = 7;
    private const int DaysOfWeek = 7;

    /// <summary>The last closing at or before the moment, and its day.</summary>
    public static (DateTime Utc, DateOnly Day) LastDaily(DateTime now)
    {
        var local = now.ToWarsaw();
        return At(DateOnly.FromDateTime(local).AddDays(local.Hour >= Hour ? 0 : -1));
    }

    public static (DateTime Utc, DateOnly Day) LastWeekly(DateTime now)
    {
        var (_, day) = LastDaily(now);
        return At(day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)));
    }

    private static (DateTime, DateOnly) At(DateOnly day) => (TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(Hour, 0)), Warsaw.Zone), day);
}

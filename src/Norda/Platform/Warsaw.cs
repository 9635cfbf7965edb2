namespace Norda.Platform;

/// <summary>The chamber lives by the clock of Warsaw; the database keeps UTC.</summary>
public static class Warsaw
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);

    public static DateTime ToWarsaw(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);
}

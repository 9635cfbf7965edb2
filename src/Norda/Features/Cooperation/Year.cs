using Norda.Platform;

namespace Norda.Features.Cooperation;

/// <summary>A calendar year by the clock of Warsaw.</summary>
public sealed record Year(int Number)
{
    public const int First = 2020;

    public DateTime From => Start(Number);
    public DateTime Until => Start(Number + 1);

    /// <summary>The asked year, or this one where nothing sensible is asked.</summary>
    public static Year Of(int? asked, TimeProvider clock) => new(asked is { } year && year >= First && year <= clock.Today().Year ? year : clock.Today().Year);

    /// <summary>1 to 12.</summary>
    public static int Month(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToWarsaw().Month;

    private static DateTime Start(int year) => TimeZoneInfo.ConvertTimeToUtc(new DateTime(year, 1, 1), Warsaw.Zone);
}

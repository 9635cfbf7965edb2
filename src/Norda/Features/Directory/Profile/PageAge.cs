using Norda.Platform;

namespace Norda.Features.Directory.Profile;

/// <summary>
/// When the page of a firm last looked different: with its data, with a release of the app, and with the days
/// on which a certificate nears its end and passes it.
/// </summary>
public sealed class PageAge(TimeProvider clock)
{
    private readonly DateTimeOffset _started = clock.GetUtcNow();

    public DateTimeOffset Of(CompanyView firm)
    {
        var today = clock.Today();
        var day = firm.Certificates.Select(c => Turn(c, today)).Append(new DateOnly(today.Year, 1, 1)).Max();
        var midnight = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Warsaw.Zone), TimeSpan.Zero);
        var written = (firm.UpdatedAt ?? firm.CreatedAt) is { } time ? new DateTimeOffset(time, TimeSpan.Zero) : DateTimeOffset.MinValue;
        var last = new[] { _started, midnight, written }.Max();
        return last.AddTicks(-(last.Ticks % TimeSpan.TicksPerSecond)); // the header knows no parts of seconds
    }

    private static DateOnly Turn(CertificateView certificate, DateOnly today) => certificate.ExpiryDate is not { } end ? DateOnly.MinValue
        : today > end ? end.AddDays(1)
        : certificate.DaysLeft(today) is null ? DateOnly.MinValue
        : today;
}

using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Contributions;

namespace Norda.Features.Events;

/// <summary>How often people of a firm were among others of the chamber in a year, and how often one of them spoke.</summary>
public sealed class EventBenefit(AppDb db) : IYearlyBenefit
{
    public async Task<IReadOnlyList<BenefitLine>> Of(int companyId, DateTime from, DateTime until, CancellationToken cancel)
    {
        var held = db.Set<Event>().Where(e => e.CancelledAt == null && e.StartsAt >= from && e.StartsAt < until);
        var came = held.SelectMany(e => e.Attendees).Where(a => a.Status == AttendeeStatus.Confirmed && a.User.Companies.Any(c => c.CompanyId == companyId && c.Status == CompanyUserStatus.Approved)).Select(a => a.Id);
        var counts = await db.CountTogether([came, held.Where(e => e.SpeakerCompanyId == companyId).Select(e => e.Id)], cancel);
        return [new("Zapisy na wydarzenia izby", counts[0]), new("Wystąpienia na wydarzeniach izby", counts[1])];
    }
}

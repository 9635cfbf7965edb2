using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts.Consents;

namespace Norda.Features.Membership.Joining;

/// <summary>Consents that the representative ticked in the declaration by which the firm was let in. One that the office copied from paper carries them too.</summary>
public sealed class DeclaredConsents : IEarlierConsents
{
    private const string Source = "deklaracja";

    public async Task<IReadOnlyList<EarlierConsent>> Of(AppDb db, int companyId, string email, CancellationToken cancel)
    {
        var declared = await db.Set<Declaration>().Where(d => d.CompanyId == companyId && d.Status == DeclarationStatus.Admitted && d.RepresentativeEmail == email).OrderByDescending(d => d.Id)
            .Select(d => new { d.Newsletter, d.Pictures, d.SubmittedAt }).FirstOrDefaultAsync(cancel);
        return declared is null ? [] : [.. new[] { (ConsentTexts.Newsletter, declared.Newsletter), (ConsentTexts.Pictures, declared.Pictures) }.Where(c => c.Item2).Select(c => new EarlierConsent(c.Item1, declared.SubmittedAt, Source))];
    }
}

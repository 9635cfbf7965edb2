using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Fees.Generation;

/// <summary>A firm that has been let in: its entry fee and the fees of this year up to the end of the month.</summary>
public class ChargeNewMember(AppDb db, Me me, ChargeFirm charge, TimeProvider clock) : IMemberFees
{
    /// <summary>A rate of the firm alone that holds on its first day and speaks of nothing but the entry.</summary>
    public async Task FreeFromEntryFee(int companyId, DateOnly since, int resolutionId, CancellationToken cancel)
    {
        db.Add(new FeeRate
        {
            Scope = FeeScope.Company, TargetId = companyId, CompanyId = companyId, EntryFee = 0, Schedule = FeeSchedule.Monthly.ToString(), ValidFrom = since, ValidUntil = since,
            ResolutionId = resolutionId, CreatedBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancel);
    }

    public async Task<decimal> Charge(int companyId, DateOnly since, CancellationToken cancel)
    {
        var today = clock.Today();
        return since.Year > today.Year ? 0 : (await charge.Run(companyId, new FeeSpan(today.Year, 1, today.Month), changesExisting: false, cancel)).Sum;
    }
}

using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Fees.Payments;

namespace Norda.Features.Fees.Generation;

/// <summary>Charges one firm for what is missing, under the lock of its account: whoever comes second finds nothing to do. Credit is used at once.</summary>
public class ChargeFirm(AppDb db, PlanFees plan, SettleAccount account, TimeProvider clock)
{
    public async Task<(int Created, int Changed, decimal Sum)> Run(int companyId, FeeSpan span, bool changesExisting, CancellationToken cancel)
    {
        await using var transaction = await account.Begin(companyId, cancel);
        var terms = await plan.Terms(span.Year, companyId, cancel);
        var year = terms.Year(companyId, span.Year);
        var missing = year.Missing.Where(span.Holds).ToList();
        var changed = changesExisting
            ? year.Expected.Where(span.Holds).Select(e => FeeDifference.Between(terms.Fees[companyId].First(f => f.FeeMonth == e.FirstMonth), e)).OfType<FeeDifference>().ToList()
            : [];
        if (missing.Count == 0 && changed.Count == 0)
            return (0, 0, 0);
        db.AddRange(missing.Select(Make));
        foreach (var difference in changed)
            Change((await db.FindAsync<Fee>([difference.Fee.Id], cancel))!, difference.Expected);
        await account.Run(companyId, [], cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return (missing.Count, changed.Count, missing.Sum(d => d.Amount - d.Waived));
    }

    private Fee Make(FeeDraft draft) => new()
    {
        CompanyId = draft.CompanyId, FeeYear = draft.Year, FeeMonth = draft.FirstMonth, ThroughMonth = draft.LastMonth, Amount = draft.Amount, EntryAmount = draft.Entry, DueDate = draft.Due,
        Waived = draft.Waived, WaiverReason = draft.Waived > 0 ? draft.Exemption?.Reason : null, WaiverResolutionId = draft.Waived > 0 ? draft.Exemption?.ResolutionId : null,
        RateId = draft.Rate?.Id, Basis = draft.Basis, CreatedAt = clock.GetUtcNow().UtcDateTime,
    };

    private static void Change(Fee fee, FeeDraft expected)
    {
        (fee.Amount, fee.EntryAmount, fee.Basis) = (expected.Amount, expected.Entry, expected.Basis);
        if (expected.Waived > fee.Waived)
            (fee.Waived, fee.WaiverReason, fee.WaiverResolutionId) = (expected.Waived, expected.Exemption?.Reason, expected.Exemption?.ResolutionId);
        fee.Waived = Math.Min(fee.Waived, fee.Amount);
        if (expected.Rate is { } rate)
            (fee.RateId, fee.DueDate) = (rate.Id, expected.Due);
    }
}

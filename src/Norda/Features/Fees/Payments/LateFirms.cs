using Norda.Data;
using Norda.Features.Membership.Register;

namespace Norda.Features.Fees.Payments;

/// <summary>Firms that owed something on a day: what is open today and was due before, and what was settled only after the day.</summary>
public sealed class LateFirms : IMemberDebts
{
    public IQueryable<MemberDebt> On(AppDb db, DateOnly day) => db.Set<Fee>()
        .Where(f => f.CancelledAt == null && f.DueDate < day && f.Amount > f.Waived && (f.Amount - f.Waived - f.AmountPaid > 0 || f.PaymentDate > day))
        .GroupBy(f => f.CompanyId).Select(g => new MemberDebt { CompanyId = g.Key, Due = g.Min(f => f.DueDate) });
}

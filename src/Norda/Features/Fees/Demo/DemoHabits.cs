using Norda.Features.Fees.Payments;
using Norda.Platform;

namespace Norda.Features.Fees.Demo;

/// <summary>How an invented firm pays: most by the month, some by the quarter, a few late, in part, or not lately.</summary>
internal sealed class DemoHabits(int place, int companyId, DateOnly today)
{
    private bool ByQuarter => place % 5 == 2;
    private bool HasNotPaidLately => place % 29 == 3;
    private bool ForgotLast => place % 31 == 8;
    private bool PaidPart => place % 23 == 4;
    private bool PaidThisMonth => place % 7 != 0;

    /// <summary>Payments in order, each with the fees that it settles. The fees learn what they have.</summary>
    public IEnumerable<(FeePayment Payment, List<Fee> Fees)> Pay(List<Fee> fees)
    {
        var open = fees.Where(f => f.Left > 0 && WillPay(f)).ToList();
        foreach (var group in ByQuarter ? open.GroupBy(f => (f.FeeYear, Part: (f.FeeMonth - 1) / 3)).Select(g => g.ToList()) : open.Select(f => new List<Fee> { f }))
        {
            var day = new DateOnly(group[^1].FeeYear, group[^1].FeeMonth, 3 + ((place * 7 + group[^1].FeeMonth * 3) % 17));
            var part = PaidPart && group[^1].FeeYear == today.Year && group[^1].FeeMonth == today.Month - 1;
            var sum = part ? Math.Round(group.Sum(f => f.Left) * 0.6m, 0) : group.Sum(f => f.Left);
            var payment = new FeePayment
            {
                CompanyId = companyId, Amount = sum, PaidOn = day > today ? today : day, Method = place % 19 == 6 ? PaymentMethod.Cash : PaymentMethod.Transfer, Source = PaymentSource.Statement,
                Title = Spoken.In("pl", () => $"Składka {Period.Of(group[0].FeeYear, group[0].FeeMonth, group[^1].ThroughMonth)}"), IdempotencyKey = $"pokaz:{companyId}:{group[0].FeeYear}-{group[0].FeeMonth}", RecordedAt = day.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc),
            };
            foreach (var fee in group)
                (fee.AmountPaid, fee.PaymentDate, fee.PaymentMethod, fee.RecordedAt) = (part ? sum : fee.Amount - fee.Waived, payment.PaidOn, payment.Method, payment.RecordedAt);
            yield return (payment, group);
        }

        foreach (var fee in fees)
            fee.Status = SettleAccount.StatusOf(fee, today);
    }

    public static IEnumerable<PaymentAllocation> Shares(FeePayment payment, List<Fee> fees, DateTime now) =>
        fees.Select(f => new PaymentAllocation { PaymentId = payment.Id, FeeId = f.Id, Amount = f.AmountPaid, CreatedAt = now });

    private bool WillPay(Fee fee)
    {
        var ago = ((today.Year - fee.FeeYear) * 12) + today.Month - fee.FeeMonth;
        return ago switch
        {
            0 => PaidThisMonth && !HasNotPaidLately && !ForgotLast && !PaidPart,
            1 => !HasNotPaidLately && !ForgotLast && !(ByQuarter && PaidPart),
            2 => !HasNotPaidLately,
            _ => true,
        };
    }
}

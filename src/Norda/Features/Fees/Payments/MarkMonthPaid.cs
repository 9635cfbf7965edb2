using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Fees.Payments;

/// <summary>Records for each of the firms a payment of what is open for the month. Firms with nothing open are passed over.</summary>
public class MarkMonthPaid(AppDb db, RecordPayment record, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int MostFirms = 100;

    public async Task<(Outcome Outcome, int Payments)> Run(IReadOnlyCollection<string> slugs, int year, int month, Guid batch, CancellationToken cancel)
    {
        if (slugs.Count is 0 or > MostFirms)
            return (Outcome.Refuse(texts["Zaznacz od jednej do stu firm."]), 0);
        var fees = await db.Set<Fee>().Where(f => slugs.Contains(f.Company.Slug) && f.FeeYear == year && f.FeeMonth <= month && f.ThroughMonth >= month && f.Status != FeeStatus.Paid)
            .Select(f => new { f.Id, f.CompanyId, Left = f.Amount - f.Waived - f.AmountPaid }).ToListAsync(cancel);
        if (fees.Count == 0)
            return (Outcome.Refuse(texts["Żadna z zaznaczonych firm nie ma za ten miesiąc nic do zapłaty."]), 0);
        foreach (var fee in fees)
        {
            var order = new PaymentOrder(fee.CompanyId, fee.Left, clock.Today(), PaymentMethod.Transfer, BatchKey.Of(batch, fee.CompanyId), PaymentSource.Office) { Wishes = [(fee.Id, fee.Left)] };
            if ((await record.Run(order, cancel)).Outcome is { Refused: true } refused)
                return (refused, 0);
        }

        return (Outcome.Done, fees.Count);
    }
}

/// <summary>Takes back what one press recorded, while it is fresh: by the person who pressed.</summary>
public class UndoBatch(AppDb db, Platform.Access.Me me, ReversePayment reverse, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public async Task<(Outcome Outcome, int Payments)> Run(Guid batch, CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime - Fresh;
        var prefix = BatchKey.Prefix(batch);
        var payments = await db.Set<FeePayment>().Where(p => p.IdempotencyKey.StartsWith(prefix) && p.RecordedBy == me.Id && p.RecordedAt > since).Select(p => p.Id).Take(MarkMonthPaid.MostFirms).ToListAsync(cancel);
        var undone = 0;
        foreach (var payment in payments)
            undone += (await reverse.Run(payment, texts["Cofnięte zaraz po zapisaniu"], cancel)).Refused ? 0 : 1;
        return (undone > 0 ? Outcome.Done : Outcome.Refuse(texts["Tej wpłaty nie da się już cofnąć jednym kliknięciem. Otwórz kartę firmy."]), undone);
    }
}

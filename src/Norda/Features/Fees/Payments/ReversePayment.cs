using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Payments;

/// <summary>Takes a payment back: a line beside it in the ledger says why. What it had settled is open again, unless other money waits.</summary>
public class ReversePayment(AppDb db, Me me, SettleAccount account, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int paymentId, string? reason, CancellationToken cancel)
    {
        if (PlainText.Line(reason) is not { Length: > 0 and <= FeeMap.LongestReason } why)
            return Outcome.Refuse(texts["Napisz, dlaczego cofasz wpłatę (do 500 znaków)."], "powod");
        if (await db.Set<FeePayment>().Where(p => p.Id == paymentId).Select(p => (int?)p.CompanyId).SingleOrDefaultAsync(cancel) is not { } company)
            return Outcome.Refuse(texts["Tej wpłaty nie ma."]);
        await using var transaction = await account.Begin(company, cancel);
        if (await db.Set<PaymentReversal>().AnyAsync(r => r.PaymentId == paymentId, cancel))
            return Outcome.Refuse(texts["Ta wpłata jest już cofnięta."]);
        db.Add(new PaymentReversal { PaymentId = paymentId, Reason = why, ReversedBy = me.Id, ReversedAt = clock.GetUtcNow().UtcDateTime });
        await account.Run(company, [], cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

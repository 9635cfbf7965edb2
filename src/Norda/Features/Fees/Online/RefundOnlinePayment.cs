using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Online;

/// <summary>
/// Gives an online payment back. The wish is written first, with a key that stays; the ledger is reversed once the operator has taken it on.
/// An operator that does not answer is asked again by the job.
/// </summary>
public class RefundOnlinePayment(AppDb db, Me me, IPaymentOperator payments, SettleOnlinePayment settle, ReversePayment reverse, IOptions<SiteOptions> site, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, string? reason, CancellationToken cancel)
    {
        if (PlainText.Line(reason) is not { Length: > 0 and <= FeeMap.LongestReason } why)
            return Outcome.Refuse(texts["Napisz, dlaczego zwracasz pieniądze (do 500 znaków)."], "Reason");
        if (await db.Set<OnlinePayment>().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { State: OnlineState.Verified or OnlineState.Refunded } payment)
            return Outcome.Refuse(texts["Tej płatności nie ma albo nie jest jeszcze potwierdzona."]);
        if (payment.State == OnlineState.Refunded || payment.RefundKey is not null)
            return Outcome.Refuse(texts["Zwrot tej płatności jest już zlecony."]);
        (payment.RefundKey, payment.RefundReason, payment.RefundAskedBy, payment.Tries, payment.NextTryAt, payment.LastFault) = (Guid.NewGuid().ToString("N"), why, me.Id, 0, clock.GetUtcNow().UtcDateTime, null);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Zwrot tej płatności jest już zlecony."]);
        }

        return await Send(id, cancel);
    }

    /// <summary>Asks the operator, also for the job; nothing happens when somebody else asks just now.</summary>
    public async Task<Outcome> Send(int id, CancellationToken cancel)
    {
        if (!await settle.Claim(id, OnlineState.Verified, cancel))
            return Outcome.Done;
        var payment = await db.Set<OnlinePayment>().SingleAsync(p => p.Id == id, cancel);
        var answer = await payments.Refund(new(payment.SessionId, payment.OrderId!.Value, payment.Amount, payment.RefundKey!, texts["Zwrot składki"], site.Value.Origin + OnlineNotices.Refund), again: payment.Tries > 1, cancel);
        if (answer.Word == OperatorWord.Done)
            return await TakeBack(payment, cancel);
        payment.LastFault = answer.Text;
        payment.NextTryAt = clock.GetUtcNow().UtcDateTime + SettleOnlinePayment.Wait(payment.Tries);
        if (answer.Word == OperatorWord.Refused)
            (payment.RefundKey, payment.NextTryAt) = (null, null);
        await db.SaveChangesAsync(cancel);
        return answer.Word == OperatorWord.Refused ? Outcome.Refuse(texts["Przelewy24 odmówiło zwrotu: {0}", answer.Text ?? ""]) : Outcome.Done;
    }

    /// <summary>A payment that the office has reversed by hand is only given back.</summary>
    private async Task<Outcome> TakeBack(OnlinePayment payment, CancellationToken cancel)
    {
        if (!await db.Set<PaymentReversal>().AnyAsync(r => r.PaymentId == payment.PaymentId, cancel))
            await reverse.Run(payment.PaymentId!.Value, payment.RefundReason, cancel);
        db.ChangeTracker.Clear();
        var refunded = await db.Set<OnlinePayment>().SingleAsync(p => p.Id == payment.Id, cancel);
        (refunded.State, refunded.RefundedAt, refunded.NextTryAt, refunded.LastFault) = (OnlineState.Refunded, clock.GetUtcNow().UtcDateTime, null, null);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}

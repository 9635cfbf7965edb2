using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Fees.Online;

/// <summary>
/// The operator says that somebody paid. The notice is believed when it is signed and speaks of our session and our amount; even then it only
/// makes us ask. It may come often and at once.
/// </summary>
public class TakePaidNotice(AppDb db, IPaymentOperator payments, SettleOnlinePayment settle, TimeProvider clock, ILogger<TakePaidNotice> log)
{
    public async Task<NoticeAnswer> Run(ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (payments.ReadPaid(body.Span) is not { } notice)
            return NoticeAnswer.Forged;
        if (await db.Set<OnlinePayment>().SingleOrDefaultAsync(p => p.SessionId == notice.SessionId, cancel) is not { } payment)
            return NoticeAnswer.Unknown;
        if (!notice.Is(payment.Amount) || !await Note(payment, notice, cancel))
        {
            log.LogError("A notice of online payment {Id} speaks of order {Order} and {Amount} {Currency}", payment.Id, notice.OrderId, notice.Amount, notice.Currency);
            return NoticeAnswer.Forged;
        }

        await settle.Run(payment.Id, cancel);
        return NoticeAnswer.Taken;
    }

    /// <returns>False when the session is another order's already.</returns>
    public async Task<bool> Note(OnlinePayment payment, PaidNotice notice, CancellationToken cancel)
    {
        if (payment.State is not (OnlineState.Registered or OnlineState.Abandoned))
            return payment.OrderId == notice.OrderId;
        var now = clock.GetUtcNow().UtcDateTime;
        (payment.State, payment.OrderId, payment.PaidAt, payment.Tries, payment.NextTryAt, payment.LastFault) = (OnlineState.Paid, notice.OrderId, payment.PaidAt ?? now, 0, now, null);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await db.Set<OnlinePayment>().AnyAsync(p => p.Id == payment.Id && p.OrderId == notice.OrderId, cancel);
        }

        return true;
    }
}

/// <summary>Forged: not signed, or of another amount. Unknown: not ours.</summary>
public enum NoticeAnswer { Taken, Forged, Unknown }

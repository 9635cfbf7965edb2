using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Fees.Online;

/// <summary>
/// Goes on where an answer failed to come: confirms what was paid, asks after payments of which no notice came, gives back what is to be given
/// back. It bears being run twice and at once.
/// </summary>
public class WorkOnlinePayments(AppDb db, IPaymentOperator payments, SettleOnlinePayment settle, TakePaidNotice notices, RefundOnlinePayment refunds, TimeProvider clock)
{
    private const int Portion = 100;

    /// <summary>The payer's page has closed long before.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public async Task<int> Run(CancellationToken cancel)
    {
        if (!payments.IsOn)
            return 0;
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<OnlinePayment>().Where(p => p.NextTryAt <= now).OrderBy(p => p.NextTryAt).Select(p => new { p.Id, p.State }).Take(Portion).ToListAsync(cancel);
        foreach (var payment in due)
        {
            if (payment.State == OnlineState.Registered)
                await LookUp(payment.Id, cancel);
            if (payment.State == OnlineState.Verified)
                await refunds.Send(payment.Id, cancel);
            else
                await settle.Run(payment.Id, cancel);
        }

        return due.Count;
    }

    /// <summary>The operator is asked what it knows; a day after nobody paid, the payment is over.</summary>
    private async Task LookUp(int id, CancellationToken cancel)
    {
        if (!await settle.Claim(id, OnlineState.Registered, cancel))
            return;
        var payment = await db.Set<OnlinePayment>().SingleAsync(p => p.Id == id, cancel);
        var (answer, paid) = await payments.Find(payment.SessionId, cancel);
        if (paid is not null && paid.SessionId == payment.SessionId && paid.Is(payment.Amount))
        {
            await notices.Note(payment, paid, cancel);
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        payment.NextTryAt = now + SettleOnlinePayment.Wait(payment.Tries + 2);
        if (answer.Word == OperatorWord.Refused && payment.StartedAt < now - Forgotten)
            (payment.State, payment.NextTryAt) = (OnlineState.Abandoned, null);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The notice came just now.
        }
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Platform;

namespace Norda.Features.Fees.Online;

/// <summary>
/// Asks the operator to confirm a payment, and books it then. Each step is noted before the next, so that it may stop anywhere and be
/// done again: the ledger's key is the session's name.
/// </summary>
public class SettleOnlinePayment(AppDb db, IPaymentOperator payments, RecordPayment record, TimeProvider clock, ILogger<SettleOnlinePayment> log)
{
    /// <summary>Longer than a question to the operator takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan GivenUp = TimeSpan.FromDays(3);

    public async Task Run(int id, CancellationToken cancel)
    {
        if (!await Claim(id, OnlineState.Paid, cancel))
            return;
        var payment = await db.Set<OnlinePayment>().SingleAsync(p => p.Id == id, cancel);
        if (payment.VerifiedAt is null && await Verify(payment, cancel) is { Word: not OperatorWord.Done } answer)
        {
            await PutOff(payment, answer.Text, cancel);
            return;
        }

        payment.VerifiedAt ??= clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancel);
        await Book(payment, cancel);
    }

    /// <summary>One asks at a time; who dies over it is followed after the lease.</summary>
    public async Task<bool> Claim(int id, OnlineState state, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.ChangeTracker.Clear();
        return await db.Set<OnlinePayment>().Where(p => p.Id == id && p.State == state && p.NextTryAt <= now)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.NextTryAt, now + Lease).SetProperty(x => x.Tries, x => x.Tries + 1), cancel) == 1;
    }

    public static TimeSpan Wait(int tries) => TimeSpan.FromMinutes(tries switch { <= 1 => 1, 2 => 5, 3 => 15, 4 => 60, _ => 240 });

    /// <summary>A refusal may mean that our first question got through and its answer did not: what the operator knows decides.</summary>
    private async Task<OperatorAnswer> Verify(OnlinePayment payment, CancellationToken cancel)
    {
        var paid = new PaidNotice(payment.SessionId, payment.OrderId!.Value, OperatorSum.Of(payment.Amount), OperatorSum.Of(payment.Amount), OperatorSum.Currency);
        var answer = await payments.Verify(paid, cancel);
        return answer.Word == OperatorWord.Refused && await payments.Find(payment.SessionId, cancel) is { Paid: { IsVerified: true } found } && found == paid with { IsVerified = true }
            ? new(OperatorWord.Done)
            : answer;
    }

    private async Task PutOff(OnlinePayment payment, string? why, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        payment.NextTryAt = now + Wait(payment.Tries);
        payment.LastFault = why;
        if (payment.PaidAt < now - GivenUp)
        {
            (payment.State, payment.NextTryAt) = (OnlineState.Abandoned, null);
            log.LogError("Online payment {Id} was never confirmed: {Reason}", payment.Id, why);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task Book(OnlinePayment payment, CancellationToken cancel)
    {
        var recorded = await record.Run(
            new PaymentOrder(payment.CompanyId, payment.Amount, DateOnly.FromDateTime(payment.PaidAt!.Value.ToWarsaw()), PaymentMethod.Online, payment.LedgerKey, PaymentSource.Online)
            {
                Title = $"Przelewy24, {payment.OrderId}", Reference = payment.OrderId?.ToString(CultureInfo.InvariantCulture), Wishes = WishText.Read(payment.Wishes), TellsFirm = true,
            }, cancel);
        db.ChangeTracker.Clear();
        var booked = await db.Set<OnlinePayment>().SingleAsync(p => p.Id == payment.Id, cancel);
        if (recorded.PaymentId is { } line)
        {
            (booked.State, booked.PaymentId, booked.NextTryAt, booked.Tries, booked.LastFault) = (OnlineState.Verified, line, null, 0, null);
            await db.SaveChangesAsync(cancel);
            return;
        }

        log.LogError("Online payment {Id} is confirmed but cannot be booked: {Reason}", payment.Id, recorded.Outcome.Refusal);
        await PutOff(booked, recorded.Outcome.Refusal, cancel);
    }
}

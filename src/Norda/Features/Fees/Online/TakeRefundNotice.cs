using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Platform;

namespace Norda.Features.Fees.Online;

/// <summary>
/// The operator says what became of a refund. One that it rejected afterwards leaves the money with the chamber, so that it is booked once
/// more: the reversal stays in the ledger as it was.
/// </summary>
public class TakeRefundNotice(AppDb db, IPaymentOperator payments, RecordPayment record, TimeProvider clock, ILogger<TakeRefundNotice> log)
{
    /// <summary>Stands in the row until the office asks for the refund again.</summary>
    public const string Rejected = "Przelewy24 odrzuciło zwrot";

    public async Task<NoticeAnswer> Run(ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (payments.ReadRefund(body.Span) is not { } notice)
            return NoticeAnswer.Forged;
        if (await db.Set<OnlinePayment>().AsNoTracking().SingleOrDefaultAsync(p => p.SessionId == notice.SessionId, cancel) is not { } payment)
            return NoticeAnswer.Unknown;
        if (notice.IsRejected && payment.State == OnlineState.Refunded && payment.RefundKey == notice.Key)
            await BookAgain(payment, cancel);
        return NoticeAnswer.Taken;
    }

    private async Task BookAgain(OnlinePayment payment, CancellationToken cancel)
    {
        log.LogError("The refund of online payment {Id} was rejected", payment.Id);
        var recorded = await record.Run(
            new PaymentOrder(payment.CompanyId, payment.Amount, clock.Today(), PaymentMethod.Online, $"{payment.LedgerKey}:{payment.RefundKey}", PaymentSource.Online) { Title = $"Przelewy24, {payment.OrderId}" }, cancel);
        db.ChangeTracker.Clear();
        var row = await db.Set<OnlinePayment>().SingleAsync(p => p.Id == payment.Id, cancel);
        if (recorded.PaymentId is not { } line || row.RefundKey != payment.RefundKey)
            return;
        (row.State, row.PaymentId, row.RefundKey, row.RefundedAt, row.LastFault) = (OnlineState.Verified, line, null, null, Rejected);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same notice came twice at once: the other one has written the same.
        }
    }
}

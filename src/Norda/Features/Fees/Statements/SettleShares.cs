using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Platform;

namespace Norda.Features.Fees.Statements;

/// <summary>
/// Makes the ledger say what the shares of transfers say: records the payment of each that has none, reverses that of each that was taken
/// back. It may run twice, or by two at once: the payment's key is the share's number.
/// </summary>
public class SettleShares(AppDb db, RecordPayment record, ReversePayment reverse, TimeProvider clock)
{
    private const int Portion = 200;

    /// <summary>All that an instance left half done.</summary>
    public async Task RunAll(CancellationToken cancel)
    {
        for (var after = 0; ;)
        {
            var open = await db.Set<TransferShare>().Where(s => s.Id > after && (s.PaymentId == null && s.UndoneAt == null || s.UndoneAt != null && s.PaymentId != null && !db.Set<PaymentReversal>().Any(r => r.PaymentId == s.PaymentId)))
                .OrderBy(s => s.Id).Select(s => new { s.Id, s.TransferId }).Take(Portion).ToListAsync(cancel);
            if (open.Count == 0)
                return;
            foreach (var transfer in open.Select(s => s.TransferId).Distinct())
                await Run(transfer, cancel);
            after = open[^1].Id;
        }
    }

    /// <returns>Why a payment could not be recorded; the transfer is then asked again.</returns>
    public async Task<Outcome> Run(int transferId, CancellationToken cancel)
    {
        var shares = await db.Set<TransferShare>().AsNoTracking().Where(s => s.TransferId == transferId).OrderBy(s => s.Id).Select(s => new { Share = s, s.Transfer }).ToListAsync(cancel);
        foreach (var one in shares.Where(s => s.Share.UndoneAt is null && s.Share.PaymentId is null))
            if (await Record(one.Share, one.Transfer, cancel) is { Refused: true } refused)
            {
                await Fail(transferId, cancel);
                return refused;
            }

        await TakeBack(transferId, cancel);
        return Outcome.Done;
    }

    /// <summary>A payment that was recorded by someone who died before noting its number is found by its key.</summary>
    private async Task TakeBack(int transferId, CancellationToken cancel)
    {
        var undone = await db.Set<TransferShare>().Where(s => s.TransferId == transferId && s.UndoneAt != null && !db.Set<PaymentReversal>().Any(r => r.PaymentId == s.PaymentId)).Select(s => new { s.Id, s.PaymentId, s.Transfer.Note }).ToListAsync(cancel);
        foreach (var share in undone)
        {
            var key = KeyOf(share.Id);
            var payment = share.PaymentId ?? await db.Set<FeePayment>().Where(p => p.IdempotencyKey == key).Select(p => (int?)p.Id).SingleOrDefaultAsync(cancel);
            if (payment is not { } number)
                continue;
            await reverse.Run(number, share.Note ?? UndoTransfer.UsualNote, cancel);
            db.ChangeTracker.Clear();
            if (share.PaymentId is null)
                await db.Set<TransferShare>().Where(s => s.Id == share.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.PaymentId, number), cancel);
        }
    }

    private static string KeyOf(int share) => string.Create(CultureInfo.InvariantCulture, $"wyciag:{share}");

    private async Task<Outcome> Record(TransferShare share, BankTransfer transfer, CancellationToken cancel)
    {
        var order = new PaymentOrder(share.CompanyId, share.Amount, transfer.BookedOn, PaymentMethod.Transfer, KeyOf(share.Id), PaymentSource.Statement)
        {
            PayerAccount = transfer.PayerAccount?[..Math.Min(transfer.PayerAccount.Length, 34)], PayerName = transfer.PayerName, Title = transfer.Title, Reference = transfer.Reference, Wishes = WishText.Read(share.Wishes),
        };
        var recorded = await record.Run(order, cancel);
        db.ChangeTracker.Clear();
        if (recorded.PaymentId is { } payment)
            await db.Set<TransferShare>().Where(s => s.Id == share.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.PaymentId, payment), cancel);
        return recorded.Outcome;
    }

    /// <summary>What was paid of it is taken back, and a person looks at the transfer again.</summary>
    private async Task Fail(int transferId, CancellationToken cancel)
    {
        await db.Set<BankTransfer>().Where(t => t.Id == transferId && t.State == TransferState.Booked)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TransferState.Asked).SetProperty(x => x.IsAutomatic, false).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<TransferShare>().Where(s => s.TransferId == transferId && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, now), cancel);
        await TakeBack(transferId, cancel);
    }
}

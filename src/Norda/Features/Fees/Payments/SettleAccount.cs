using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Platform;

namespace Norda.Features.Fees.Payments;

/// <summary>
/// The account of a firm: whoever changes what it owes or what it paid begins here, so that they queue on its row, and settles before
/// the commit. Paid amounts and statuses are written nowhere else.
/// </summary>
public class SettleAccount(AppDb db, AccountGate queue, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A transaction in which nobody else changes this firm's fees and payments.</summary>
    public async Task<AccountTurn> Begin(int companyId, CancellationToken cancel)
    {
        await queue.Enter(cancel);
        try
        {
            await Open(companyId, cancel);
            var transaction = await db.Database.BeginTransactionAsync(cancel);
            await Lock(companyId, cancel);
            return new AccountTurn(transaction, queue);
        }
        catch
        {
            if (db.Database.CurrentTransaction is { } begun)
                await begun.DisposeAsync();
            queue.Leave();
            throw;
        }
    }

    /// <summary>Takes the row; what is read after it is what the one before has committed. Whoever queues may wait longer than a query may take.</summary>
    private async Task Lock(int companyId, CancellationToken cancel)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        await db.Set<FeeAccount>().Where(a => a.CompanyId == companyId).ExecuteUpdateAsync(a => a.SetProperty(x => x.Changes, x => x.Changes + 1), cancel);
        db.Database.SetCommandTimeout(usual);
    }

    /// <summary>Brings the ledger and the fees together, within the transaction of <see cref="Begin"/>, and saves.</summary>
    /// <param name="wishes">Fees that a person named for a payment.</param>
    public async Task Run(int companyId, IReadOnlyList<Share> wishes, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var fees = await db.Set<Fee>().Where(f => f.CompanyId == companyId).ToListAsync(cancel);
        var payments = await db.Set<FeePayment>().AsNoTracking().Where(p => p.CompanyId == companyId).ToListAsync(cancel);
        var reversed = await db.Set<PaymentReversal>().Where(r => r.Payment.CompanyId == companyId).Select(r => r.PaymentId).ToHashSetAsync(cancel);
        var lies = await db.Set<PaymentAllocation>().Where(a => a.Fee.CompanyId == companyId).GroupBy(a => new { a.PaymentId, a.FeeId })
            .Select(g => new Share(g.Key.PaymentId, g.Key.FeeId, g.Sum(a => a.Amount))).ToListAsync(cancel);
        var (moves, credit) = Settlement.Of(
            [.. fees.Select(f => new Owed(f.Id, f.DueDate, f.FeeYear, f.FeeMonth, f.CancelledAt is null ? f.Amount - f.Waived : 0))],
            [.. payments.Select(p => new Money(p.Id, p.PaidOn, reversed.Contains(p.Id) ? 0 : p.Amount))], lies, wishes);

        var now = clock.GetUtcNow().UtcDateTime;
        db.AddRange(moves.Select(m => new PaymentAllocation { PaymentId = m.PaymentId, FeeId = m.FeeId, Amount = m.Amount, CreatedAt = now }));
        Write(fees, payments, [.. lies.Concat(moves)]);
        await db.SaveChangesAsync(cancel);
        await db.Set<FeeAccount>().Where(a => a.CompanyId == companyId).ExecuteUpdateAsync(a => a.SetProperty(x => x.Credit, credit), cancel);
    }

    private void Write(List<Fee> fees, List<FeePayment> payments, IReadOnlyList<Share> shares)
    {
        var today = clock.Today();
        var byFee = shares.ToLookup(s => s.FeeId);
        var known = payments.ToDictionary(p => p.Id);
        foreach (var fee in fees)
        {
            var paid = byFee[fee.Id].GroupBy(s => s.PaymentId).Select(g => (Payment: known[g.Key], Amount: g.Sum(s => s.Amount))).Where(s => s.Amount > 0).ToList();
            fee.AmountPaid = paid.Sum(p => p.Amount);
            fee.Status = StatusOf(fee, today);
            var last = paid.Select(p => p.Payment).OrderBy(p => p.PaidOn).ThenBy(p => p.Id).LastOrDefault();
            (fee.PaymentDate, fee.PaymentMethod, fee.PaymentReference) = (last?.PaidOn, last?.Method, last?.Reference);
            (fee.RecordedBy, fee.RecordedAt) = (last?.RecordedBy, last?.RecordedAt);
        }
    }

    public static FeeStatus StatusOf(Fee fee, DateOnly today) =>
        fee.Left <= 0 ? FeeStatus.Paid : fee.AmountPaid > 0 ? FeeStatus.Partial : fee.DueDate < today ? FeeStatus.Overdue : FeeStatus.Pending;

    private async Task Open(int companyId, CancellationToken cancel)
    {
        if (await db.Set<FeeAccount>().AnyAsync(a => a.CompanyId == companyId, cancel))
            return;
        var account = new FeeAccount { CompanyId = companyId };
        db.Add(account);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            // Somebody opened it meanwhile, which is just as well.
        }

        db.Entry(account).State = EntityState.Detached;
    }
}

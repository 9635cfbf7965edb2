using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Fees.Statements.Matching;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Features.Fees.Statements;

/// <summary>What the matching has to know about firms, read at once.</summary>
public class ReadPayers(AppDb db, IOptions<FeeOptions> fees, IOptions<ChamberOptions> chamber, TimeProvider clock)
{
    public async Task<Payers> Run(CancellationToken cancel)
    {
        var open = (await db.Set<Fee>().Where(f => f.Status != FeeStatus.Paid && f.CancelledAt == null).OrderBy(f => f.DueDate).ThenBy(f => f.FeeYear).ThenBy(f => f.FeeMonth)
            .Select(f => new { f.CompanyId, Left = f.Amount - f.Waived - f.AmountPaid, Usual = f.Amount - f.EntryAmount - f.Waived }).ToListAsync(cancel)).ToLookup(f => f.CompanyId);
        var firms = await db.Companies.Where(c => db.Set<Member>().Any(m => m.CompanyId == c.Id) || db.Set<Fee>().Any(f => f.CompanyId == c.Id)).OrderBy(c => c.Id).Select(c => new
        {
            c.Id, c.Name, c.LegalName, c.Nip, Numbers = db.Set<Member>().Where(m => m.CompanyId == c.Id).Select(m => m.Number).ToList(), Accounts = db.Set<PayerAccount>().Where(a => a.CompanyId == c.Id).Select(a => a.Account).ToList(),
        }).ToListAsync(cancel);
        return new Payers([.. firms.Select(f => new Payer(f.Id, f.Name, f.LegalName, f.Nip, [.. f.Numbers.Distinct()], [.. f.Accounts.Distinct()], [.. open[f.Id].Select(o => o.Left).Where(left => left > 0)])
        {
            Monthly = open[f.Id].GroupBy(o => o.Usual).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(),
        })], fees.Value.AccountPrefix, Nip.TryParse(chamber.Value.Nip, out var nip) ? nip : null, clock.Today());
    }
}

/// <summary>Looks at the waiting transfers of a statement: books the sure ones, proposes firms for others, leaves the rest to people.</summary>
public class MatchTransfers(AppDb db, ReadPayers read, SettleShares settle, TimeProvider clock)
{
    private const int Portion = 250;

    /// <returns>False when the statement was undone meanwhile.</returns>
    public async Task<bool> Run(int statementId, CancellationToken cancel)
    {
        var payers = await read.Run(cancel);
        while (true)
        {
            var booked = await Judge(statementId, payers, cancel);
            if (booked is null)
                return false;
            if (booked.Count == 0 && !await db.Set<BankTransfer>().AnyAsync(t => t.StatementId == statementId && t.State == TransferState.Waiting, cancel))
                return true;
            foreach (var (place, transfer) in booked.Index())
            {
                await settle.Run(transfer, cancel);
                if (place % 20 == 19)
                    await Alive(statementId, cancel);
            }
        }
    }

    /// <summary>One portion in one transaction, which begins with the statement's row: who undoes it comes before or after, not between.</summary>
    private async Task<List<int>?> Judge(int statementId, Payers payers, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Alive(statementId, cancel) == 0)
            return null;
        var waiting = await db.Set<BankTransfer>().Where(t => t.StatementId == statementId && t.State == TransferState.Waiting).OrderBy(t => t.Id).Take(Portion).ToListAsync(cancel);
        var likenesses = waiting.ConvertAll(t => t.Likeness);
        var twins = await db.Set<BankTransfer>().Where(t => EF.Parameter(likenesses).Contains(t.Likeness) && t.StatementId != statementId && t.Key != null && t.State != TransferState.Ignored).Select(t => t.Likeness).ToHashSetAsync(cancel);
        var (booked, now) = (new List<int>(), clock.GetUtcNow().UtcDateTime);
        foreach (var transfer in waiting)
        {
            var verdict = payers.Judge(Seen(transfer, twins.Contains(transfer.Likeness)));
            (transfer.State, transfer.Points, transfer.Reasons, transfer.DecidedAt) = (verdict.State, verdict.Best?.Points ?? 0, verdict.Written, now);
            transfer.CompanyId = verdict.State == TransferState.Asked ? null : verdict.Best?.CompanyId;
            transfer.Version++;
            if (verdict.State != TransferState.Booked)
                continue;
            transfer.IsAutomatic = true;
            db.Add(new TransferShare { TransferId = transfer.Id, CompanyId = verdict.Best!.CompanyId, Amount = transfer.Amount });
            payers.Paid(verdict.Best.CompanyId, transfer.Amount);
            booked.Add(transfer.Id);
        }

        await db.SaveChangesAsync(cancel);
        var done = waiting.Count;
        await db.Set<BankStatement>().Where(s => s.Id == statementId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Done, x => x.Done + done), cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return booked;
    }

    internal static IncomingTransfer Seen(BankTransfer t, bool hasTwin) => new(t.BookedOn, t.Amount, t.Currency, t.PayerName, t.PayerAccount, t.Title, t.VirtualAccount) { HasTwin = hasTwin };

    private Task<int> Alive(int statementId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<BankStatement>().Where(s => s.Id == statementId && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.WorkedAt, now), cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>A transfer that is none of the fees' business: it stays in the list with the reason.</summary>
public class IgnoreTransfer(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int transferId, int version, string? reason, CancellationToken cancel)
    {
        if (PlainText.Line(reason) is not { Length: > 0 and <= FeeMap.LongestReason } why)
            return Outcome.Refuse(texts["Napisz, dlaczego pomijasz ten przelew (do 500 znaków)."], "powod");
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<BankTransfer>().Where(t => t.Id == transferId && t.Version == version && (t.State == TransferState.Proposed || t.State == TransferState.Asked) && t.Statement.UndoneAt == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TransferState.Ignored).SetProperty(x => x.CompanyId, (int?)null).SetProperty(x => x.Note, why).SetProperty(x => x.DecidedBy, me.Id).SetProperty(x => x.DecidedAt, now)
                .SetProperty(x => x.Version, x => x.Version + 1), cancel) == 1
            ? Outcome.Done
            : Outcome.Refuse(texts["Ktoś z biura zajął się tym przelewem przed chwilą. Obejrzyj go jeszcze raz."]);
    }
}

/// <summary>Takes back what was decided about a transfer: payments are reversed, an account that it taught is forgotten, and it waits to be looked at again.</summary>
public class UndoTransfer(AppDb db, Me me, SettleShares settle, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    internal const string UsualNote = "Cofnięte na wyciągu";

    public async Task<Outcome> Run(int transferId, int version, CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var (now, note) = (clock.GetUtcNow().UtcDateTime, UsualNote);
            if (await db.Set<BankTransfer>().Where(t => t.Id == transferId && t.Version == version && (t.State == TransferState.Booked || t.State == TransferState.Ignored) && t.Statement.UndoneAt == null)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TransferState.Asked).SetProperty(x => x.CompanyId, (int?)null).SetProperty(x => x.IsAutomatic, false).SetProperty(x => x.Note, note).SetProperty(x => x.DecidedBy, me.Id).SetProperty(x => x.DecidedAt, now)
                    .SetProperty(x => x.Version, x => x.Version + 1), cancel) == 0)
                return Outcome.Refuse(texts["Ktoś z biura zajął się tym przelewem przed chwilą. Obejrzyj go jeszcze raz."]);
            await db.Set<TransferShare>().Where(s => s.TransferId == transferId && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, now), cancel);
            await db.Set<PayerAccount>().Where(a => a.TransferId == transferId).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return await settle.Run(transferId, cancel);
    }
}

/// <summary>Takes a whole statement back: all its payments are reversed and its transfers may come again in another file.</summary>
public class UndoStatement(AppDb db, Me me, SettleShares settle, Runner<WorkStatements> runner, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>More are reversed in the background.</summary>
    private const int AtOnce = 100;

    public async Task<Outcome> Run(int statementId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            if (await db.Set<BankStatement>().Where(s => s.Id == statementId && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, now).SetProperty(x => x.UndoneBy, me.Id).SetProperty(x => x.Content, (byte[]?)null), cancel) == 0)
                return Outcome.Refuse(texts["Ten wyciąg jest już cofnięty."]);
            var ignored = texts["Cofnięto cały wyciąg"].Value;
            await db.Set<TransferShare>().Where(s => s.Transfer.StatementId == statementId && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, now), cancel);
            await db.Set<PayerAccount>().Where(a => db.Set<BankTransfer>().Any(t => t.Id == a.TransferId && t.StatementId == statementId)).ExecuteDeleteAsync(cancel);
            await db.Set<BankTransfer>().Where(t => t.StatementId == statementId).ExecuteUpdateAsync(t => t.SetProperty(x => x.Key, (string?)null).SetProperty(x => x.State, x => TransferState.Ignored).SetProperty(x => x.CompanyId, (int?)null)
                .SetProperty(x => x.Note, ignored).SetProperty(x => x.Version, x => x.Version + 1), cancel);
            await transaction.CommitAsync(cancel);
        }

        var booked = await db.Set<TransferShare>().Where(s => s.Transfer.StatementId == statementId).Select(s => s.TransferId).Distinct().Take(AtOnce + 1).ToListAsync(cancel);
        if (booked.Count > AtOnce)
            runner.Wake();
        else
            foreach (var transfer in booked)
                await settle.Run(transfer, cancel);
        return Outcome.Done;
    }
}

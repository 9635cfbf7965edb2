using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Fees.Statements;

/// <summary>Works off statements that somebody brought and nobody is at, and finishes what an instance that died left behind.</summary>
public class WorkStatements(AppDb db, MatchTransfers match, SettleShares settle, ITellPeople people, TimeProvider clock, IStringLocalizer<Texts> texts) : IWorkOff
{
    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Unexplained = TimeSpan.FromDays(1);

    public async Task<int> Run(CancellationToken cancel)
    {
        await settle.RunAll(cancel);
        await ForgetUnexplained(cancel);
        var worked = 0;
        while (await Take(cancel) is { } statement)
        {
            await Work(statement, cancel);
            worked++;
        }

        return worked;
    }

    private async Task<int?> Take(CancellationToken cancel)
    {
        var (now, dead) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime - Dead);
        var waiting = await db.Set<BankStatement>().Where(s => s.FinishedAt == null && s.UndoneAt == null && s.Content == null && (s.WorkedAt == null || s.WorkedAt < dead)).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        foreach (var id in waiting)
            if (await db.Set<BankStatement>().Where(s => s.Id == id && s.FinishedAt == null && s.UndoneAt == null && (s.WorkedAt == null || s.WorkedAt < dead)).ExecuteUpdateAsync(s => s.SetProperty(x => x.WorkedAt, now), cancel) == 1)
                return id;
        return null;
    }

    private async Task Work(int id, CancellationToken cancel)
    {
        try
        {
            if (await match.Run(id, cancel))
                await Finish(id, null, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // another instance is at it
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !DatabaseAway.IsAway(fault))
        {
            db.ChangeTracker.Clear();
            await Finish(id, fault.GetBaseException().Message, cancel);
            throw;
        }
    }

    private async Task Finish(int id, string? fault, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var reason = fault is { Length: > 2000 } ? fault[..2000] : fault;
        if (await db.Set<BankStatement>().Where(s => s.Id == id && s.FinishedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.FinishedAt, now).SetProperty(x => x.Fault, reason), cancel) == 0)
            return;
        var statement = await db.Set<BankStatement>().AsNoTracking().Where(s => s.Id == id).Select(s => new { s.StartedBy, s.Incoming, Left = db.Set<BankTransfer>().Count(t => t.StatementId == id && (t.State == TransferState.Proposed || t.State == TransferState.Asked)) }).SingleAsync(cancel);
        if (statement.StartedBy is { } person)
            await people.Tell(person, new Notice(StatementNotices.Read, $"bank-statement:{id}", fault is null ? texts["Wyciąg wczytany: dopasowane {0} z {1}", statement.Incoming - statement.Left, statement.Incoming] : texts["Wczytywanie wyciągu zostało przerwane"], $"/biuro/skladki/wyciagi/{id}"), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>A table that nobody explained within a day goes: it holds strangers' payments.</summary>
    private Task<int> ForgetUnexplained(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - Unexplained;
        return db.Set<BankStatement>().Where(s => s.Content != null && s.StartedAt < before).ExecuteDeleteAsync(cancel);
    }
}

public static class StatementNotices
{
    public static readonly NotificationKind Read = new("bank-statement", "Wczytane wyciągi bankowe", "system", NotificationChannel.InApp) { Requires = (Platform.Access.Resource.Fee, Platform.Access.Act.Change) };
}

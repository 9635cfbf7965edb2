using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Norda.Data;

/// <summary>What belongs to a change without being a row of it: statements that go into its transaction, and word that goes out once it stands.</summary>
public sealed class UnitOfWork(AppDb db)
{
    private readonly List<Func<CancellationToken, Task>> _statements = [];
    private readonly List<(Guid? Transaction, Action Say)> _words = [];

    internal bool IsAwaited => _statements.Count > 0;

    /// <summary>Done in the transaction of the next save, after its rows.</summary>
    internal void InNextSave(Func<CancellationToken, Task> statement) => _statements.Add(statement);

    /// <summary>Said once the change stands: to who listens, not to the database. A change that is rolled back says nothing.</summary>
    public void AfterCommit(Action word) => _words.Add((db.Database.CurrentTransaction?.TransactionId, word));

    internal async Task Do(CancellationToken cancel)
    {
        foreach (var statement in _statements)
            await statement(cancel);
        _statements.Clear();
    }

    /// <summary>Words of a transaction that was left without a commit are dropped: nobody tells when that happens.</summary>
    internal void Speak(Guid? committed = null)
    {
        var words = _words.Where(w => w.Transaction is null || w.Transaction == committed).ToList();
        _words.Clear();
        foreach (var (_, say) in words)
            say();
    }

    internal void Forget()
    {
        _statements.Clear();
        _words.Clear();
    }
}

/// <summary>Hears when a transaction ends, whoever began it.</summary>
internal sealed class CommitListener : DbTransactionInterceptor
{
    public static readonly CommitListener Instance = new();

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => (eventData.Context as AppDb)?.Work.Speak(eventData.TransactionId);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }
}

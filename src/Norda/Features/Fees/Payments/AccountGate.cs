using Microsoft.EntityFrameworkCore.Storage;

namespace Norda.Features.Fees.Payments;

/// <summary>
/// A few accounts are worked on at a time in one instance; others wait here, without a connection to the database in their hands.
/// A storm of payments on one firm would otherwise take all connections and leave none for pages.
/// </summary>
public sealed class AccountGate : IDisposable
{
    private const int AtOnce = 4;

    private readonly SemaphoreSlim places = new(AtOnce);

    public Task Enter(CancellationToken cancel) => places.WaitAsync(cancel);

    public void Leave() => places.Release();

    public void Dispose() => places.Dispose();
}

/// <summary>The transaction of an account, and the place in the queue that ends with it.</summary>
public sealed class AccountTurn(IDbContextTransaction transaction, AccountGate queue) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            queue.Leave();
        }
    }
}

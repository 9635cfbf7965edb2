using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;

namespace Norda.Features.Accounts.Passwords;

/// <summary>
/// bcrypt is slow on purpose. One hash at a time, eight may wait, the rest are told to come back: a storm of sign-ins leaves
/// the processor to the other pages.
/// </summary>
public sealed class HashGate : IDisposable
{
    public const int AtOnce = 1;
    public const int Waiting = 8;

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    private int _running;
    private int _peak;

    /// <summary>The most that ever ran at the same moment.</summary>
    public int Peak => _peak;

    /// <exception cref="TooBusyException">The queue is full.</exception>
    public async Task<T> Run<T>(Func<T> work, CancellationToken cancel)
    {
        using var lease = await _limiter.AcquireAsync(1, cancel);
        return lease.IsAcquired ? await Task.Run(() => Counted(work), cancel) : throw new TooBusyException();
    }

    private T Counted<T>(Func<T> work)
    {
        InterlockedMax(Interlocked.Increment(ref _running));
        try
        {
            return work();
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private void InterlockedMax(int running)
    {
        for (var peak = _peak; running > peak; peak = _peak)
            Interlocked.CompareExchange(ref _peak, running, peak);
    }

    public void Dispose() => _limiter.Dispose();
}

public sealed class TooBusyException() : Exception("Too many passwords are being checked at once.");

/// <summary>503 and when to come back.</summary>
public sealed class TooBusyAnswer : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not TooBusyException)
            return ValueTask.FromResult(false);
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = "3";
        return ValueTask.FromResult(true);
    }
}

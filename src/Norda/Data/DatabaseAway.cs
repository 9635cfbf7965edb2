using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Norda.Data;

/// <summary>A database that is away or busy is no fault of the page: 503 with Retry-After, and the same address works when it is back.</summary>
public sealed class DatabaseAway(ILogger<DatabaseAway> log) : IExceptionHandler
{
    public const string RetryAfterSeconds = "5";

    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsAway(exception))
            return ValueTask.FromResult(false);
        log.LogWarning("Database away: {Reason}", exception.GetBaseException().Message);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return ValueTask.FromResult(true);
    }

    public static string? Explain(Exception exception) => IsAway(exception) ? $"Baza danych nie odpowiada: {exception.GetBaseException().Message}" : null;

    /// <summary>True when the fault lies with the connection to the database, not with the question.</summary>
    public static bool IsAway(Exception exception) => exception switch
    {
        DbException { IsTransient: true } => true,
        DbException { SqlState: "3D000" } => true, // the database itself is not there yet
        DbException e when e.InnerException is SocketException or TimeoutException or IOException => true,
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } => true, // busy, locked, I/O, full, cannot open
        DbUpdateException { InnerException: { } inner } => IsAway(inner),
        InvalidOperationException { InnerException: { } inner } => IsAway(inner),
        TimeoutException => true,
        _ => false,
    };
}

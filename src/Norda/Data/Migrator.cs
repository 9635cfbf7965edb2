using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Norda.Data;

/// <summary>Brings the database to the present model. Two instances may try at once, and a killed one leaves nothing that needs a hand.</summary>
public sealed class Migrator(AppDb db)
{
    /// <summary>Building an index on a large table takes longer than a page may wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const int LockNumber = 0x4E6F7264; // "Nord"

    /// <returns>True when this run created the database.</returns>
    public async Task<bool> Run(CancellationToken cancel)
    {
        var timeout = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        try
        {
            await using var alone = db.Database.IsSqlite() ? await LockSqliteFile(cancel) : await LockPostgres(cancel);
            var fresh = !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any();
            await db.Database.MigrateAsync(cancel);
            return fresh;
        }
        finally
        {
            db.Database.SetCommandTimeout(timeout);
        }
    }

    /// <summary>
    /// EF Core marks a running migration by a row in __EFMigrationsLock; a process that is killed leaves it, and every
    /// later start would wait for ever. The operating system frees a file lock with the process, so whoever holds the
    /// file beside the database knows that any row is an orphan.
    /// </summary>
    private async Task<IAsyncDisposable?> LockSqliteFile(CancellationToken cancel)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (file is "" or ":memory:")
            return null;
        for (; ; )
        {
            try
            {
                var alone = new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                await DropOrphanedLock(cancel);
                return alone;
            }
            catch (IOException)
            {
                await Task.Delay(200, cancel);
            }
        }
    }

    private async Task DropOrphanedLock(CancellationToken cancel)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
            if (await command.ExecuteScalarAsync(cancel) is > 0L)
            {
                command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
                await command.ExecuteNonQueryAsync(cancel);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>EF Core's own lock begins once the database is there; this one also decides who of many made it. The server frees it with the connection.</summary>
    private async Task<IAsyncDisposable?> LockPostgres(CancellationToken cancel)
    {
        var database = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await database.ExistsAsync(cancel))
                await database.CreateAsync(cancel);
        }
        catch (PostgresException race) when (race.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance was faster.
        }

        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockNumber})", cancel);
        return new Unlock(db);
    }

    private sealed class Unlock(AppDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockNumber})");
            await db.Database.CloseConnectionAsync();
        }
    }
}

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
            if (alone is FileStream)
                await DropOrphanedLock(cancel);
            var fresh = !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any();
            // A role that may not create tables still starts the application when there is nothing to create.
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                await db.Database.MigrateAsync(cancel);
            return fresh;
        }
        finally
        {
            db.Database.SetCommandTimeout(timeout);
        }
    }

    /// <summary>
    /// The operating system frees a lock on a file with the process. The file stays: whoever deleted it might take it
    /// from a starter who has just opened it, and a third would lock another file of the same name.
    /// </summary>
    private async Task<IAsyncDisposable?> LockSqliteFile(CancellationToken cancel)
    {
        var database = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (database is "" or ":memory:")
            return null;
        for (var path = database + ".migrating"; ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(200, cancel);
            }
        }
    }

    /// <summary>
    /// EF Core marks a running migration by a row in __EFMigrationsLock; a process that is killed leaves it, and every
    /// later start would wait for ever. Whoever holds the file beside the database knows that any row is an orphan.
    /// </summary>
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

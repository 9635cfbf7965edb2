using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Norda.Data;

/// <summary>Brings the database to the present model. Two instances may try at once, and a killed one leaves nothing that needs a hand.</summary>
public sealed class Migrator(AppDb db)
{
    /// <returns>True when this run created the database.</returns>
    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var alone = await LockSqliteFile(cancel);
        if (alone is not null)
            await DropOrphanedLock(cancel);
        var exists = await db.Database.CanConnectAsync(cancel);
        var fresh = !exists || !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any();
        await db.Database.MigrateAsync(cancel);
        return fresh;
    }

    /// <summary>
    /// EF Core marks a running migration by a row in __EFMigrationsLock; a process that is killed leaves it, and every
    /// later start would wait for ever. The operating system frees a file lock with the process, so whoever holds the
    /// file beside the database knows that any row is an orphan.
    /// </summary>
    private async Task<FileStream?> LockSqliteFile(CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
            return null;
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (file is "" or ":memory:")
            return null;
        for (; ; )
        {
            try
            {
                return new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
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
}

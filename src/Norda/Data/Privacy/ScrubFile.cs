using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Norda.Data.Privacy;

public static class ScrubFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>
    /// After an erasure: what was deleted leaves the SQLite file and its log at once. Pages that were rearranged may keep bytes that
    /// secure_delete does not see, so that the file is written anew. PostgreSQL clears its dead rows by itself (autovacuum).
    /// </summary>
    public static async Task Scrub(this AppDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
            return;
        var timeout = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        try
        {
            await db.Database.ExecuteSqlAsync($"VACUUM", cancel);
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            // Somebody reads or writes at length: the night does it (ForgetOldRows).
        }
        finally
        {
            db.Database.SetCommandTimeout(timeout);
        }
    }
}

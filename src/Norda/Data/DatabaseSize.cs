using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Norda.Data;

/// <summary>What the database is and how large.</summary>
public static class DatabaseSize
{
    public static async Task<(string Name, long Bytes)> Describe(this AppDb db, CancellationToken cancel)
    {
        var sqlite = db is SqliteDb;
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sqlite
                ? "select page_count * page_size from pragma_page_count(), pragma_page_size()"
                : "select pg_database_size(current_database())";
            var bytes = Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
            return ($"{(sqlite ? "SQLite" : "PostgreSQL")} {connection.ServerVersion}", bytes);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

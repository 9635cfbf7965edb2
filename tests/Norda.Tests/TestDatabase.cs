using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Npgsql;

namespace Norda.Tests;

/// <summary>A database of one's own: SQLite in a temporary folder, or on the PostgreSQL server that NORDA_TEST_PG names.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public static readonly string? Server = Environment.GetEnvironmentVariable("NORDA_TEST_PG") is { Length: > 0 } server ? server : null;

    private static readonly Lazy<Task<TestDatabase>> Template = new(MigratedOnce);

    private readonly string name = $"norda_test_{Guid.NewGuid():N}";
    private readonly string? folder;
    private SqliteConnection? saved;
    private SqliteConnection? watch;

    /// <summary>A place where no database is yet.</summary>
    public TestDatabase()
    {
        if (Server is null)
            folder = System.IO.Directory.CreateTempSubdirectory("norda-test-").FullName;
        ConnectionString = folder is null ? new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString : $"Data Source={File}";
    }

    public static bool IsPostgres => Server is not null;
    public static bool IsSqlite => Server is null;

    public string ConnectionString { get; }

    /// <summary>The SQLite file.</summary>
    public string File => Path.Combine(folder!, "norda.db");

    /// <summary>A copy of a database that is migrated once in a run.</summary>
    public static async Task<TestDatabase> Migrated()
    {
        var template = await Template.Value;
        var copy = new TestDatabase();
        if (IsSqlite)
            System.IO.File.Copy(template.File, copy.File);
        else
            await OnServer($"CREATE DATABASE {copy.name} TEMPLATE {template.name}");
        return copy;
    }

    /// <summary>Remembers all rows as they are now, for <see cref="Restore"/>; under an application that works on.</summary>
    public async Task Save()
    {
        if (IsSqlite)
        {
            saved = new SqliteConnection("Data Source=:memory:");
            saved.Open();
            using var live = new SqliteConnection(ConnectionString);
            live.Open();
            live.BackupDatabase(saved);
            return;
        }

        await Leave();
        await OnServer($"CREATE DATABASE {name}_saved TEMPLATE {name}");
    }

    /// <summary>All rows as they were when they were saved.</summary>
    public async Task Restore()
    {
        if (IsSqlite)
        {
            using var live = new SqliteConnection(ConnectionString);
            live.Open();
            using (var loose = live.CreateCommand()) // what is put back need not survive a power cut
            {
                loose.CommandText = "PRAGMA synchronous = OFF";
                loose.ExecuteNonQuery();
            }

            saved!.BackupDatabase(live);
            return;
        }

        await Leave();
        await OnServer($"DROP DATABASE {name} WITH (FORCE)");
        await OnServer($"CREATE DATABASE {name} TEMPLATE {name}_saved");
    }

    /// <summary>The same number as before: nothing was written since. On PostgreSQL, where other databases write too, it is another one more often than it must be.</summary>
    public async Task<long> Version()
    {
        if (IsPostgres)
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            await using var position = new NpgsqlCommand("SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint", connection);
            return (long)(await position.ExecuteScalarAsync())!;
        }

        if (watch is null)
        {
            watch = new SqliteConnection(ConnectionString + ";Pooling=false");
            watch.Open();
        }

        await using var version = watch.CreateCommand();
        version.CommandText = "PRAGMA data_version";
        return (long)(await version.ExecuteScalarAsync())!;
    }

    /// <summary>Connections that rest in the application's pool hold the database.</summary>
    private async Task Leave()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await OnServer($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    /// <summary>The model of this database, without an application around it.</summary>
    public AppDb Open()
    {
        if (IsPostgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDb>();
            PostgresDb.Configure(postgres, ConnectionString + ";Pooling=false");
            return new PostgresDb(postgres.Options);
        }

        var sqlite = new DbContextOptionsBuilder<SqliteDb>();
        SqliteDb.Configure(sqlite, ConnectionString + ";Pooling=false");
        return new SqliteDb(sqlite.Options);
    }

    public static async Task DropTemplate()
    {
        if (Template.IsValueCreated)
            await (await Template.Value).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            await OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await OnServer($"DROP DATABASE IF EXISTS {name}_saved WITH (FORCE)");
            return;
        }

        saved?.Dispose();
        watch?.Dispose();
        using (var pooled = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(pooled);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static async Task<TestDatabase> MigratedOnce()
    {
        var template = new TestDatabase();
        await using var db = template.Open();
        await new Migrator(db).Run(CancellationToken.None);
        return template;
    }

    private static async Task OnServer(string command)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var sql = new NpgsqlCommand(command, connection);
        await sql.ExecuteNonQueryAsync();
    }
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Tests.Data;

/// <summary>One command makes a database, whatever happened to the one before it.</summary>
public class MigrationTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_new_database_is_made_and_then_is_up_to_date()
    {
        await using var database = new TestDatabase();

        Assert.Contains("utworzona", (await NordaProcess.Run(database.ConnectionString, "migrate")).Output, StringComparison.Ordinal);
        Assert.Contains("aktualna", (await NordaProcess.Run(database.ConnectionString, "migrate")).Output, StringComparison.Ordinal);
        await IsRight(database);
    }

    [Fact]
    public async Task Two_programs_that_migrate_at_once_both_end_right()
    {
        await using var database = new TestDatabase();

        var ends = await Task.WhenAll(NordaProcess.Run(database.ConnectionString, "migrate"), NordaProcess.Run(database.ConnectionString, "migrate"));

        Assert.All(ends, end => Assert.True(end.Code == 0, end.Errors));
        Assert.Single(ends, end => end.Output.Contains("utworzona", StringComparison.Ordinal));
        await IsRight(database);
    }

    [Fact]
    public async Task Of_many_that_migrate_at_once_one_makes_the_database()
    {
        await using var database = new TestDatabase();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            return await new Migrator(db).Run(CancellationToken.None);
        })));

        Assert.Single(made, made => made);
        await IsRight(database);
    }

    /// <summary>Were it deleted and made anew, one program could hold the old file and another the new one at the same time.</summary>
    [SqliteFact]
    public async Task The_lock_beside_the_database_stays_the_same_file()
    {
        await using var database = new TestDatabase();
        await File.WriteAllTextAsync(database.File + ".migrating", "the same");
        await using var db = database.Open();

        await new Migrator(db).Run(CancellationToken.None);

        Assert.Equal("the same", await File.ReadAllTextAsync(database.File + ".migrating"));
    }

    /// <summary>Building an index on a large table takes longer than a page may wait for its answer.</summary>
    [PostgresFact]
    public async Task A_long_migration_of_another_program_is_waited_for()
    {
        await using var database = await TestDatabase.Migrated();
        await using var another = database.Open();
        await using var migrating = await another.Database.BeginTransactionAsync();
        await another.Database.ExecuteSqlAsync($"LOCK TABLE \"__EFMigrationsHistory\" IN ACCESS EXCLUSIVE MODE");
        await using var db = database.Open();

        var waiting = new Migrator(db).Run(CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(6));
        await migrating.CommitAsync();

        Assert.False(await waiting);
    }

    /// <summary>Without the guard of the migrator every later start would wait for ever: EF Core believes the dead process.</summary>
    [SqliteFact]
    public async Task A_start_after_a_killed_migration_needs_no_hand()
    {
        await using var database = await KilledWhileMigrating();
        Assert.Equal(1L, await LockRows(database));
        var clock = Stopwatch.StartNew();

        var (code, _, errors) = await NordaProcess.Run(database.ConnectionString, "migrate");

        Assert.True(code == 0, errors);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Soon);
        await IsRight(database);
    }

    /// <summary>Tries with new files until the kill falls into the moment when the row of the lock is there.</summary>
    private static async Task<TestDatabase> KilledWhileMigrating()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var database = new TestDatabase();
            using (var norda = NordaProcess.Start(database.ConnectionString, "migrate"))
            {
                while (!norda.HasEnded && await LockRows(database) != 1)
                    await Task.Delay(1);
                norda.Kill();
                await norda.End();
            }

            if (await LockRows(database) == 1)
                return database;
            await database.DisposeAsync();
        }

        throw new InvalidOperationException("Twenty times the migration was over before it could be killed.");
    }

    private static async Task<long> LockRows(TestDatabase database)
    {
        if (!File.Exists(database.File))
            return 0;
        await using var connection = new SqliteConnection(database.ConnectionString + ";Mode=ReadOnly;Pooling=false;Default Timeout=1");
        try
        {
            await connection.OpenAsync();
            await using var command = new SqliteCommand("SELECT count(*) FROM \"__EFMigrationsLock\"", connection);
            return (long)(await command.ExecuteScalarAsync())!;
        }
        catch (SqliteException)
        {
            return 0; // not there yet
        }
    }

    private static async Task IsRight(TestDatabase database)
    {
        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await db.Companies.CountAsync());
    }
}

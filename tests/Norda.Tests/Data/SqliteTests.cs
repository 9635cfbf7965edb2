using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Features.Files;

namespace Norda.Tests.Data;

public sealed class SqliteTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>Three of these SQLite forgets with the connection, so a pooled one that misses them would pass a single look.</summary>
    [SqliteFact]
    public async Task Every_connection_has_the_pragmas()
    {
        var scopes = Enumerable.Range(0, 4).Select(_ => app.Services.CreateAsyncScope()).ToList();
        for (var round = 0; round < 2; round++)
            foreach (var scope in scopes)
            {
                var db = scope.ServiceProvider.GetRequiredService<AppDb>();
                await db.Database.OpenConnectionAsync();
                Assert.Equal(["wal", "2", "5000", "1", "1"], await Pragmas(db, "journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete"));
                if (round == 1)
                    await db.Database.CloseConnectionAsync();
            }

        foreach (var scope in scopes)
            await scope.DisposeAsync();
    }

    [SqliteFact]
    public async Task What_is_deleted_is_gone_from_the_file()
    {
        await app.Db(db =>
        {
            db.Add(new StoredFile { Id = "do-usuniecia", ContentType = "text/plain", Content = System.Text.Encoding.UTF8.GetBytes("tajemnica-tajemnica") });
            return db.SaveChangesAsync();
        });
        await app.Db(db => db.Set<StoredFile>().ExecuteDeleteAsync());
        await app.Db(db => db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)"));

        Assert.DoesNotContain("tajemnica-tajemnica", await Text(app.Database.File), StringComparison.Ordinal);
    }

    private static async Task<List<string>> Pragmas(AppDb db, params string[] names)
    {
        var values = new List<string>();
        foreach (var name in names)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            values.Add((await command.ExecuteScalarAsync())!.ToString()!);
        }

        return values;
    }

    private static async Task<string> Text(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}

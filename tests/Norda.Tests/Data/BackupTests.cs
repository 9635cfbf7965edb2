using System.IO.Compression;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Backup;
using Norda.Features.Directory;
using Norda.Features.Directory.Demo;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Data;

/// <summary>What was backed up comes back, in either database, and nothing else does.</summary>
public sealed class BackupTests(TestApp app) : IClassFixture<TestApp>, IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("norda-backup-").FullName;

    [Fact]
    public async Task Every_table_comes_back_row_by_row_in_the_same_and_in_the_other_database()
    {
        await Live();
        var first = await Backup(app.Services, "first.zip");
        Assert.Contains(first.Tables, t => t is { Name: "companies", Rows: > 100 });

        // On PostgreSQL: over to SQLite and back. On SQLite: into another file.
        var other = Path.Combine(folder, "other.db");
        await using var second = await app.Changed(host => host.UseSetting("ConnectionStrings:Norda", $"Data Source={other};Pooling=false"));
        Assert.Null((await Restore(second.Services, "first.zip")).Refusal);
        var copied = await Backup(second.Services, "second.zip");
        Assert.Equal(Hashes(first), Hashes(copied));

        await using var home = await TestDatabase.Migrated();
        await using var third = await app.Changed(host => host.UseSetting("ConnectionStrings:Norda", home.ConnectionString));
        Assert.Null((await Restore(third.Services, "second.zip")).Refusal);
        Assert.Equal(Hashes(first), Hashes(await Backup(third.Services, "third.zip")));
        await Works(third);
    }

    [Fact]
    public async Task A_backup_made_while_others_write_shows_one_moment()
    {
        var extra = await app.Db(async db => await db.Services.CountAsync() - await db.Competencies.CountAsync());
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await app.Db(async db =>
                {
                    var name = $"Para {Guid.NewGuid():N}";
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    db.Add(new Service { Name = name, Slug = Slug.From(name) });
                    await db.SaveChangesAsync();
                    db.Add(new Competency { Name = name, Slug = Slug.From(name) });
                    await db.SaveChangesAsync();
                    await transaction.CommitAsync();
                });
        });
        for (var i = 0; i < 5; i++)
        {
            var seen = (await Backup(app.Services, $"live{i}.zip")).Tables.ToDictionary(t => t.Name, t => t.Rows);
            Assert.Equal(extra, seen["services"] - seen["competencies"]);
            Assert.Equal(seen["audit_log"], seen["audit_values"]);
        }

        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public async Task A_backup_made_during_200_writes_of_many_people_comes_back_whole_in_either_database()
    {
        var start = await app.Db(db => db.Services.CountAsync());
        var writes = Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, _) => await app.Db(async db =>
        {
            db.Add(new Service { Name = $"Współbieżna {i} {Guid.NewGuid():N}", Slug = $"wspolbiezna-{Guid.NewGuid():N}" });
            await db.SaveChangesAsync();
        }));
        var backup = await Backup(app.Services, "storm.zip");
        await writes;
        Assert.Equal(start + 200, await app.Db(db => db.Services.CountAsync()));

        var seen = backup.Tables.ToDictionary(t => t.Name, t => t.Rows);
        Assert.InRange(seen["services"], start, start + 200);
        Assert.Equal(seen["audit_log"], seen["audit_values"]);
        var file = Path.Combine(folder, "storm.db");
        await using var home = await TestDatabase.Migrated();
        foreach (var connection in (string[])[$"Data Source={file};Pooling=false", home.ConnectionString])
        {
            await using var other = await app.Changed(host => host.UseSetting("ConnectionStrings:Norda", connection));
            Assert.Null((await Restore(other.Services, "storm.zip")).Refusal);
            Assert.Equal(Hashes(backup), Hashes(await Backup(other.Services, "again.zip")));
            await using var scope = other.Services.CreateAsyncScope();
            Assert.Null((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Run(CancellationToken.None)).Fault);
        }
    }

    [Fact]
    public async Task A_database_with_data_is_not_overwritten()
    {
        await app.Firm("Pierwsza w bazie");
        await Backup(app.Services, "full.zip");

        Assert.Contains("są już dane", (await Restore(app.Services, "full.zip")).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_or_cut_backup_is_refused_and_leaves_the_database_empty()
    {
        await app.Firm("Do kopii");
        await Backup(app.Services, "good.zip");
        var bad = Path.Combine(folder, "bad.zip");
        File.Copy(Path.Combine(folder, "good.zip"), bad, overwrite: true);
        await using (var zip = await ZipFile.OpenAsync(bad, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry("tables/companies.jsonl")!;
            string rows;
            using (var reader = new StreamReader(await entry.OpenAsync()))
                rows = await reader.ReadToEndAsync();
            entry.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry("tables/companies.jsonl").OpenAsync());
            await writer.WriteAsync(rows.Replace("Do kopii", "Podmiana", StringComparison.Ordinal));
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, "cut.zip"), (await File.ReadAllBytesAsync(bad))[..200]);
        await using var empty = await TestDatabase.Migrated();
        await using var other = await app.Changed(host => host.UseSetting("ConnectionStrings:Norda", empty.ConnectionString));
        foreach (var file in (string[])["bad.zip", "cut.zip", "nie-ma.zip"])
            Assert.NotNull((await Restore(other.Services, file)).Refusal);
        await using var db = empty.Open();
        Assert.Equal((0, 1), (await db.Companies.CountAsync(), await db.Set<AuditHead>().CountAsync()));
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    /// <summary>The demo chamber, people, a passkey, a picture, and a log of it all.</summary>
    private async Task Live()
    {
        if (await app.Db(db => db.Companies.CountAsync()) < 100)
        {
            await app.Db(async db => await db.Companies.ExecuteDeleteAsync());
            await app.Run<FillWithDemo, Outcome>(fill => fill.Run(CancellationToken.None));
        }

        var firm = await app.Db(db => db.Companies.OrderBy(c => c.Id).FirstAsync());
        var anna = await app.Person("Anna Ćwiek-Żółć", firm, CompanyRole.Owner, staff: Role.Office);
        await app.Db(async db =>
        {
            db.Add(new StoredFile { Id = new string('f', 32), ContentType = "image/webp", Content = [0, 255, 128, 10], CreatedAt = app.Clock.GetUtcNow().UtcDateTime });
            db.Add(new IdentityUserPasskey<int> { UserId = anna.Id, CredentialId = [1, 2, 3], Data = new IdentityPasskeyData { Name = "Telefon", PublicKey = [4, 5], CreatedAt = app.Clock.GetUtcNow(), SignCount = 7, Transports = ["usb"], AttestationObject = [9], ClientDataJson = [8] } });
            await db.SaveChangesAsync();
        });
        await (await app.As(anna)).Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Zażółć gęślą jaźń „w cudzysłowie” \\ i <znaki>." });
    }

    /// <summary>Search finds, the log holds, and the next rows get free numbers.</summary>
    private static async Task Works(WebApplicationFactory<Program> restored)
    {
        using var visitor = restored.CreateClient();
        Assert.Contains("PIXLAB", await visitor.GetStringAsync("/katalog?q=pixlb"), StringComparison.Ordinal);
        await using var scope = restored.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Run(CancellationToken.None)).Fault);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new Company { Name = "Nowa po odtworzeniu", Slug = "nowa-po-odtworzeniu" });
        await db.SaveChangesAsync();
    }

    private async Task<BackupManifest> Backup(IServiceProvider services, string file)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WriteBackup>().Run(Path.Combine(folder, file), CancellationToken.None);
    }

    private async Task<Outcome> Restore(IServiceProvider services, string file)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RestoreBackup>().Run(Path.Combine(folder, file), CancellationToken.None);
    }

    private static IEnumerable<string> Hashes(BackupManifest manifest) => manifest.Tables.Select(t => $"{t.Name} {t.Rows} {t.Hash}");
}

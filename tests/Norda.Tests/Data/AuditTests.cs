using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Accounts;

namespace Norda.Tests.Data;

/// <summary>What was changed is written down, in the same breath, and stays written.</summary>
public sealed class AuditTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_change_of_a_firm_is_logged_with_before_and_after()
    {
        var firm = await app.Firm("Rumski Warsztat", town: "Rumia");
        await app.Db(async db =>
        {
            var loaded = await db.Companies.SingleAsync(c => c.Id == firm.Id);
            (loaded.Phone, loaded.Address.Town) = ("+48580000001", "Reda");
            await db.SaveChangesAsync();
        });

        var (entry, values) = await Last("companies");
        Assert.Equal((AuditAction.Changed, firm.Id, AuditActor.System), (entry.Action, entry.CompanyId!.Value, entry.Actor));
        Assert.Equal("""{"phone":null,"address_town":"Rumia"}""", values.Before);
        Assert.Equal("""{"phone":"+48580000001","address_town":"Reda"}""", values.After);
    }

    [Fact]
    public async Task Secrets_are_never_in_the_log()
    {
        var anna = await app.Person("Anna");
        await app.Db(async db =>
        {
            (await db.Set<User>().SingleAsync(u => u.Id == anna.Id)).PasswordHash = "sha384:tajne";
            await db.SaveChangesAsync();
        });

        var (_, values) = await Last("users");
        Assert.Equal("""{"password_hash":"•••"}""", values.After);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_no_entry()
    {
        await app.Firm("Pierwsza", nip: "5882413562");
        var before = await app.Db(db => db.Set<AuditEntry>().CountAsync());
        await Assert.ThrowsAsync<DbUpdateException>(() => app.Firm("Druga", nip: "5882413562"));

        Assert.Equal(before, await app.Db(db => db.Set<AuditEntry>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_changes_or_removes_a_line_of_the_log()
    {
        await app.Firm("Trwała");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => db.Set<AuditEntry>().ExecuteUpdateAsync(s => s.SetProperty(e => e.RowKey, "0"))));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => db.Set<AuditEntry>().ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task Many_at_once_make_one_chain_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            var person = await app.Person($"Bartek {i}");
            await app.As(person);
        }));

        var chain = await app.Db(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(Enumerable.Range(1, chain.Count).Select(i => (long)i), chain.Select(e => e.Id));
        Assert.Equal(AuditChain.Genesis, chain[0].PreviousHash);
        Assert.All(chain.Zip(chain.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
        Assert.All(chain, entry => Assert.Equal(AuditChain.HashOf(entry), entry.Hash));
        var head = await app.Db(db => db.Set<AuditHead>().SingleAsync());
        Assert.Equal((chain.Count, chain[^1].Hash), (head.Entries, head.Hash));
    }

    [Fact]
    public async Task A_whole_log_is_said_to_be_whole()
    {
        await app.Firm("Nienaruszona");

        Assert.Null((await Verify()).Fault);
    }

    [Theory]
    [InlineData("update audit_log set row_key = '999' where id = 2", "Wpis 2 został zmieniony.")]
    [InlineData("update audit_values set after = '{}' where entry_id = 2", "Wartości wpisu 2 zostały zmienione.")]
    [InlineData("delete from audit_values where entry_id = 2", "Usunięto wartości wpisu 2.")]
    [InlineData("delete from audit_values where entry_id = 2; delete from audit_log where id = 2", "Brakuje wpisu 2.")]
    [InlineData("delete from audit_values where entry_id > 2; delete from audit_log where id > 2", "Brakuje końca dziennika: wpisów od 3 do 4.")]
    [InlineData("update audit_head set hash = 'x'", "Ostatni wpis (4) nie zgadza się z zapisanym końcem dziennika.")]
    public async Task Whoever_tampers_with_the_log_is_found_out(string tampering, string said)
    {
        await using var database = await TestDatabase.Migrated();
        await using var db = database.Open();
        for (var i = 1; i <= 4; i++)
        {
            db.Categories.Add(new Norda.Features.Directory.Category { Name = $"Branża {i}", Slug = $"branza-{i}" });
            await db.SaveChangesAsync();
        }

        Assert.Equal((4, null), await new VerifyAudit(db).Run(CancellationToken.None));
        await Unlocked(db, tampering);

        Assert.Equal(said, (await new VerifyAudit(db).Run(CancellationToken.None)).Fault);
    }

    /// <summary>As somebody would who owns the database: the triggers go first.</summary>
    private static async Task Unlocked(AppDb db, string tampering)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (TestDatabase.IsPostgres ? "drop trigger audit_log_append_only on audit_log; " : "drop trigger audit_log_no_update; drop trigger audit_log_no_delete; ") + tampering;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<(long Entries, string? Fault)> Verify()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Run(CancellationToken.None);
    }

    private Task<(AuditEntry Entry, AuditValues Values)> Last(string table) => app.Db(async db =>
    {
        var entry = await db.Set<AuditEntry>().Where(e => e.TableName == table).OrderByDescending(e => e.Id).FirstAsync();
        return (entry, await db.Set<AuditValues>().SingleAsync(v => v.EntryId == entry.Id));
    });
}

using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts.Erasing;
using Norda.Features.Jobs;
using Norda.Platform;

namespace Norda.Tests.Privacy;

/// <summary>The log forgets what it must and still tells whoever changes the rest.</summary>
public sealed class AuditRedactionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_was_blacked_out_is_known_by_the_chain_and_anything_else_shows()
    {
        var gone = await app.Person("Ktoś Wymazany");
        Assert.Null((await app.Run<ErasePerson, Outcome>(e => e.Run(gone.Id, true, CancellationToken.None))).Refusal);
        Assert.Null(await Fault());
        var black = await app.Db(db => db.Set<AuditValues>().Where(v => v.After!.Contains(ErasedWords.Mark)).OrderBy(v => v.EntryId).Select(v => v.EntryId).FirstAsync());

        await app.Db(db => db.Set<AuditValues>().Where(v => v.EntryId == black).ExecuteUpdateAsync(v => v.SetProperty(x => x.After, "{}")));

        Assert.Equal($"Wartości wpisu {black} zostały zmienione.", await Fault());
    }

    [Fact]
    public async Task Network_addresses_leave_the_log_after_a_year()
    {
        await using var old = new TestApp();
        await old.InitializeAsync();
        var firm = await old.Firm("Firma Roczna");
        var anna = await old.As(await old.Person("Anna", firm, Norda.Platform.Access.CompanyRole.Owner));
        await anna.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Opis sprzed roku, dość długi." });
        old.Clock.Advance(TimeSpan.FromDays(366));

        await old.Run<ForgetOldRows, string>(job => job.Run(CancellationToken.None));

        Assert.Equal(0, await old.Db(db => db.Set<AuditValues>().CountAsync(v => v.Address != null)));
        Assert.Null((await old.Run<VerifyAudit, (long, string? Fault)>(v => v.Run(CancellationToken.None))).Fault);
    }

    private async Task<string?> Fault() => (await app.Run<VerifyAudit, (long, string? Fault)>(v => v.Run(CancellationToken.None))).Fault;
}

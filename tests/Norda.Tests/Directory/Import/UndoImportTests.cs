using Microsoft.EntityFrameworkCore;
using Norda.Data.Search;
using Norda.Features.Directory;

namespace Norda.Tests.Directory.Import;

public class UndoImportTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Undone_means_byte_for_byte_as_before()
    {
        await app.Firm("ORLEN S.A.", town: "Płock", category: "Paliwa", services: ["Stacje paliw"], nip: "7740001454", more: c => (c.Phone, c.Email) = ("+48242560000", "stary@orlen.example"));
        await app.Firm("Software Reda sp. z o.o.", town: "Rumia", competencies: ["C#"]);
        var before = await app.Dump();
        app.Clock.Advance(TimeSpan.FromDays(1));
        var (totals, _) = await app.ImportFile(OfficeFile.Path);
        Assert.NotEqual(before, await app.Dump());

        var outcome = await app.Undo(totals.Batch);

        Assert.Null(outcome.Refusal);
        Assert.Equal(before, await app.Dump());
        Assert.Empty(await app.Found("biuro rachunkowe gryf"));
        Assert.Contains("jest już cofnięty", (await app.Undo(totals.Batch)).Refusal, StringComparison.Ordinal);

        var (again, report) = await app.ImportFile(OfficeFile.Path);
        Assert.Equal(totals.New, again.New);
        Assert.Contains($"przebieg {totals.Batch}, cofnięty", report, StringComparison.Ordinal);
        await app.Undo(again.Batch);
    }

    [Fact]
    public async Task A_firm_that_someone_changed_since_stands_in_the_way()
    {
        await app.Firm("Starsza", town: "Hel", nip: "5881000007");
        var (totals, _) = await app.Import("Nazwa;NIP;Telefon\nStarsza;5881000007;58 672 00 00\nNowsza;5881013719;\nSpokojna;5881027420;\n");
        await app.Db(async db =>
        {
            (await db.Companies.SingleAsync(c => c.Name == "Starsza")).Email = "pani@starsza.example";
            await db.SaveChangesAsync();
            db.Add(new Certification { CompanyId = (await db.Companies.SingleAsync(c => c.Name == "Nowsza")).Id, Name = "ISO 9001" });
            await db.SaveChangesAsync();
        });
        await app.Run<ISearchIndex, bool>(async index =>
        {
            await index.Rebuild(CancellationToken.None); // as a page that edits firms does
            return true;
        });
        var before = await app.Dump();

        var outcome = await app.Undo(totals.Batch);

        Assert.Equal("Tych firm nie da się cofnąć, bo ktoś je od tego czasu zmienił: Nowsza, Starsza. Nic nie cofnięto.", outcome.Refusal);
        Assert.Equal(before, await app.Dump());
    }

    [Fact]
    public async Task Batches_come_off_in_the_opposite_order()
    {
        var before = await app.Dump();
        var (first, _) = await app.Import("Nazwa;NIP;Telefon;Usługi\nKolejna;5881041130;58 672 00 00;jedna\n");
        var (second, _) = await app.Import("Nazwa;NIP;Telefon;Usługi;E-mail\nKolejna;5881041130;601 200 374;druga;\"a@k.example; b@k.example\"\n");

        Assert.Contains("Kolejna", (await app.Undo(first.Batch)).Refusal, StringComparison.Ordinal);
        Assert.Null((await app.Undo(second.Batch)).Refusal);
        var firm = await app.Stored("Kolejna");
        Assert.Equal(("+48586720000", null, 1, 0, 0), (firm.Phone, firm.Email, firm.Services.Count, firm.Contacts.Count, firm.Version));
        Assert.Null((await app.Undo(first.Batch)).Refusal);
        Assert.Equal(before, await app.Dump());
    }

    [Fact]
    public async Task A_category_that_others_use_meanwhile_stays()
    {
        var (totals, _) = await app.Import("Nazwa;NIP;Branża;Usługi\nZakładowa;5881054842;Nowa branża;nowa usługa\n");
        await app.Firm("Sąsiad", category: "Nowa branża");

        Assert.Null((await app.Undo(totals.Batch)).Refusal);

        Assert.True(await app.Db(db => db.Categories.AnyAsync(c => c.Name == "Nowa branża")));
        Assert.False(await app.Db(db => db.Services.AnyAsync(s => s.Name == "nowa usługa")));
    }

    [Fact]
    public async Task What_was_never_run_cannot_be_undone() =>
        Assert.Equal("Nie ma przebiegu 999. Listę pokaże: norda import list", (await app.Undo(999)).Refusal);
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests.Office;

/// <summary>Celina keeps the lists that firms choose from.</summary>
public sealed class ListsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_renamed_branch_is_found_by_its_new_name_and_its_old_address_leads_there()
    {
        var firm = await app.Firm("Heblex", category: "Stolarka Stara");
        var office = await Office();

        await office.Fill(await Entry("branze", "Stolarka Stara"), "Zapisz nazwę", new() { ["nazwa"] = "Meblarstwo Nowe" });

        var old = await app.Client().GetAsync("/katalog/stolarka-stara?sortuj=nazwa");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/katalog/meblarstwo-nowe?sortuj=nazwa"), (old.StatusCode, old.Headers.Location!.ToString()));
        Assert.Contains(firm.Name, (await app.Page("/katalog/meblarstwo-nowe")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(firm.Name, await app.Found("meblarstwo nowe"));
        Assert.DoesNotContain(firm.Name, await app.Found("\"stolarka stara\""));
    }

    [Fact]
    public async Task A_branch_renamed_back_has_its_first_address_again()
    {
        await app.Firm("Zawracacz", category: "Pierwsza");
        var office = await Office();
        await office.Fill(await Entry("branze", "Pierwsza"), "Zapisz nazwę", new() { ["nazwa"] = "Druga" });
        await office.Fill(await Entry("branze", "Druga"), "Zapisz nazwę", new() { ["nazwa"] = "Pierwsza" });

        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync("/katalog/pierwsza")).StatusCode);
        Assert.Equal("/katalog/pierwsza", (await app.Client().GetAsync("/katalog/druga")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Merged_branches_keep_their_firms_and_every_address()
    {
        var one = await app.Firm("Dachy A", category: "Dekarstwo");
        await app.Firm("Dachy B", category: "Dachy i pokrycia");
        var office = await Office();
        await office.Fill(await Entry("branze", "Dekarstwo"), "Zapisz nazwę", new() { ["nazwa"] = "Dekarze" });

        var answer = await office.Fill(await Entry("branze", "Dekarze"), "Połącz, zmieni się: 1\u00A0firma", new() { ["do"] = "dachy i pokrycia" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Dachy i pokrycia", await app.Db(db => db.Companies.Where(c => c.Id == one.Id).Select(c => c.Category!.Name).SingleAsync()));
        foreach (var old in (string[])["dekarstwo", "dekarze"])
            Assert.Equal("/katalog/dachy-i-pokrycia", (await app.Client().GetAsync("/katalog/" + old)).Headers.Location!.ToString());
        Assert.Contains("Dachy A", (await app.Page("/katalog/dachy-i-pokrycia")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_firm_with_both_services_keeps_one_and_it_stays_the_main_one()
    {
        var firm = await app.Firm("Spaw", services: ["Spawanie MIG", "Spawanie metodą MIG"]);
        await app.Db(db => db.Set<CompanyService>().Where(s => s.CompanyId == firm.Id && s.Service.Name == "Spawanie MIG").ExecuteUpdateAsync(s => s.SetProperty(x => x.IsPrimary, true)));
        var other = await app.Firm("Spaw Dwa", services: ["Spawanie MIG"]);

        await (await Office()).Fill(await Entry("uslugi", "Spawanie MIG"), "Połącz, zmieni się: 2\u00A0firmy", new() { ["do"] = "Spawanie metodą MIG" });

        var rows = await app.Db(db => db.Set<CompanyService>().Where(s => s.CompanyId == firm.Id || s.CompanyId == other.Id).Select(s => new { s.CompanyId, s.Service.Name, s.IsPrimary }).OrderBy(s => s.CompanyId).ToListAsync());
        Assert.Equal([(firm.Id, "Spawanie metodą MIG", true), (other.Id, "Spawanie metodą MIG", false)], rows.Select(r => (r.CompanyId, r.Name, r.IsPrimary)));
    }

    [Fact]
    public async Task Merged_competencies_keep_a_level()
    {
        var firm = await app.Firm("Języki", competencies: ["Kaszubski", "Język kaszubski"]);
        await app.Db(db => db.Set<CompanyCompetency>().Where(s => s.CompanyId == firm.Id && s.Competency.Name == "Kaszubski").ExecuteUpdateAsync(s => s.SetProperty(x => x.Level, "ekspert")));

        await (await Office()).Fill(await Entry("kompetencje", "Kaszubski"), "Połącz, zmieni się: 1\u00A0firma", new() { ["do"] = "Język kaszubski" });

        Assert.Equal("ekspert", await app.Db(db => db.Set<CompanyCompetency>().Where(s => s.CompanyId == firm.Id).Select(s => s.Level).SingleAsync()));
    }

    [Fact]
    public async Task A_name_stands_in_a_list_once()
    {
        var office = await Office();
        Task<HttpResponseMessage> Add(string name) => office.Fill("/biuro/ustawienia/slowniki?lista=uslugi", "Dodaj do listy", new() { ["nazwa"] = name });

        Assert.Equal(HttpStatusCode.Redirect, (await Add("Żeglowanie")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add("żeglowanie")).StatusCode);
        Assert.Equal(1, await app.Db(db => db.Services.CountAsync(s => s.Slug == "zeglowanie")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Fill(await Entry("uslugi", "Żeglowanie"), "Zapisz nazwę", new() { ["nazwa"] = " " })).StatusCode);
    }

    private async Task<string> Entry(string list, string name)
    {
        var id = await app.Db(db => list switch
        {
            "branze" => db.Categories.Where(c => c.Name == name).Select(c => c.Id).SingleAsync(),
            "uslugi" => db.Services.Where(c => c.Name == name).Select(c => c.Id).SingleAsync(),
            _ => db.Competencies.Where(c => c.Name == name).Select(c => c.Id).SingleAsync(),
        });
        return $"/biuro/ustawienia/slowniki/{list}/{id}";
    }

    private async Task<HttpClient> Office() => await app.As(await app.Person("Celina", staff: Role.Office));
}

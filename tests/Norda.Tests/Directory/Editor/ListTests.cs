using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests.Directory.Editor;

/// <summary>Services, certificates, contacts: entries that come, change, go, and come back.</summary>
public sealed class ListTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_new_service_is_found_at_once_and_the_main_one_is_one()
    {
        var (firm, browser) = await Scene();
        await browser.Fill("/moja-firma/uslugi", "Dodaj usługę", new() { ["Form[name]"] = "Piaskowanie felg", ["Form[primary]"] = "true" });
        await browser.Fill("/moja-firma/uslugi", "Dodaj usługę", new() { ["Form[name]"] = "Malowanie proszkowe felg", ["Form[primary]"] = "true" });

        Assert.Contains(firm.Name, await app.Found("piaskowanie felg"));
        var services = await app.Db(db => db.Set<CompanyService>().Where(s => s.CompanyId == firm.Id).Select(s => new { s.Service.Name, s.IsPrimary }).ToListAsync());
        Assert.Equal("Malowanie proszkowe felg", Assert.Single(services, s => s.IsPrimary).Name);
    }

    [Fact]
    public async Task The_same_service_in_other_letters_is_the_same_service()
    {
        var (firm, browser) = await Scene();
        await app.Firm($"Pierwsza {Guid.NewGuid():N}"[..20], services: ["Gięcie blach"]);

        await browser.Fill("/moja-firma/uslugi", "Dodaj usługę", new() { ["Form[name]"] = "gięcie BLACH" });
        await browser.Fill("/moja-firma/uslugi", "Dodaj usługę", new() { ["Form[name]"] = "Giecie blach" });

        Assert.Equal(1, await app.Db(db => db.Services.CountAsync(s => s.Slug == "giecie-blach")));
        Assert.Equal(1, await app.Db(db => db.Set<CompanyService>().CountAsync(s => s.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task A_service_that_is_there_already_is_refused_and_stays_the_main_one()
    {
        var (firm, browser) = await Scene();
        await browser.Fill("/moja-firma/uslugi", "Dodaj usługę", new() { ["Form[name]"] = "Polerowanie luster", ["Form[primary]"] = "true" });

        var again = await browser.Fill("/moja-firma/uslugi", "Dodaj usługę", new() { ["Form[name]"] = "polerowanie LUSTER" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("już jest na liście", (await again.Page()).QuerySelector("#Form_name_-e")!.TextContent, StringComparison.Ordinal);
        Assert.True(await app.Db(db => db.Set<CompanyService>().Where(s => s.CompanyId == firm.Id).Select(s => s.IsPrimary).SingleAsync()));
    }

    [Fact]
    public async Task A_certificate_does_not_expire_before_it_was_issued()
    {
        var (_, browser) = await Scene();

        var answer = await browser.Fill("/moja-firma/certyfikaty", "Dodaj certyfikat", new() { ["Form[name]"] = "ISO 9001", ["Form[issued]"] = "1.05.2026", ["Form[expires]"] = "1.05.2025" });

        Assert.Contains("przed dniem wydania", (await answer.Page()).QuerySelector("#Form_expires_-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_certificate_comes_back_from_the_history_and_the_return_can_be_undone()
    {
        var (firm, browser) = await Scene();
        await browser.Fill("/moja-firma/certyfikaty", "Dodaj certyfikat", new() { ["Form[name]"] = "ISO 9001", ["Form[issuer]"] = "TÜV", ["Form[expires]"] = "2027-05-31" });
        var before = await Certificates(firm);
        await browser.Press("/moja-firma/certyfikaty", "Usuń: ISO 9001");
        Assert.Empty(await Certificates(firm));

        await browser.Fill("/moja-firma/historia", null, []);
        Assert.Equal(before, await Certificates(firm));
        await browser.Fill("/moja-firma/historia", null, []);
        Assert.Empty(await Certificates(firm));
    }

    [Fact]
    public async Task A_change_is_taken_back_and_one_that_was_overtaken_is_not()
    {
        var (firm, browser) = await Scene();
        await browser.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Pierwszy opis firmy." });
        await browser.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Drugi opis firmy." });
        var history = await (await browser.GetAsync("/moja-firma/historia")).Page();
        Assert.Contains("Pierwszy opis", history.QuerySelector(".diff del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Anna", history.QuerySelector("main .panel-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("dodanie", history.QuerySelectorAll("main li.panel")[^1].TextContent, StringComparison.Ordinal); // the firm itself, without a button
        Assert.Null(history.QuerySelectorAll("main li.panel")[^1].QuerySelector("button"));
        var older = history.QuerySelectorAll("input[name=zmiana]")[^1].GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill("/moja-firma/historia", null, new() { ["zmiana"] = older })).StatusCode);
        Assert.Equal("Drugi opis firmy.", await Short(firm));
        await browser.Fill("/moja-firma/historia", null, []);
        Assert.Equal("Pierwszy opis firmy.", await Short(firm));
    }

    [Fact]
    public async Task The_history_speaks_as_people_do()
    {
        var (_, browser) = await Scene();
        await browser.Fill("/moja-firma/kontakty", "Dodaj kontakt", new() { ["Form[type]"] = "phone", ["Form[value]"] = "58 672 10 88", ["Form[visibility]"] = "Members" });
        await browser.Fill("/moja-firma/certyfikaty", "Dodaj certyfikat", new() { ["Form[name]"] = "ISO 14001", ["Form[expires]"] = "2027-05-31" });
        await browser.Fill("/moja-firma/dane", "Zapisz", new() { ["Visible[phone]"] = "Members" });

        var said = (await (await browser.GetAsync("/moja-firma/historia")).Page()).QuerySelectorAll("main ins").Select(i => i.TextContent).ToList();

        Assert.Superset(new HashSet<string>(["Telefon", "członkowie izby", "Nie", "31.05.2027", "Telefon: członkowie izby"]), said.ToHashSet());
    }

    [Fact]
    public async Task A_wrong_number_is_a_sentence()
    {
        var (_, browser) = await Scene();

        var page = await (await browser.Fill("/moja-firma/kontakty", "Dodaj kontakt", new() { ["Form[type]"] = "phone", ["Form[value]"] = "abc" })).Page();

        Assert.Equal("To nie jest numer telefonu.", page.QuerySelector(".error-summary a")!.TextContent);
    }

    [Fact]
    public async Task Another_firms_change_cannot_be_taken_back()
    {
        var (firm, browser) = await Scene();
        await browser.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Opis, który zostaje." });
        var operation = (await (await browser.GetAsync("/moja-firma/historia")).Page()).QuerySelector("input[name=zmiana]")!.GetAttribute("value")!;
        var (_, thief) = await Scene();
        await thief.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Inny opis." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.Fill("/moja-firma/historia", null, new() { ["zmiana"] = operation })).StatusCode);
        Assert.Equal("Opis, który zostaje.", await Short(firm));
    }

    [Fact]
    public async Task Pressing_add_twice_adds_one_contact()
    {
        var (firm, browser) = await Scene();
        Dictionary<string, string> contact() => new() { ["Form[type]"] = "mobile", ["Form[value]"] = "601 200 374", ["Form[visibility]"] = "Everyone" };

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.Fill("/moja-firma/kontakty", "Dodaj kontakt", contact())));

        Assert.Equal(["+48601200374"], await app.Db(db => db.Set<CompanyContact>().Where(c => c.CompanyId == firm.Id).Select(c => c.Value).ToListAsync()));
    }

    [Fact]
    public async Task What_a_colleague_just_changed_is_not_removed_unread()
    {
        var (firm, browser) = await Scene();
        await browser.Fill("/moja-firma/nagrody", "Dodaj nagrodę", new() { ["Form[name]"] = "Gryf", ["Form[year]"] = "2024" });
        var seen = (await (await browser.GetAsync("/moja-firma/nagrody")).Page()).QuerySelector(".entry input[name=Seen]")!.GetAttribute("value")!;
        var key = await app.Db(db => db.Set<Award>().Where(a => a.CompanyId == firm.Id).Select(a => a.Id).SingleAsync());
        await browser.Fill($"/moja-firma/nagrody?pozycja={key}", "Zapisz", new() { ["Form[year]"] = "2025" });

        var answer = await browser.Fill("/moja-firma/nagrody", "Usuń: Gryf", new() { ["Seen"] = seen });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(2025, await app.Db(db => db.Set<Award>().Where(a => a.CompanyId == firm.Id).Select(a => a.Year).SingleAsync()));
    }

    private async Task<(Company Firm, HttpClient Browser)> Scene()
    {
        var firm = await app.Firm($"Lakiernia {Guid.NewGuid():N}"[..24]);
        return (firm, await app.As(await app.Person("Anna", firm, CompanyRole.Owner)));
    }

    private Task<List<(int, string, string?, DateOnly?)>> Certificates(Company firm) => app.Db(async db =>
        (await db.Set<Certification>().AsNoTracking().Where(c => c.CompanyId == firm.Id).ToListAsync()).ConvertAll(c => (c.Id, c.Name, c.Issuer, c.ExpiryDate)));

    private Task<string?> Short(Company firm) => app.Db(db => db.Companies.Where(c => c.Id == firm.Id).Select(c => c.DescriptionShort).SingleAsync());
}

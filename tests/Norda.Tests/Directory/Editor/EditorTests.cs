using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests.Directory.Editor;

/// <summary>Anna keeps the profile of her firm.</summary>
public sealed class EditorTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_the_owner_saves_is_on_the_page_in_the_search_and_in_the_log()
    {
        var (firm, anna) = await Scene();
        var browser = await app.As(anna);

        var saved = await browser.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Toczymy wałki okrętowe do trzech metrów długości." });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("wałki okrętowe", (await app.Page($"/katalog?q=wałki+okrętowe")).Body!.TextContent, StringComparison.Ordinal);
        var entry = await app.Db(db => db.Set<AuditEntry>().Where(e => e.CompanyId == firm.Id && e.TableName == "companies").OrderBy(e => e.Id).LastAsync());
        Assert.Equal((anna.Id, AuditAction.Changed), (entry.ActorId!.Value, entry.Action));
    }

    [Fact]
    public async Task A_page_without_choices_of_who_sees_what_takes_its_fields_alone()
    {
        var browser = await app.As((await Scene()).Anna);

        Assert.Null((await (await browser.Fill("/moja-firma/opis", "Podgląd opisu", new() { ["Form[description_full]"] = "Toczymy **wałki**." })).Page()).QuerySelector(".error-summary"));
        var refused = await (await browser.Fill("/moja-firma/uslugi", "Dodaj usługę", new() { ["Form[name]"] = "" })).Page();
        Assert.Single(refused.QuerySelectorAll(".error-summary li"));
    }

    [Fact]
    public async Task Another_firms_profile_is_not_there_for_her()
    {
        var (_, anna) = await Scene();
        var foreign = await app.Firm($"Obca {Guid.NewGuid():N}"[..20], description: "Nie ruszać");
        var browser = await app.As(anna);
        var form = await (await browser.GetAsync("/moja-firma/opis")).Page();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/moja-firma/opis?firma={foreign.Id}")).StatusCode);
        var posted = await browser.PostAsync($"/moja-firma/opis?firma={foreign.Id}", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Form[description_short]"] = "Przejęte", ["__RequestVerificationToken"] = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        }));

        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.Equal("Nie ruszać", (await Row(foreign)).DescriptionShort);
    }

    [Fact]
    public async Task Extra_fields_change_nothing_that_is_not_hers()
    {
        var (firm, anna) = await Scene(nip: "5831014898");
        var before = await Row(firm);

        await (await app.As(anna)).Fill("/moja-firma/dane", "Zapisz", new()
        {
            ["Form[nip]"] = "5252344078", ["Form[slug]"] = "cudzy", ["Form[status]"] = "Archived", ["Form[data_quality]"] = "Verified", ["Form[accepts_automatically]"] = "true",
            ["Status"] = "Archived", ["Firm.Id"] = "1", ["Nip"] = "5252344078", ["DataQuality"] = "Verified",
        });

        var after = await Row(firm);
        Assert.Equal((before.Nip, before.Slug, before.Status, before.AcceptsAutomatically), (after.Nip, after.Slug, after.Status, after.AcceptsAutomatically));
        Assert.NotEqual(DataQualityLevel.Verified, after.DataQuality);
    }

    [Fact]
    public async Task The_office_changes_the_tax_number_of_any_firm()
    {
        var (firm, _) = await Scene();
        var office = await app.As(await app.Person("Celina", staff: Role.Office));

        await office.Fill($"/moja-firma/dane?firma={firm.Id}", "Zapisz", new() { ["Form[nip]"] = "526-000-12-46" });

        Assert.Equal("5260001246", (await Row(firm)).Nip);
    }

    [Theory]
    [InlineData("dane", "email", "biuro@", "wpisz adres e-mail")]
    [InlineData("dane", "phone", "58 672", "powinno być 9")]
    [InlineData("dane", "website", "to nie adres", "wpisz adres strony")]
    [InlineData("dane", "regon", "123456789", "cyfrę kontrolną")]
    [InlineData("dane", "founded", "2009-02-30", "nie ma w kalendarzu")]
    [InlineData("dane", "category_id", "999999999999", "Wybierz pozycję z listy")]
    [InlineData("dane", "name", "", "Wypełnij pole")]
    [InlineData("adres", "postal_code", "842", "postać 84-200")]
    [InlineData("adres", "latitude", "184", "wpisz liczbę od 49 do 55")]
    public async Task A_wrong_value_comes_back_with_the_fault_beside_it(string section, string field, string typed, string fault)
    {
        var (firm, anna) = await Scene();
        var before = await Row(firm);

        var answer = await (await app.As(anna)).Fill($"/moja-firma/{section}", "Zapisz", new() { [$"Form[{field}]"] = typed });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Page();
        Assert.Contains(fault, page.QuerySelector($"#Form_{field}_-e")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(page.QuerySelectorAll(".error-summary a"), a => a.GetAttribute("href") == $"#Form_{field}_");
        if (field != "category_id")
            Assert.Equal(typed, page.QuerySelector($"#Form_{field}_")!.GetAttribute("value") ?? "");
        Assert.Equal(before.Version, (await Row(firm)).Version);
    }

    [Fact]
    public async Task What_nobody_types_is_not_stored()
    {
        var (firm, anna) = await Scene();

        var saved = await (await app.As(anna)).Fill("/moja-firma/dane", "Zapisz", new() { ["Form[legal_name]"] = "Firma\u0001 Druga\nLinia" });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        Assert.Equal("Firma Druga Linia", (await Row(firm)).LegalName);
    }

    [Fact]
    public async Task Two_who_edit_at_once_see_both_texts_and_nothing_is_lost()
    {
        var (firm, anna) = await Scene();
        var colleague = await app.As(await app.Person("Bartek", firm, CompanyRole.Editor));
        var browser = await app.As(anna);
        var stale = (await (await browser.GetAsync("/moja-firma/opis")).Page()).QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        await colleague.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Tekst Bartka o firmie." });

        var answer = await browser.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Tekst Anny o firmie.", ["Seen"] = stale });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.Page();
        Assert.Contains("Tekst Bartka", page.QuerySelector(".error-summary table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tekst Anny", page.QuerySelector("#Form_description_short_")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tekst Bartka o firmie.", (await Row(firm)).DescriptionShort);
        var seen = page.QuerySelector("input[name=Seen]")!.GetAttribute("value")!;
        await browser.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_short]"] = "Tekst obojga.", ["Seen"] = seen });
        Assert.Equal("Tekst obojga.", (await Row(firm)).DescriptionShort);
    }

    [Fact]
    public async Task Of_twenty_at_once_one_is_saved_and_the_others_are_told()
    {
        var (firm, anna) = await Scene();
        var browser = await app.As(anna);
        await browser.GetAsync("/moja-firma/opis");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => browser.Fill("/moja-firma/opis", "Zapisz", new()
        {
            ["Form[description_short]"] = $"Wersja {i}", ["Seen"] = Norda.Features.Directory.Editor.Fingerprint.Of(new Dictionary<string, string?>()),
        })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Redirect), a => Assert.True(a.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity));
        Assert.StartsWith("Wersja", (await Row(firm)).DescriptionShort, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_waits_on_another_device_until_it_is_published_or_dropped()
    {
        var (firm, anna) = await Scene();
        var phone = await app.As(anna);
        var form = await (await phone.GetAsync("/moja-firma/opis")).Page();
        var kept = await phone.PostAsync("/moja-firma/opis?handler=Szkic", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Form[description_short]"] = "Pisane w autobusie", ["Seen"] = form.QuerySelector("input[name=Seen]")!.GetAttribute("value")!,
            ["__RequestVerificationToken"] = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        }));
        Assert.Equal("""{"at":"13:00"}""", await kept.Content.ReadAsStringAsync());

        var laptop = await app.As(anna);
        var page = await (await laptop.GetAsync("/moja-firma/opis")).Page();
        Assert.Equal("Pisane w autobusie", page.QuerySelector("#Form_description_short_")!.TextContent);
        Assert.Null((await Row(firm)).DescriptionShort);
        var colleague = await (await (await app.As(await app.Person("Bartek", firm, CompanyRole.Editor))).GetAsync("/moja-firma/opis")).Page();
        Assert.Equal("", colleague.QuerySelector("#Form_description_short_")!.TextContent);

        await laptop.Press("/moja-firma/opis", "Zapisz");
        Assert.Equal("Pisane w autobusie", (await Row(firm)).DescriptionShort);
        Assert.Empty(await app.Db(db => db.Set<ProfileDraft>().Where(d => d.CompanyId == firm.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_hidden_telephone_is_nowhere_for_visitors_and_there_for_members()
    {
        var (firm, anna) = await Scene(phone: "+48586720011");
        await (await app.As(anna)).Fill("/moja-firma/dane", "Zapisz", new() { ["Visible[phone]"] = "Members" });
        var visitor = app.Client();

        foreach (var address in (string[])[$"/firma/{firm.Slug}", $"/firma/{firm.Slug}/drukuj", $"/firma/{firm.Slug}.vcf", $"/firma/{firm.Slug}.json", $"/api/v1/companies/{firm.Slug}", $"/katalog?q={Uri.EscapeDataString(firm.Name)}"])
        {
            var text = await (await visitor.GetAsync(address)).Content.ReadAsStringAsync();
            Assert.Contains(firm.Name, text, StringComparison.Ordinal);
            Assert.DoesNotContain("6720011", text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var member = await app.As(await app.Person("Marek", await app.Firm($"Inna {Guid.NewGuid():N}"[..20])));
        Assert.Contains("58 672 00 11", await (await member.GetAsync($"/firma/{firm.Slug}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_for_the_firm_alone_is_not_even_for_members()
    {
        var (firm, anna) = await Scene();
        var browser = await app.As(anna);
        await browser.Fill("/moja-firma/kontakty", "Dodaj kontakt", new() { ["Form[type]"] = "email", ["Form[value]"] = "Ksiegowa@firma.example", ["Form[purpose]"] = "Księgowość", ["Form[visibility]"] = "Me" });

        Assert.Contains("ksiegowa@firma.example", await (await browser.GetAsync($"/firma/{firm.Slug}")).Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        var member = await app.As(await app.Person("Marek", await app.Firm($"Inna {Guid.NewGuid():N}"[..20])));
        Assert.DoesNotContain("ksiegowa@", await (await member.GetAsync($"/firma/{firm.Slug}")).Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Markdown_is_shown_and_scripts_are_words()
    {
        var (firm, anna) = await Scene();
        var browser = await app.As(anna);
        const string Text = "## Co robimy\n\n**Spawamy** i [montujemy](https://firma.example).\n\n<script>document.title='x'</script>\n\n[zły](javascript:alert(1)) ![obraz](https://x.example/a.png)";
        var preview = await (await browser.Fill("/moja-firma/opis", "Podgląd opisu", new() { ["Form[description_full]"] = Text })).Page();
        await browser.Fill("/moja-firma/opis", "Zapisz", new() { ["Form[description_full]"] = Text });

        foreach (var prose in new[] { preview.QuerySelector("#podglad .prose")!, (await app.Page($"/firma/{firm.Slug}")).QuerySelector(".prose")! })
        {
            Assert.Equal("Co robimy", prose.QuerySelector("h3")!.TextContent);
            Assert.Equal("nofollow noopener ugc", prose.QuerySelector("a[href='https://firma.example']")!.GetAttribute("rel"));
            Assert.Null(prose.QuerySelector("script, img, a[href^=javascript]"));
            Assert.Contains("document.title", prose.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_ring_tells_what_is_missing_and_how_long_it_takes()
    {
        var (_, anna) = await Scene();

        var page = await (await (await app.As(anna)).GetAsync("/moja-firma")).Page();

        Assert.Contains("Napisz krótki opis", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/moja-firma/opis", page.QuerySelectorAll("aside a").First(a => a.TextContent == "Napisz krótki opis").GetAttribute("href"));
    }

    private async Task<(Company Firm, User Anna)> Scene(string? nip = null, string? phone = null)
    {
        var firm = await app.Firm($"Tokarnia {Guid.NewGuid():N}"[..24], town: "Reda", nip: nip, more: f => f.Phone = phone);
        return (firm, await app.Person("Anna", firm, CompanyRole.Owner));
    }

    private Task<Company> Row(Company firm) => app.Db(db => db.Companies.AsNoTracking().SingleAsync(c => c.Id == firm.Id));
}

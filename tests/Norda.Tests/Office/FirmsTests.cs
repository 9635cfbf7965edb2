using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Platform.Access;

namespace Norda.Tests.Office;

/// <summary>Celina looks after the firms of the directory.</summary>
public sealed class FirmsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_list_is_narrowed_by_state_and_by_what_is_missing_with_counts()
    {
        var word = Word();
        var owned = await app.Firm(word + " Z Właścicielem");
        await app.Person("Olga", owned, CompanyRole.Owner);
        await app.Firm(word + " Bez Nikogo");
        await app.Firm(word + " Odeszła", status: CompanyStatus.Archived);
        var office = await Office();

        var active = await (await office.GetAsync($"/biuro/firmy?q={word}&stan=active")).Page();
        Assert.Equal([word + " Bez Nikogo", word + " Z Właścicielem"], Names(active));
        Assert.Equal(["Wszystkie 3", "W katalogu 2", "Ukryta 0", "Czeka na włączenie 0", "W archiwum 1"], active.QuerySelectorAll(".tabs a").Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal([word + " Bez Nikogo"], Names(await (await office.GetAsync($"/biuro/firmy?q={word.ToLowerInvariant()}&stan=active&brak=wlasciciela")).Page()));
    }

    [Fact]
    public async Task The_list_costs_as_much_for_many_firms_as_for_few()
    {
        var office = await Office();
        Task<int> Cost() => CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/biuro/firmy")).StatusCode));
        var few = await Cost();
        for (var i = 0; i < 15; i++)
            await app.Person($"Właściciel {i}", await app.Firm($"Kolejna {i}"), CompanyRole.Owner);

        Assert.Equal(few, await Cost());
        Assert.InRange(few, 1, 8);
    }

    [Fact]
    public async Task The_file_cannot_run_anything_on_the_computer_of_who_opens_it()
    {
        var word = Word();
        await app.Firm($"=cmd|'/C calc'!{word}");
        await app.Firm($"@SUM {word}");

        var file = await (await Office()).GetAsync($"/biuro/firmy.csv?q={word}");

        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        var cells = (await file.Content.ReadAsStringAsync()).Split("\r\n").SelectMany(l => l.Split(';')).Select(c => c.Trim('"', '\uFEFF')).ToList();
        Assert.Contains($"'=cmd|'/C calc'!{word}", cells);
        Assert.DoesNotContain(cells, c => c is ['=' or '+' or '-' or '@', ..]);
    }

    [Fact]
    public async Task A_firm_added_by_hand_is_in_the_directory_and_its_number_is_taken()
    {
        var office = await Office();
        var word = Word();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(office, word + " Zła", "1234567890")).StatusCode);
        var added = await Add(office, word + " Stolarnia", "584-527-83-25");
        var twice = await Add(office, word + " Druga", "5845278325");

        var firm = await app.Db(db => db.Companies.SingleAsync(c => c.Nip == "5845278325"));
        Assert.Equal($"/biuro/firmy/{firm.Id}", added.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("Stolarnia", (await twice.Page()).QuerySelector("#Form_Nip-e")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(word + " Stolarnia", await app.Found(word + " stolarnia"));
    }

    [Fact]
    public async Task Pressing_twice_adds_one_firm()
    {
        var office = await Office();
        var page = await (await office.GetAsync("/biuro/firmy/nowa")).Page();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => office.Send(page, "/biuro/firmy/nowa", "Dodaj firmę", new() { ["Form.Name"] = "Bliźniaki", ["Form.Nip"] = "5213017228" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await app.Db(db => db.Companies.CountAsync(c => c.Nip == "5213017228")));
    }

    [Fact]
    public async Task An_archived_firm_answers_that_it_is_gone_and_comes_back()
    {
        var firm = await app.Firm(Word() + " Odchodząca");
        var office = await Office();

        await office.Press($"/biuro/firmy/{firm.Id}", "Przenieś do archiwum");
        Assert.Equal(HttpStatusCode.Gone, (await app.Client().GetAsync($"/firma/{firm.Slug}")).StatusCode);
        Assert.DoesNotContain(firm.Name, await app.Found(firm.Name));
        await office.Press($"/biuro/firmy/{firm.Id}", "Przywróć do katalogu");

        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync($"/firma/{firm.Slug}")).StatusCode);
        Assert.Contains(firm.Name, await app.Found(firm.Name));
    }

    [Fact]
    public async Task A_check_of_the_data_notes_who_when_and_what()
    {
        var firm = await app.Firm(Word());
        var office = await Office();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Check(office, firm, "1", "2")).StatusCode);
        await Check(office, firm, "3", "2");
        await Check(office, firm, "0", "0");

        var quality = await app.Db(db => db.Set<QualityTracking>().SingleAsync(q => q.CompanyId == firm.Id));
        Assert.Equal((2, "Celina", 3, 2, app.Clock.GetUtcNow().UtcDateTime), (quality.VerificationCount, quality.VerifiedBy, quality.IssuesFound, quality.IssuesFixed, quality.LastVerifiedAt));
        Assert.Contains("Celina", (await (await office.GetAsync($"/biuro/firmy/{firm.Id}")).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_firms_get_their_links_after_a_look_at_the_list()
    {
        var (one, two, none) = (await Mailed("a@linki.example"), await Mailed("b@linki.example"), await app.Firm(Word() + " Bez Adresu"));
        var office = await Office();
        var address = $"/biuro/firmy/linki?id={one.Id}&id={two.Id}&id={none.Id}";

        var page = await (await office.GetAsync(address)).Page();
        Assert.Contains(none.Name, page.QuerySelector("main form .note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Letters());
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await office.PostAsync("/biuro/firmy/linki", new FormUrlEncodedContent([new("id", $"{one.Id}"), new("id", $"{two.Id}"), new("id", $"{none.Id}"), new("__RequestVerificationToken", token)]));

        Assert.Equal(2, await Letters());
        Task<int> Letters() => app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.Recipient.EndsWith("@linki.example")));
    }

    [Fact]
    public async Task Automatic_mode_is_switched_on_and_off()
    {
        var firm = await app.Firm(Word());
        var office = await Office();

        await office.Press($"/biuro/firmy/{firm.Id}", "Włącz tryb automatyczny");
        Assert.True(await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).Select(c => c.AcceptsAutomatically).SingleAsync()));
        await office.Press($"/biuro/firmy/{firm.Id}", "Wyłącz tryb automatyczny");
        Assert.False(await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).Select(c => c.AcceptsAutomatically).SingleAsync()));
    }

    private static Task<HttpResponseMessage> Add(HttpClient office, string name, string nip) => office.Fill("/biuro/firmy/nowa", "Dodaj firmę", new() { ["Form.Name"] = name, ["Form.Nip"] = nip });

    private static Task<HttpResponseMessage> Check(HttpClient office, Company firm, string found, string mended) =>
        office.Fill($"/biuro/firmy/{firm.Id}", "Potwierdź, że dane są sprawdzone", new() { ["notatka"] = "Rozmowa telefoniczna.", ["znalezione"] = found, ["poprawione"] = mended });

    private async Task<Company> Mailed(string email) => await app.Firm(Word(), more: c => c.Email = email);

    private static string Word() => "W" + Guid.NewGuid().ToString("N")[..10];

    private static IEnumerable<string> Names(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll("tbody th a").Select(a => a.TextContent);

    private async Task<HttpClient> Office() => await app.As(await app.Person("Celina", staff: Role.Office));
}

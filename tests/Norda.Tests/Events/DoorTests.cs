using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Events;
using Norda.Features.Events.Rsvp;
using Norda.Platform.Access;

namespace Norda.Tests.Events;

/// <summary>Anna shows her ticket; Celina stands at the door.</summary>
public sealed class DoorTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_ticket_is_for_who_comes_alone()
    {
        var (one, anna, bartek) = (await app.Event("Bilety"), await app.Member("Anna"), await app.Member("Bartek"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Says(one, bartek, RsvpAnswer.Maybe);

        var page = await (await (await app.As(anna)).GetAsync($"/wydarzenia/{one.Slug}/bilet")).Page();

        Assert.Equal((await app.Answer(one, anna.Id)).TicketCode, page.QuerySelector(".ticket-code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector(".ticket svg path"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(bartek)).GetAsync($"/wydarzenia/{one.Slug}/bilet")).StatusCode);
    }

    [Fact]
    public async Task One_ticket_is_of_one_person()
    {
        var (one, _, _) = await Guest();

        var page = await (await (await Office("Celina")).GetAsync($"/biuro/wydarzenia/{one.Id}/wejscie")).Page();

        Assert.Contains("0 z 1 osoby z biletem", page.QuerySelector("main")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_door_says_green_once_then_red_with_the_hour_and_the_name_and_yellow_to_strangers()
    {
        var (one, anna, code) = await Guest();
        var celina = await Office("Celina Drzwiowa");
        var address = $"/biuro/wydarzenia/{one.Id}/wejscie";

        var green = await (await celina.Fill(address, "Sprawdź bilet", new() { ["kod"] = code.ToLowerInvariant().Insert(5, " ") })).Page();
        var red = await (await celina.Fill(address, "Sprawdź bilet", new() { ["kod"] = code })).Page();
        var yellow = await (await celina.Fill(address, "Sprawdź bilet", new() { ["kod"] = "NIEMATAKIE" })).Page();

        Assert.Equal("Anna", green.QuerySelector(".door-answer.is-ok b")!.TextContent);
        Assert.Equal($"Bilet użyty {EventTexts.Hour(Norda.Platform.Warsaw.ToWarsaw(app.Clock.GetUtcNow().UtcDateTime))} przez: Celina Drzwiowa", red.QuerySelector(".door-answer.is-bad span")!.TextContent);
        Assert.Equal("Nie ma takiego biletu", yellow.QuerySelector(".door-answer.is-warn b")!.TextContent);
        Assert.NotNull((await app.Answer(one, anna.Id)).AttendedAt);
    }

    [Fact]
    public async Task Who_only_might_come_is_yellow()
    {
        var (one, bartek) = (await app.Event("Może"), await app.Member("Bartek"));
        await app.Says(one, bartek, RsvpAnswer.Maybe);

        var page = await (await (await Office()).Fill($"/biuro/wydarzenia/{one.Id}/wejscie", "Sprawdź bilet", new() { ["kod"] = (await app.Answer(one, bartek.Id)).TicketCode })).Page();

        Assert.Contains("Brak potwierdzonego miejsca", page.QuerySelector(".door-answer.is-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await app.Answer(one, bartek.Id)).AttendedAt);
    }

    [Fact]
    public async Task What_a_telephone_sends_twice_is_one_entry_at_the_hour_at_which_it_was()
    {
        var (one, anna, code) = await Guest();
        var (celina, shown) = (await Office(), app.Clock.GetUtcNow().AddMinutes(-18));
        var tickets = new[] { new { code, nonce = Guid.NewGuid(), at = shown } };

        var first = await Send(celina, one, tickets);
        var again = await Send(celina, one, tickets);

        Assert.Equal("admitted", first.GetProperty("answers")[0].GetProperty("verdict").GetString());
        Assert.Equal("admitted", again.GetProperty("answers")[0].GetProperty("verdict").GetString());
        Assert.Equal(shown.UtcDateTime, (await app.Answer(one, anna.Id)).AttendedAt);
        Assert.Equal(1, await app.Db(db => db.Set<CheckIn>().CountAsync(c => c.EventId == one.Id)));
    }

    [Fact]
    public async Task Of_eight_doors_at_once_one_lets_the_ticket_in()
    {
        var (one, _, code) = await Guest();
        var doors = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Office()));

        var answers = await Task.WhenAll(doors.Select(d => Send(d, one, new[] { new { code, nonce = Guid.NewGuid() } })));

        Assert.Single(answers, a => a.GetProperty("answers")[0].GetProperty("verdict").GetString() == "admitted");
        Assert.Equal(7, answers.Count(a => a.GetProperty("answers")[0].GetProperty("verdict").GetString() == "used"));
        Assert.Equal(1, await app.Db(db => db.Set<CheckIn>().CountAsync(c => c.EventId == one.Id && c.Accepted)));
    }

    [Fact]
    public async Task The_list_and_the_door_are_the_organisers_and_the_offices()
    {
        var (one, _, _) = await Guest();
        var moderator = await app.As(await app.Person("Darek", staff: Role.Moderator));

        foreach (var place in (string[])["uczestnicy", "wejscie", "uczestnicy.csv", "uczestnicy.xlsx"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync($"/biuro/wydarzenia/{one.Id}/{place}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await (await Office()).GetAsync($"/biuro/wydarzenia/{one.Id}/{place}")).StatusCode);
        }

        await moderator.Fill("/biuro/wydarzenia/nowe", "Zapisz wydarzenie", new() { ["Form.Title"] = "Wydarzenie Darka", ["Form.Date"] = "2026-12-10", ["Form.Start"] = "8:30" });
        var own = await app.Db(db => db.Set<Event>().SingleAsync(e => e.Slug == "wydarzenie-darka"));
        Assert.Equal(HttpStatusCode.OK, (await moderator.GetAsync($"/biuro/wydarzenia/{own.Id}/uczestnicy")).StatusCode);
    }

    [Fact]
    public async Task After_the_event_who_stayed_away_is_counted()
    {
        var one = await app.Event("Skończone", date: "2026-11-22", start: "15:00");
        foreach (var person in await app.Crowd(3))
            await app.Services.Says(one, person, RsvpAnswer.Yes);
        await app.Db(db => db.Set<Attendee>().Where(a => a.EventId == one.Id).OrderBy(a => a.Id).Take(1).ExecuteUpdateAsync(a => a.SetProperty(x => x.AttendedAt, one.StartsAt)));
        app.Clock.Advance(TimeSpan.FromHours(6));

        var page = await (await (await Office()).GetAsync($"/biuro/wydarzenia/{one.Id}/uczestnicy")).Page();

        Assert.Equal("2", page.QuerySelectorAll(".figures dt").Single(t => t.TextContent == "Nieobecni z biletem").NextElementSibling!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("tbody td").Count(t => t.TextContent.Trim() == "nieobecność"));
    }

    [Fact]
    public async Task Sheets_hold_what_was_typed_as_text_never_as_a_formula()
    {
        const string evil = "=HYPERLINK(\"http://zly.example\")";
        var one = await app.Event("Arkusz", more: f => (f.Guests, f.Questions) = ("1", "* Dieta?"));
        var anna = await app.Member("Anna");
        await (await app.As(anna)).Fill($"/wydarzenia/{one.Slug}/udzial", "Będę", new() { ["Form.Guests[0]"] = evil, [$"Form.Answers[{await app.Db(db => db.Set<EventQuestion>().Where(q => q.EventId == one.Id).Select(q => q.Id).SingleAsync())}]"] = "+48 \"tak\"; nie" });
        var celina = await Office();

        var csv = Encoding.UTF8.GetString(await celina.GetByteArrayAsync($"/biuro/wydarzenia/{one.Id}/uczestnicy.csv"));
        using var archive = new ZipArchive(await celina.GetStreamAsync($"/biuro/wydarzenia/{one.Id}/uczestnicy.xlsx"));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var cells = (await XDocument.LoadAsync(sheet, LoadOptions.None, default)).Descendants().Where(e => e.Name.LocalName == "c").ToList();

        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains("'+48", csv, StringComparison.Ordinal);
        Assert.StartsWith("\ufeff\"Imię i nazwisko\";\"Firma\";", csv, StringComparison.Ordinal);
        Assert.Contains(cells, c => c.Value == evil);
        Assert.All(cells.Where(c => c.HasElements), c => Assert.Equal("inlineStr", c.Attribute("t")?.Value));
        Assert.DoesNotContain(cells, c => c.Elements().Any(e => e.Name.LocalName == "f"));
    }

    private async Task<(Event One, User Anna, string Code)> Guest()
    {
        var (one, anna) = (await app.Event("Wejście"), await app.Member("Anna"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        return (one, anna, (await app.Answer(one, anna.Id)).TicketCode);
    }

    private async Task<HttpClient> Office(string name = "Celina") => await app.As(await app.Person(name, staff: Role.Office));

    private static async Task<JsonElement> Send(HttpClient door, Event one, object tickets)
    {
        var answer = await door.PostAsJsonAsync($"/biuro/wydarzenia/{one.Id}/wejscie/bilety", tickets);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

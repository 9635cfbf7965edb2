using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Norda.Features.Events;
using Norda.Features.Events.Rsvp;
using Norda.Platform.Access;

namespace Norda.Tests.Events;

/// <summary>What visitors and members see of the calendar.</summary>
public sealed class CalendarTests(TestApp app) : IClassFixture<TestApp>
{
    private const int MostCommands = 8;

    [Fact]
    public async Task Visitors_find_public_events_and_nothing_of_the_rest()
    {
        var (open, closed) = (await app.Event("Otwarte"), await app.Event("Kanarek", more: f => f.Visibility = EventVisibility.Members));
        foreach (var address in (string[])["/wydarzenia", "/wydarzenia?widok=miesiac&miesiac=2026-12", "/wydarzenia.ics", "/api/v1/events"])
        {
            var text = await app.Client().GetStringAsync(address);
            Assert.Contains(open.Slug, text, StringComparison.Ordinal);
            Assert.DoesNotContain(closed.Slug, text, StringComparison.Ordinal);
        }

        foreach (var address in (string[])[$"/wydarzenia/{closed.Slug}", $"/wydarzenia/{closed.Slug}.ics", $"/api/v1/events/{closed.Slug}"])
            Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync(address)).StatusCode);
        var member = await app.As(await app.Member("Anna"));
        Assert.Contains(closed.Title, await member.GetStringAsync($"/wydarzenia/{closed.Slug}"), StringComparison.Ordinal);
        Assert.Contains(closed.Slug, await member.GetStringAsync("/wydarzenia"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webinars_link_is_for_members()
    {
        var one = await app.Event("Webinar o cenach", more: f => (f.Type, f.LocationUrl) = (EventType.Webinar, "https://spotkanie.norda.example/pokoj"));

        Assert.DoesNotContain("spotkanie.norda.example", await app.Client().GetStringAsync($"/wydarzenia/{one.Slug}"), StringComparison.Ordinal);
        Assert.Contains("spotkanie.norda.example", await (await app.As(await app.Member("Anna"))).GetStringAsync($"/wydarzenia/{one.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kind_narrows_the_list_and_stands_in_the_address()
    {
        var (meeting, webinar) = (await app.Event("Rodzaj spotkanie"), await app.Event("Rodzaj webinar", more: f => f.Type = EventType.Webinar));

        var page = await app.Page("/wydarzenia?typ=webinar");

        Assert.Contains(webinar.Title, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(meeting.Title, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Webinar", page.QuerySelector(".chip.is-on")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_was_stands_among_the_past()
    {
        var one = await app.Event("Dawne", date: "2026-10-01");

        Assert.Contains(one.Title, (await app.Page("/wydarzenia?widok=minione")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(one.Title, (await app.Page("/wydarzenia")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("już się odbyło", (await app.Page($"/wydarzenia/{one.Slug}")).QuerySelector("#udzial")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_begins_on_a_Monday_and_holds_its_events_on_their_days()
    {
        var one = await app.Event("Miesięczne", date: "2027-02-28", start: "23:30");

        var page = await app.Page("/wydarzenia?widok=miesiac&miesiac=2027-02");

        Assert.Equal("poniedziałek", page.QuerySelector(".month th abbr")!.GetAttribute("title"));
        Assert.Equal("2027-02-28", page.QuerySelector($".month a[href$='{one.Slug}']")!.Closest("td")!.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal(28, page.QuerySelectorAll(".month td:not(.is-other)").Length);
    }

    [Fact]
    public async Task Search_engines_read_the_event_in_their_words()
    {
        var one = await app.Event("Otwarte dane", more: f => (f.Description, f.Speaker) = ("Opis z </script> w środku", "Ewa Wzorcowa"));

        var page = await app.Page($"/wydarzenia/{one.Slug}");
        var schema = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

        Assert.Equal(("Event", one.Title, "2026-12-03T17:00:00+01:00"), (schema.GetProperty("@type").GetString(), schema.GetProperty("name").GetString(), schema.GetProperty("startDate").GetString()));
        Assert.Equal("Ewa Wzorcowa", schema.GetProperty("performer").GetProperty("name").GetString());
        Assert.Contains(one.Title, page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal($"http://localhost/en/wydarzenia/{one.Slug}", page.QuerySelector("link[hreflang=en]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_English_page_speaks_English_about_a_Polish_event()
    {
        var one = await app.Event("Śniadanie");

        var page = await app.Page($"/en/wydarzenia/{one.Slug}");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Thursday, 3 December, 17:00", page.QuerySelector("#udzial")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_are_served_from_memory_until_the_event_changes()
    {
        var one = await app.Event("Pamiętane");
        await app.Page($"/wydarzenia/{one.Slug}");
        Assert.Equal(0, await CommandCounter.Count(() => app.Page($"/wydarzenia/{one.Slug}")));

        await (await app.As(await app.Person("Celina", staff: Role.Office))).Fill($"/biuro/wydarzenia/{one.Id}", "Zapisz wydarzenie", new() { ["Form.Title"] = "Zmieniony tytuł" });

        Assert.Contains("Zmieniony tytuł", (await app.Page($"/wydarzenia/{one.Slug}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_is_seen_by_who_comes_and_the_office()
    {
        var one = await app.Event("Z nazwiskami");
        var (anna, bartek) = (await app.Member("Anna Uczestniczka"), await app.Member("Bartek"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        var address = $"/wydarzenia/{one.Slug}";

        Assert.DoesNotContain("Anna Uczestniczka", await (await app.As(bartek)).GetStringAsync(address), StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Uczestniczka", await app.Client().GetStringAsync(address), StringComparison.Ordinal);
        Assert.Contains("Anna Uczestniczka", await (await app.As(await app.Person("Celina", staff: Role.Office))).GetStringAsync(address), StringComparison.Ordinal);
        await app.Says(one, bartek, RsvpAnswer.Yes);
        Assert.Contains("Anna Uczestniczka", await (await app.As(bartek)).GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_lists_public_events_and_each_by_its_name()
    {
        var one = await app.Event("Dla programów", seats: "12", more: f => f.Type = EventType.Networking);

        var list = await app.Client().GetFromJsonAsync<JsonElement>("/api/v1/events?type=networking");
        var item = await app.Client().GetFromJsonAsync<JsonElement>($"/api/v1/events/{one.Slug}");

        Assert.Contains(list.GetProperty("items").EnumerateArray(), e => e.GetProperty("slug").GetString() == one.Slug);
        Assert.All(list.GetProperty("items").EnumerateArray(), e => Assert.Equal("networking", e.GetProperty("type").GetString()));
        Assert.Equal((12, "2026-12-03T16:00:00+00:00"), (item.GetProperty("freeSeats").GetInt32(), item.GetProperty("startsAt").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Client().GetAsync("/api/v1/events?page=x")).StatusCode);
    }

    [Fact]
    public async Task However_many_events_and_people_a_page_asks_the_database_as_often()
    {
        var anna = await app.Member("Anna");
        var browser = await app.As(anna);
        var one = await app.Event("Liczone", date: "2027-05-04");
        await app.Says(one, anna, RsvpAnswer.Yes);
        string[] addresses = ["/wydarzenia", "/wydarzenia?widok=miesiac&miesiac=2027-05", "/wydarzenia?widok=minione", $"/wydarzenia/{one.Slug}", $"/wydarzenia/{one.Slug}/udzial", $"/wydarzenia/{one.Slug}/bilet"];
        foreach (var address in addresses)
            await browser.GetAsync(address);
        var before = await Count(browser, addresses);

        foreach (var i in Enumerable.Range(0, 12))
            await app.Event($"Liczone {i}", date: "2027-05-05");
        foreach (var person in await app.Crowd(5))
            await app.Services.Says(one, person, RsvpAnswer.Yes);

        var after = await Count(browser, addresses);
        Console.WriteLine("   commands: " + string.Join(", ", addresses.Zip(after, (a, n) => $"{a.Replace(one.Slug, "{slug}", StringComparison.Ordinal)} {n}")));
        Assert.Equal(before, after);
        Assert.All(after, n => Assert.InRange(n, 1, MostCommands));
    }

    private static async Task<List<int>> Count(HttpClient browser, string[] addresses)
    {
        var counts = new List<int>();
        foreach (var address in addresses)
            counts.Add(await CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).StatusCode)));
        return counts;
    }
}

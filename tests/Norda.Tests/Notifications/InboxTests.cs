using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Notifications;

namespace Norda.Tests.Notifications;

public sealed class InboxTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_bell_counts_and_a_click_reads_and_opens_the_place()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);
        Assert.True((await Bell(browser)).HasAttribute("hidden"));
        await app.Tell(anna, "pierwsza");
        await app.Tell(anna, "druga");
        Assert.Equal("2", (await Bell(browser)).QuerySelector("[data-number]")!.TextContent);

        var opened = await browser.Press("/powiadomienia", "Nowe: Wieść pierwsza");

        Assert.Equal((HttpStatusCode.Redirect, "/katalog"), (opened.StatusCode, opened.Headers.Location!.ToString()));
        Assert.Equal("1", (await Bell(browser)).QuerySelector("[data-number]")!.TextContent);
        Assert.Equal([(true, app.Clock.GetUtcNow().UtcDateTime), (false, null)], (await app.Told(anna)).Select(n => (n.IsRead, n.ReadAt)));
    }

    [Fact]
    public async Task English_pages_open_English_places()
    {
        var anna = await app.Person("Anna");
        await app.Tell(anna, "po angielsku");

        Assert.Equal("/en/katalog", (await (await app.As(anna)).Press("/en/powiadomienia", "New: Wieść po angielsku")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Another_persons_notices_are_not_there()
    {
        var (anna, bartek) = (await app.Person("Anna"), await app.Person("Bartek"));
        await app.Tell(anna, "tajemnica");
        await app.Tell(bartek, "zwykła");
        var (id, browser) = ((await app.Told(anna))[0].Id, await app.As(bartek));
        var page = await (await browser.GetAsync("/powiadomienia")).Page();

        Assert.DoesNotContain("tajemnica", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/powiadomienia?handler=Open", new FormUrlEncodedContent(new Dictionary<string, string> { ["id"] = $"{id}", ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! }))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/api/v1/notifications/{id}/read", null)).StatusCode);
        Assert.False((await app.Told(anna))[0].IsRead);
    }

    [Fact]
    public async Task Reading_all_leaves_what_came_after_the_page_was_opened()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);
        await app.Tell(anna, "stara");
        var page = await (await browser.GetAsync("/powiadomienia")).Page();
        await app.Tell(anna, "świeża");

        await browser.Send(page, "/powiadomienia", "Oznacz wszystkie jako przeczytane", []);

        Assert.Equal([true, false], (await app.Told(anna)).Select(n => n.IsRead));
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);
        for (var i = 1; i <= 23; i++)
            await app.Tell(anna, $"{i:00}", i % 2 == 0 ? Telling.Praise : null);

        Assert.Equal(20, await Shown(browser, "/powiadomienia"));
        Assert.Equal(3, await Shown(browser, "/powiadomienia?strona=2"));
        Assert.Equal(11, await Shown(browser, $"/powiadomienia?rodzaj={Telling.Praise.Name}"));
        await browser.Press("/powiadomienia", "Nowe: Wieść 23");
        Assert.Equal(2, await Shown(browser, "/powiadomienia?tylko=nowe&strona=2"));
        Assert.Equal(0, await Shown(browser, "/powiadomienia?rodzaj=nie-ma"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/powiadomienia?strona=-7")).StatusCode);
    }

    [Fact]
    public async Task The_page_asks_the_database_as_often_for_twenty_notices_as_for_one_and_a_visitor_asks_nothing_for_the_bell()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);
        await app.Tell(anna, "0");
        await browser.GetAsync("/powiadomienia");
        var few = await CommandCounter.Count(() => browser.GetAsync("/powiadomienia"));
        for (var i = 1; i < 20; i++)
            await app.Tell(anna, $"{i}");

        Assert.Equal(few, await CommandCounter.Count(() => browser.GetAsync("/powiadomienia")));
        Assert.InRange(few, 1, 8);
        Assert.Equal(0, await CommandCounter.Count(() => app.Page("/prywatnosc")));
        Assert.Equal(2, await CommandCounter.Count(() => browser.GetAsync("/prywatnosc"))); // the session, and all signs of the top bar
    }

    [Fact]
    public async Task After_five_hundred_random_actions_the_counters_equal_a_recount() => await Gen.Int[0, 9].Array[500].SampleAsync(async steps =>
    {
        var anna = await app.Person("Anna");
        var (browser, unread, keys) = (await app.As(anna), new HashSet<int>(), 0);
        foreach (var (step, at) in steps.Select((s, i) => (s, i)))
        {
            switch (step)
            {
                case < 5:
                    await app.Tell(anna, $"k{keys++}");
                    unread.Add((await app.Told(anna))[^1].Id);
                    break;
                case 5 when keys > 0:
                    await app.Tell(anna, $"k{at % keys}"); // told before: nothing happens
                    break;
                case 6 when unread.Count > 40:
                    await browser.Press("/powiadomienia", "Oznacz wszystkie jako przeczytane");
                    unread.Clear();
                    break;
                case > 6 when unread.Count > 0:
                    var id = unread.ElementAt(at % unread.Count);
                    Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync($"/api/v1/notifications/{id}/read", null)).StatusCode);
                    unread.Remove(id);
                    break;
            }

            if (at % 20 == 0)
                Assert.Equal(Math.Min(unread.Count, Norda.Platform.Contributions.TopBarSign.MostCounted), (await browser.GetFromJsonAsync<JsonElement>("/powiadomienia/liczba")).GetProperty("unread").GetInt32());
        }

        Assert.Equal(unread.Order(), await app.Db(db => db.Set<UserNotification>().Where(n => n.UserId == anna.Id && !n.IsRead).OrderBy(n => n.Id).Select(n => n.Id).ToListAsync()));
        Assert.Equal(unread.Count >= Norda.Platform.Contributions.TopBarSign.MostCounted ? "99+" : $"{unread.Count}", (await Bell(browser)).QuerySelector("[data-number]")!.TextContent);
    }, iter: 1);

    [Fact]
    public async Task The_API_lists_ones_own_notices_and_refuses_visitors()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);
        await app.Tell(anna, Telling.Of("z opisem", Telling.Praise) with { Message = "Dobra robota." });
        await app.Tell(anna, "druga");
        await browser.PostAsync($"/api/v1/notifications/{(await app.Told(anna))[1].Id}/read", null);

        var all = await browser.GetFromJsonAsync<JsonElement>("/api/v1/notifications");
        var unread = await browser.GetFromJsonAsync<JsonElement>("/api/v1/notifications?unread=true");

        Assert.Equal((2, 1, 1), (all.GetProperty("items").GetArrayLength(), all.GetProperty("unread").GetInt32(), unread.GetProperty("items").GetArrayLength()));
        var item = unread.GetProperty("items")[0];
        Assert.Equal(("Wieść z opisem", "Dobra robota.", "/katalog", "recommendation-received"), (item.GetProperty("title").GetString(), item.GetProperty("message").GetString(), item.GetProperty("url").GetString(), item.GetProperty("kind").GetString()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client().GetAsync("/api/v1/notifications")).StatusCode);
    }

    [Fact]
    public async Task Old_notices_and_those_of_closed_accounts_are_forgotten()
    {
        var (anna, bartek) = (await app.Person("Anna"), await app.Person("Bartek"));
        await app.Tell(anna, "stara");
        await app.Tell(anna, "nowa");
        await app.Tell(bartek, "jego");
        var old = app.Clock.GetUtcNow().UtcDateTime.AddDays(-366);
        await app.Db(db => db.Set<UserNotification>().Where(n => n.UserId == anna.Id && n.UniqueKey == "stara").ExecuteUpdateAsync(n => n.SetProperty(x => x.CreatedAt, old)));
        await app.Db(db => db.Users.Where(u => u.Id == bartek.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));

        await app.Run<ForgetNotices, int>(verb => verb.Run(app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None));

        Assert.Equal(["nowa"], (await app.Told(anna)).Select(n => n.UniqueKey));
        Assert.Empty(await app.Told(bartek));
    }

    private static async Task<AngleSharp.Dom.IElement> Bell(HttpClient browser) => (await (await browser.GetAsync("/prywatnosc")).Page()).QuerySelector(".bell .count")!;

    private static async Task<int> Shown(HttpClient browser, string address) => (await (await browser.GetAsync(address)).Page()).QuerySelectorAll(".notices .notice-open").Length;
}

using Microsoft.Playwright;

namespace Norda.Browser;

/// <summary>What only a browser can show.</summary>
public class JourneyTests(BrowserApp app)
{
    [Fact]
    public async Task Firms_appear_while_one_types_and_the_address_follows()
    {
        await using var visitor = await app.Visitor();
        var watched = await Watched.Open(visitor, "/katalog");
        var page = watched.Page;
        await page.ClickAsync("#q");
        await page.Keyboard.TypeAsync("spawanie alum", new() { Delay = 30 });
        await Assertions.Expect(page.Locator("#podsumowanie")).ToContainTextAsync("spawanie alum");
        Assert.Contains("q=spawanie+alum", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();

        await page.ClickAsync("button[popovertarget=f-miejscowosc]");
        await page.CheckAsync("#f-miejscowosc input[value=luzino]");
        await Assertions.Expect(page.Locator("article.result")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("article.result")).Not.ToHaveCountAsync(1);
        watched.IsQuiet();
    }

    [Fact]
    public async Task A_filter_works_after_a_question_that_found_nothing()
    {
        await using var visitor = await app.Visitor();
        var page = (await Watched.Open(visitor, "/katalog")).Page;
        await page.ClickAsync("#q");
        await page.Keyboard.TypeAsync("xqzwvk", new() { Delay = 30 });
        await Assertions.Expect(page.Locator("button[popovertarget=f-miejscowosc]")).ToHaveCountAsync(0);
        await page.FillAsync("#q", "spawanie");
        await page.ClickAsync("button[popovertarget=f-miejscowosc]");
        await page.CheckAsync("#f-miejscowosc input[value=luzino]");
        await Assertions.Expect(page.Locator("article.result")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_palette_opens_a_firm_by_keys_alone()
    {
        await using var visitor = await app.Visitor();
        var page = (await Watched.Open(visitor, "/")).Page;
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#cmd input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("pixl", new() { Delay = 30 });
        await Assertions.Expect(page.Locator("#cmd-list")).ToContainTextAsync("PIXLAB");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/firma/pixlab-sp-z-o-o");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#cmd")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_JavaScript_one_searches_filters_and_chooses_the_night()
    {
        await using var visitor = await app.Visitor(script: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/katalog");
        await page.FillAsync("#q", "księgowość");
        await page.Locator("#szukaj button.btn-primary").First.ClickAsync();
        await Assertions.Expect(page.Locator("article.result").First).ToBeVisibleAsync();
        await page.ClickAsync("button[popovertarget=f-miejscowosc]");
        await page.CheckAsync("#f-miejscowosc input[value=reda]");
        await page.Locator("#f-miejscowosc button").ClickAsync();
        Assert.Contains("miejscowosc=reda", page.Url, StringComparison.Ordinal);
        await page.Locator("form.theme button[value=dark]").ClickAsync();
        Assert.Equal("dark", await page.Locator("html").GetAttributeAsync("data-theme"));
        Assert.Contains("miejscowosc=reda", page.Url, StringComparison.Ordinal);
        await page.Locator("article h2 a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pointing_at_a_firm_lights_its_pin()
    {
        await using var visitor = await app.Visitor();
        var page = (await Watched.Open(visitor, "/katalog?q=spawanie+aluminium")).Page;
        await page.Locator("article.result[data-pin=B]").HoverAsync();
        await Assertions.Expect(page.Locator(".map a.pin[data-pin=B].is-active")).ToHaveCountAsync(1);
    }
}

using Microsoft.Playwright;

namespace Norda.Browser;

/// <summary>Anna and Bartek, each at their own browser.</summary>
public class MessageJourneyTests(BrowserApp app)
{
    [Fact]
    public async Task A_message_arrives_in_the_open_page_and_what_was_being_typed_stays()
    {
        await using var annas = await app.As("anna");
        await using var bartkas = await app.As("bartek", 390);
        var anna = (await Watched.Open(annas, "/wiadomosci")).Page;
        await anna.ClickAsync(".letters .is-new .letters-open");
        await Assertions.Expect(anna.Locator("h1")).ToHaveTextAsync("Balustrady na Osiedlu Morskim");
        await anna.FillAsync("textarea", "Zaczynam pisać");
        var bartek = (await Watched.Open(bartkas, new Uri(anna.Url).AbsolutePath)).Page;
        await Assertions.Expect(bartek.Locator(".talk-line.is-ours").Last).ToContainTextAsync("Przeczytane");

        await bartek.FillAsync("textarea", "Rysunki już mam");
        await bartek.PressAsync("textarea", "Control+Enter");

        await Assertions.Expect(anna.Locator(".talk-line").Last).ToContainTextAsync("Rysunki już mam", new() { Timeout = 30_000 });
        await Assertions.Expect(anna.Locator("textarea")).ToHaveValueAsync("Zaczynam pisać");
    }
}

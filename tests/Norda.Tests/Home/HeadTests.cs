
namespace Norda.Tests.Home;

public class HeadTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly string[] Public =
        ["/", "/katalog", "/katalog/obrobka-metalu", "/katalog/miejscowosc/puck", "/firma/metal-port-zolkiewski", "/szukaj", "/szukaj?q=spawanie", "/prywatnosc", "/dostepnosc", "/offline"];

    [Fact]
    public async Task Titles_are_unique_in_both_languages()
    {
        var titles = new List<string>();
        foreach (var address in Public.Concat(Public.Select(a => "/en" + a)))
            titles.Add((address.StartsWith("/en/", StringComparison.Ordinal) ? "en " : "pl ") + (await app.Page(address)).Title!);

        Assert.Equal(titles.Count, titles.Distinct().Count());
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/katalog?q=spawanie&usluga=ciecie-laserem", "/katalog")]
    [InlineData("/katalog/obrobka-metalu?sortuj=nazwa", "/katalog/obrobka-metalu")]
    [InlineData("/firma/metal-port-zolkiewski", "/firma/metal-port-zolkiewski")]
    [InlineData("/prywatnosc", "/prywatnosc")]
    public async Task A_page_names_its_one_address_and_its_twin(string address, string canonical)
    {
        var polish = await app.Page(address);
        var english = await app.Page("/en" + address);

        Assert.Equal("http://localhost" + canonical, polish.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("http://localhost/en" + canonical, english.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        foreach (var page in new[] { polish, english })
        {
            Assert.Equal("http://localhost" + canonical, page.QuerySelector("link[hreflang=pl]")!.GetAttribute("href"));
            Assert.Equal("http://localhost/en" + canonical, page.QuerySelector("link[hreflang=en]")!.GetAttribute("href"));
            Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
        }
    }

    [Theory]
    [InlineData("/szukaj?q=spawanie")]
    [InlineData("/nie-ma-takiej")]
    public async Task Lists_and_messages_stay_out_of_search_engines(string address)
    {
        var page = await app.Page(address);

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public async Task The_configured_address_goes_before_the_one_that_was_asked()
    {
        await using var there = await app.Changed(host => host.UseSetting("Norda:PublicUrl", "https://katalog.example.pl/"));
        var page = await (await there.CreateClient().GetAsync("/firma/metal-port-zolkiewski")).Page();

        Assert.Equal("https://katalog.example.pl/firma/metal-port-zolkiewski", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("https://katalog.example.pl/sitemap.xml", await there.CreateClient().GetStringAsync("/robots.txt"));
    }

    [Theory]
    [InlineData(404, "Nie ma takiej strony", "There is no such page")]
    [InlineData(410, "Tej firmy nie ma już w katalogu", "This company is no longer in the directory")]
    [InlineData(422, "Czegoś brakuje w formularzu", "Something is missing in the form")]
    [InlineData(429, "Za dużo zapytań naraz", "Too many requests at once")]
    [InlineData(500, "Coś się u nas zepsuło", "Something broke on our side")]
    [InlineData(503, "Krótka przerwa", "A short break")]
    public async Task An_error_has_a_page_in_both_languages(int code, string polish, string english)
    {
        Assert.Equal(polish, (await app.Page($"/blad/{code}")).QuerySelector("h1")!.TextContent);
        Assert.Equal(english, (await app.Page($"/en/blad/{code}")).QuerySelector("h1")!.TextContent);
    }
}

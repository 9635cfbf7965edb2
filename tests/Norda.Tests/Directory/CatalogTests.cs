using System.Net;

namespace Norda.Tests.Directory;

public class CatalogTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_whole_directory_is_listed_twenty_firms_a_page()
    {
        var page = await app.Page("/katalog");
        Assert.Equal("128\u00A0firm", page.QuerySelector("#podsumowanie strong")!.TextContent.Trim());
        Assert.Equal(20, page.QuerySelectorAll("article.result").Length);
        Assert.Equal("7", page.QuerySelectorAll(".pages a")[^1].TextContent.Split(' ')[^1]);
    }

    [Fact]
    public async Task A_misspelt_question_is_answered_for_the_right_spelling()
    {
        var page = await app.Page("/katalog?q=spawanie+aluminum");
        Assert.Equal("aluminium", page.QuerySelector("#podsumowanie mark")!.TextContent);
        Assert.Contains("dokladnie=1", page.QuerySelector("#podsumowanie a")!.GetAttribute("href"), StringComparison.Ordinal);
        var first = page.QuerySelector("article.result")!;
        Assert.NotEmpty(first.QuerySelectorAll("mark"));
        Assert.NotNull(first.QuerySelector(".tag.is-hit"));
        Assert.Contains("Spawanie aluminium TIG", first.QuerySelector(".why")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_can_be_taken_away()
    {
        var page = await app.Page("/katalog?q=spawanie&miejscowosc=wejherowo&miejscowosc=reda");
        Assert.All(page.QuerySelectorAll("article.result .result-meta"), meta => Assert.True(meta.TextContent.Contains("Wejherowo", StringComparison.Ordinal) || meta.TextContent.Contains("Reda", StringComparison.Ordinal)));
        var chip = page.QuerySelectorAll(".chips-on a.chip").Single(c => c.TextContent.Contains("Reda", StringComparison.Ordinal));
        Assert.Equal("/katalog?q=spawanie&miejscowosc=wejherowo", chip.GetAttribute("href"));
        Assert.Equal(2, page.QuerySelectorAll("#f-miejscowosc input[checked]").Length);
    }

    [Fact]
    public async Task Pins_and_results_carry_the_same_letters()
    {
        var page = await app.Page("/katalog?q=spawanie+aluminium");
        var pins = page.QuerySelectorAll(".map a.pin").ToDictionary(p => p.GetAttribute("data-pin")!, p => p.GetAttribute("href"));
        var cards = page.QuerySelectorAll("article.result[data-pin]:not([data-pin=''])").ToDictionary(c => c.GetAttribute("data-pin")!, c => c.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.NotEmpty(pins);
        Assert.Equal(cards, pins);
    }

    [Fact]
    public async Task Nothing_found_names_the_filter_to_drop_and_the_gain()
    {
        var page = await app.Page("/katalog?q=szkutnik&miejscowosc=luzino");
        Assert.Contains("Brak firm dla „szkutnik”", page.QuerySelector(".empty h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Usuń filtr „Luzino”", page.QuerySelector(".empty p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/katalog?q=szkutnik", page.QuerySelector(".empty a.btn-primary")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/katalog/budownictwo", "Budownictwo")]
    [InlineData("/katalog/miejscowosc/wladyslawowo", "Władysławowo")]
    public async Task Branches_and_towns_have_pages_of_their_own(string address, string heading)
    {
        var page = await app.Page(address);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.NotEmpty(page.QuerySelectorAll("article.result"));
        Assert.All(page.QuerySelectorAll("article.result .result-meta"), meta => Assert.Contains(heading, meta.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/katalog/nie-ma-takiej-branzy")]
    [InlineData("/katalog/miejscowosc/atlantyda")]
    public async Task An_unknown_branch_or_town_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync(address)).StatusCode);

    [Fact]
    public async Task A_number_leads_to_its_firm()
    {
        var nip = await app.Db(db => Task.FromResult(db.Companies.Single(c => c.Slug == "pixlab-sp-z-o-o").Nip!));
        var answer = await app.Client().GetAsync($"/katalog?q={nip[..3]}-{nip[3..6]}-{nip[6..8]}-{nip[8..]}");
        Assert.Equal("/firma/pixlab-sp-z-o-o", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task In_English_the_page_speaks_English_and_its_links_stay_there()
    {
        var page = await app.Page("/en/katalog?q=spawanie");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Companies", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.All(page.QuerySelectorAll("main article h2 a"), a => Assert.StartsWith("/en/firma/", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_htmx_only_the_catalogue_comes_back()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/katalog?q=dach") { Headers = { { "HX-Request", "true" } } };
        var html = await (await app.Client().SendAsync(request)).Content.ReadAsStringAsync();
        Assert.StartsWith("<form", html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("id=\"wyniki\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_asks_the_database_once_or_twice_whatever_it_shows()
    {
        Assert.InRange(await CommandCounter.Count(() => app.Page("/katalog?q=spawanie")), 1, 2);
        Assert.InRange(await CommandCounter.Count(() => app.Page("/katalog?strona=2")), 1, 2);
        Assert.InRange(await CommandCounter.Count(() => app.Page("/katalog?q=spawanie+aluminum&sortuj=nazwa")), 1, 3);
    }

    [Theory]
    [InlineData("?q=%27%22%3E%3Cscript%3E")]
    [InlineData("?strona=-1&sortuj=nic&branza=%27%20or%201=1")]
    [InlineData("?strona=999999999999999999999")]
    [InlineData("?strona=1000")]
    [InlineData("?q=%01%ff&miejscowosc=%01")]
    [InlineData("?branza=a&branza=b&branza=c&branza=d&branza=e&branza=f&branza=g&branza=h&branza=i&branza=j&branza=k&branza=l")]
    [InlineData("?certyfikat=nic&jakosc=nic&kompetencja=nic&usluga=nic")]
    public async Task Odd_addresses_are_answered(string query)
    {
        var answer = await app.Client().GetAsync("/katalog" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty((await answer.Page()).QuerySelectorAll("main script"));
    }
}

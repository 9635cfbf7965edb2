using System.Net;
using System.Text.Json;

namespace Norda.Tests.Home;

public class FrontPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task It_leads_into_the_directory_with_counts_from_the_database()
    {
        var page = await app.Page("/");

        Assert.Equal("/katalog", page.QuerySelector("form.omni-lg")!.GetAttribute("action"));
        var tiles = page.QuerySelectorAll("a.tile");
        Assert.Equal(12, tiles.Length);
        Assert.Equal(128, tiles.Sum(t => int.Parse(t.QuerySelector(".t14")!.TextContent.Split('\u00A0')[0], null)));
        Assert.Equal("/katalog/obrobka-metalu", tiles[0].GetAttribute("href"));
        Assert.Contains("/katalog/miejscowosc/wejherowo", page.QuerySelectorAll("a.chip").Select(a => a.GetAttribute("href")));
        Assert.Equal(6, page.QuerySelectorAll("a.item[href^='/firma/']").Length);
    }

    [Fact]
    public async Task The_examples_find_something()
    {
        var page = await app.Page("/");

        Assert.All(page.QuerySelectorAll(".hero-try a"), example => Assert.NotEmpty(app.Found(example.TextContent).GetAwaiter().GetResult()));
        Assert.NotEmpty(page.QuerySelectorAll(".hero-try a"));
    }

    [Fact]
    public async Task Two_queries_make_it_and_then_none()
    {
        await using var fresh = await app.Changed(_ => { });
        var first = await CommandCounter.Count(() => fresh.CreateClient().GetAsync("/"));
        var second = await CommandCounter.Count(() => fresh.CreateClient().GetAsync("/"));

        Assert.Equal((2, 0), (first, second));
    }

    [Fact]
    public async Task Search_engines_learn_of_the_chamber_and_its_search()
    {
        var page = await app.Page("/en/");
        var graph = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("@graph");

        Assert.Equal("Organization", graph[0].GetProperty("@type").GetString());
        Assert.Equal("http://localhost/en/katalog?q={search_term_string}", graph[1].GetProperty("potentialAction").GetProperty("target").GetProperty("urlTemplate").GetString());
    }

    [Fact]
    public async Task Who_has_the_page_already_is_told_so()
    {
        var first = await app.Client().GetAsync("/prywatnosc");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/prywatnosc") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };

        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await app.Client().SendAsync(again)).StatusCode);
    }
}

public class EmptyChamberTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_chamber_without_firms_says_what_comes_next()
    {
        var page = await app.Page("/");

        Assert.Equal("Katalog czeka na pierwsze firmy", page.QuerySelector(".empty h2")!.TextContent);
        Assert.Contains("import companies", page.QuerySelector(".empty code")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".tile, .hero-try, .hero-map"));
    }
}

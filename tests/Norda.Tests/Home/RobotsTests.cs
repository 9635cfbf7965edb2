using System.Net;
using System.Xml.Linq;
using Norda.Features.Directory;
using Norda.Features.Home.Robots;

namespace Norda.Tests.Home;

public class RobotsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Links = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task The_sitemap_has_every_public_page_in_both_languages()
    {
        await app.Firm("Alfa", town: "Łeba", category: "Obróbka metalu");
        await app.Firm("Ukryta", town: "Reda", category: "Inna", status: CompanyStatus.Pending);

        var urls = await Locations("/sitemap.xml");

        foreach (var path in new[] { "/", "/katalog", "/prywatnosc", "/dostepnosc", "/api", "/katalog/obrobka-metalu", "/katalog/miejscowosc/leba", "/firma/alfa" })
            Assert.Contains("http://localhost" + path, urls);
        Assert.DoesNotContain(urls, url => url.Contains("ukryta", StringComparison.Ordinal) || url.Contains("reda", StringComparison.Ordinal) || url.EndsWith("inna", StringComparison.Ordinal));
        Assert.Contains("http://localhost/en/firma/alfa", urls);
        Assert.Equal(urls.Count, urls.Distinct().Count());
    }

    [Fact]
    public async Task Entries_name_their_twins_and_their_day()
    {
        await app.Firm("Beta");
        var entry = XDocument.Parse(await app.Client().GetStringAsync("/sitemap.xml")).Root!.Elements(Map + "url").Single(u => u.Element(Map + "loc")!.Value == "http://localhost/firma/beta");

        Assert.Equal("2026-11-22T12:00:00Z", entry.Element(Map + "lastmod")!.Value);
        Assert.Equal(["pl http://localhost/firma/beta", "en http://localhost/en/firma/beta"],
            entry.Elements(Links + "link").Select(l => $"{l.Attribute("hreflang")!.Value} {l.Attribute("href")!.Value}"));
    }

    [Fact]
    public async Task Every_address_of_the_sitemap_answers()
    {
        await app.Firm("Gamma", town: "Hel", category: "Usługi");
        foreach (var address in await Locations("/sitemap.xml"))
            Assert.Equal((address, HttpStatusCode.OK), (address, (await app.Client().GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task Robots_are_shown_the_sitemap_and_kept_from_searches()
    {
        var robots = await app.Client().GetStringAsync("/robots.txt");

        Assert.Contains("Disallow: /szukaj", robots);
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", robots);
    }

    [Fact]
    public async Task A_hole_can_be_reported_when_there_is_somebody_to_tell()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/.well-known/security.txt")).StatusCode);
        await using var reachable = await app.Changed(host => host.UseSetting("Norda:Chamber:Email", "biuro@izba.example"));
        var told = await reachable.CreateClient().GetStringAsync("/.well-known/security.txt");

        Assert.Contains("Contact: mailto:biuro@izba.example", told);
        Assert.Contains("Expires: 2027-05-01T00:00:00Z", told);
    }

    [Fact]
    public async Task The_icon_is_where_old_programs_look()
    {
        var answer = await app.Client().GetAsync("/favicon.ico");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Matches(@"^/logo[.\w]*\.svg$", answer.Headers.Location!.OriginalString);
    }

    private async Task<List<string>> Locations(string address) =>
        [.. XDocument.Parse(await app.Client().GetStringAsync(address)).Descendants(Map + "loc").Select(l => l.Value)];
}

public class LargeSitemapTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Above_ten_thousand_firms_it_is_an_index_of_files()
    {
        await app.Db(async db =>
        {
            db.Companies.AddRange(Enumerable.Range(0, Sitemap.FirmsInFile + 1).Select(n => new Company { Name = $"Firma {n}", Slug = $"firma-{n}" }));
            await db.SaveChangesAsync();
        });

        var files = XDocument.Parse(await app.Client().GetStringAsync("/sitemap.xml")).Root!;
        Assert.Equal("sitemapindex", files.Name.LocalName);
        var counts = new List<int>();
        foreach (var file in files.Elements().Select(f => f.Value))
            counts.Add(XDocument.Parse(await app.Client().GetStringAsync(file)).Root!.Elements().Count(u => u.Value.Contains("/firma/", StringComparison.Ordinal)));

        Assert.Equal([0, 2 * Sitemap.FirmsInFile, 2], counts);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/sitemap/3.xml")).StatusCode);
    }
}

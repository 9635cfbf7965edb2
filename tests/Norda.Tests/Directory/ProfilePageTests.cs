using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data.Search;
using Norda.Features.Directory;

namespace Norda.Tests.Profile; // "Norda.Tests.Directory" would hide System.IO.Directory from its neighbours

public sealed class ProfilePageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Hostile = "</script><script>alert(\"1\")</script> & 'Syn'";

    [Fact]
    public async Task A_firm_with_everything_shows_everything()
    {
        var firm = await app.Firm("Pełna Firma", town: "Wejherowo", category: "Obróbka metalu", services: ["Spawanie", "Cięcie"], competencies: ["SolidWorks"], nip: "5882413564", more: Fill);

        var page = await app.Page("/firma/pelna-firma");

        Assert.Equal("Pełna Firma", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["O firmie", "Usługi", "Certyfikaty i nagrody", "Aktualności", "Kontakt"], page.QuerySelectorAll(".tabs a").Select(a => a.TextContent));
        Assert.All(page.QuerySelectorAll(".tabs a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal(["/katalog?usluga=spawanie", "/katalog?usluga=ciecie"], page.QuerySelectorAll(".svc a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal("tel:+48586720000", page.QuerySelector(".actions .btn-primary")!.GetAttribute("href"));
        Assert.Equal(["ważny do 22 stycznia 2027 kończy się za 61 dni", "wygasł 21 listopada 2026"], page.QuerySelectorAll(".cert:has(.badge) .item-sub").Select(c => Flat(c.TextContent)));
        Assert.Equal("Nagroda Izby", page.QuerySelector("#certyfikaty .cert:last-child h3")!.TextContent);
        Assert.Contains("588-241-35-64", page.QuerySelector("details")!.TextContent);
        Assert.Contains("spółka z ograniczoną odpowiedzialnością", page.QuerySelector("details")!.TextContent);
        Assert.NotNull(page.QuerySelector(".map svg .pin"));
        Assert.Equal($"http://localhost/firma/{firm.Slug}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("Pełna Firma, Wejherowo", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_firm_with_only_a_name_has_no_empty_sections()
    {
        await app.Firm("Sama Nazwa");

        var page = await app.Page("/firma/sama-nazwa");

        Assert.Empty(page.QuerySelectorAll("section, .tabs, .map, .actions .btn-primary"));
        Assert.Equal("Kontakt", page.QuerySelector("aside h2")!.TextContent);
    }

    [Fact]
    public async Task Hostile_text_is_text_in_the_page_and_in_the_data_for_search_engines()
    {
        await app.Firm("Zła Firma", services: [$"Usługa {Hostile}"], description: Hostile, more: f =>
        {
            f.Name = $"Zła {Hostile}";
            f.Website = "javascript:alert(1)";
            f.News.Add(new CompanyNews { EventType = "milestone", Title = Hostile, SourceUrl = "javascript:alert(2)" });
            f.SocialProfiles.Add(new SocialProfile { Platform = "facebook", Url = "javascript:alert(3)" });
        });

        var page = await app.Page("/firma/zla-firma");

        var scripts = page.QuerySelectorAll("script").ToList();
        Assert.Equal(["module", "application/ld+json"], scripts.Select(s => s.GetAttribute("type")));
        using var data = JsonDocument.Parse(scripts[1].TextContent);
        Assert.Equal(Hostile, data.RootElement.GetProperty("description").GetString());
        Assert.Equal("LocalBusiness", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal($"Zła {Hostile}", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("a, img, use").SelectMany(a => a.Attributes), a => a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/en", "")]
    [InlineData("", ".vcf")]
    [InlineData("", ".json")]
    [InlineData("", "/qr")]
    [InlineData("/en", "/drukuj")]
    public async Task An_old_address_leads_to_the_new_one(string language, string suffix)
    {
        var former = "dawna-" + Guid.NewGuid().ToString("N");
        var firm = await app.Firm("Nowa " + former, more: f => f.FormerSlugs.Add(new FormerSlug { Slug = former, RetiredAt = app.Clock.GetUtcNow().UtcDateTime }));

        var answer = await app.Client().GetAsync($"{language}/firma/{former}{suffix}");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal($"{language}/firma/{firm.Slug}{suffix}", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(CompanyStatus.Archived, HttpStatusCode.Gone)]
    [InlineData(CompanyStatus.Inactive, HttpStatusCode.Gone)]
    [InlineData(CompanyStatus.Pending, HttpStatusCode.NotFound)]
    public async Task A_firm_that_is_not_listed_is_gone_or_was_never_there(CompanyStatus status, HttpStatusCode code)
    {
        var former = $"byla-{status}".ToLowerInvariant();
        var firm = await app.Firm($"Nieobecna {status}", category: "Wędliny", status: status, more: f => f.FormerSlugs.Add(new FormerSlug { Slug = former, RetiredAt = app.Clock.GetUtcNow().UtcDateTime }));

        foreach (var address in new[] { $"/firma/{firm.Slug}", $"/firma/{former}", $"/firma/{firm.Slug}/drukuj", $"/firma/{firm.Slug}.vcf", $"/firma/{firm.Slug}.json", $"/firma/{firm.Slug}/qr" })
            Assert.Equal(code, (await app.Client().GetAsync(address)).StatusCode);
        if (code == HttpStatusCode.Gone)
        {
            var page = await app.Page($"/firma/{firm.Slug}");
            Assert.Equal("Tej firmy nie ma już w katalogu", page.QuerySelector("h1")!.TextContent);
            Assert.Equal("/katalog/wedliny", page.QuerySelector(".empty .btn-primary")!.GetAttribute("href"));
            Assert.DoesNotContain(firm.Name, page.DocumentElement.TextContent);
        }
    }

    [Fact]
    public async Task An_unknown_address_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/firma/nie-ma-takiej")).StatusCode);

    [Fact]
    public async Task Who_has_the_page_is_told_so_until_the_firm_changes()
    {
        var firm = await app.Firm("Pamiętana Firma");
        var client = app.Client();
        var first = await client.GetAsync("/firma/pamietana-firma");
        var modified = first.Content.Headers.LastModified!.Value;

        Assert.Equal(HttpStatusCode.NotModified, await Ask(modified));

        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.UpdatedAt, app.Clock.GetUtcNow().UtcDateTime)));
        await app.Run<ISearchIndex, bool>(async index => { await index.Refresh([firm.Id], default); return true; });

        Assert.Equal(HttpStatusCode.OK, await Ask(modified));
        Assert.Equal(HttpStatusCode.NotModified, await Ask(modified.AddHours(1)));

        async Task<HttpStatusCode> Ask(DateTimeOffset since)
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, "/firma/pamietana-firma") { Headers = { IfModifiedSince = since } };
            return (await client.SendAsync(question)).StatusCode;
        }
    }

    [Fact]
    public async Task More_services_cost_no_more_commands()
    {
        await app.Firm("Mała Oferta", services: ["Usługa 0"]);
        await app.Firm("Duża Oferta", services: [.. Enumerable.Range(100, 60).Select(i => $"Usługa {i}")], competencies: [.. Enumerable.Range(0, 20).Select(i => $"Umiejętność {i}")]);

        var small = await CommandCounter.Count(() => app.Page("/firma/mala-oferta"));
        var large = await CommandCounter.Count(() => app.Page("/firma/duza-oferta"));

        Assert.Equal(small, large);
        Assert.InRange(large, 1, 13);
    }

    [Fact]
    public async Task Firms_that_do_the_same_are_shown_those_that_share_most_first()
    {
        await app.Firm("Pieczemy", category: "Pieczywo", town: "Puck", services: ["Chleb na zakwasie", "Drożdżówki"]);
        await app.Firm("Też Chleb", category: "Pieczywo", services: ["Chleb na zakwasie"]);
        await app.Firm("Oba Wypieki", category: "Pieczywo", services: ["Chleb na zakwasie", "Drożdżówki"]);
        await app.Firm("Sąsiad z Branży", category: "Pieczywo", town: "Puck");
        await app.Firm("Zamknięta Piekarnia", category: "Pieczywo", services: ["Chleb na zakwasie"], status: CompanyStatus.Archived);

        var page = await app.Page("/firma/pieczemy");

        Assert.Equal(["Oba Wypieki", "Też Chleb", "Sąsiad z Branży"], page.QuerySelectorAll("#podobne .item-title").Select(t => t.TextContent));
    }

    [Fact]
    public async Task The_english_twin_speaks_english_and_marks_what_is_polish()
    {
        await app.Firm("Dwujęzyczna", services: ["Tłumaczenia"], description: "Tłumaczymy.", more: Fill);

        var page = await app.Page("/en/firma/dwujezyczna");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("expires in 61 days", Flat(page.QuerySelector("#certyfikaty")!.TextContent));
        Assert.Equal("pl", page.QuerySelector(".prose")!.GetAttribute("lang"));
        Assert.Equal("/en/katalog?usluga=tlumaczenia", page.QuerySelector(".svc a")!.GetAttribute("href"));
        Assert.Equal("http://localhost/firma/dwujezyczna", page.QuerySelector("link[hreflang=pl]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_card_to_print_has_the_register_data_open_and_stays_out_of_search_engines()
    {
        await app.Firm("Na Papierze", nip: "5260250274");

        var page = await app.Page("/firma/na-papierze/drukuj");

        Assert.Contains("526-025-02-74", page.QuerySelector("main")!.TextContent);
        Assert.Null(page.QuerySelector("details"));
        Assert.Equal("/firma/na-papierze/qr", page.QuerySelector("img.qr")!.GetAttribute("src"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    private static void Fill(Company firm)
    {
        firm.LegalForm = "spzoo";
        firm.Phone = "58 672-00-00";
        firm.DescriptionFull = "Pierwszy akapit.\n\nDrugi akapit.";
        firm.Certifications.Add(new Certification { Name = "ISO 9001", ExpiryDate = new DateOnly(2026, 11, 21) });
        firm.Certifications.Add(new Certification { Name = "EN 1090", ExpiryDate = new DateOnly(2027, 1, 22) });
        firm.Certifications.Add(new Certification { Name = "Bezterminowy" });
        firm.Awards.Add(new Award { Name = "Nagroda Izby", Year = 2024 });
        firm.News.Add(new CompanyNews { EventType = "milestone", Title = "Nowa hala", EventDate = new DateOnly(2026, 11, 4) });
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToString(CultureInfo.InvariantCulture);
}

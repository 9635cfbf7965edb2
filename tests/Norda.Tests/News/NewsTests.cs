using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Norda.Features.News;
using Norda.Platform.Access;
using SkiaSharp;

namespace Norda.Tests.News;

public sealed class NewsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_the_office_publishes_everybody_reads_at_once()
    {
        var office = await Office();
        Assert.DoesNotContain("Zebranie roczne", await Titles());

        var answer = await Write(office, "Zebranie roczne", "**Ważne** sprawy.\n\n<script>alert(1)</script>");
        var page = await app.Page("/aktualnosci/zebranie-roczne");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Zebranie roczne", await Titles());
        Assert.Equal("Ważne", page.QuerySelector(".prose strong")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".prose script"));
        var about = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal(("NewsArticle", "Zebranie roczne", "2026-11-22T"), (about.GetProperty("@type").GetString(), about.GetProperty("headline").GetString(), about.GetProperty("datePublished").GetString()![..11]));
    }

    [Fact]
    public async Task A_draft_is_seen_by_nobody_and_keeps_its_address_when_it_is_published()
    {
        var office = await Office();
        await office.Fill("/biuro/aktualnosci/nowa", "Zapisz jako szkic", Text("Niegotowe jeszcze", "Treść."));
        var post = await Post("Niegotowe jeszcze");

        Assert.Null(post.PublishedAt);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/aktualnosci/niegotowe-jeszcze")).StatusCode);

        await office.Fill($"/biuro/aktualnosci/{post.Id}", "Opublikuj", new() { ["Form.Title"] = "Gotowe już" });

        Assert.Equal("Gotowe już", (await app.Page("/aktualnosci/niegotowe-jeszcze")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task News_for_later_appear_by_themselves()
    {
        var office = await Office();
        await office.Fill("/biuro/aktualnosci/nowa", "Opublikuj", new(Text("Jutrzejsza nowina", "Treść.")) { ["Form.Date"] = "2027-03-01", ["Form.Time"] = "9:00" });

        Assert.Equal(new DateTime(2027, 3, 1, 8, 0, 0), (await Post("Jutrzejsza nowina")).PublishedAt);
        Assert.DoesNotContain("Jutrzejsza nowina", await Titles());
        Assert.DoesNotContain("Jutrzejsza nowina", await app.Client().GetStringAsync("/aktualnosci/rss.xml"), StringComparison.Ordinal);

        await app.Db(db => db.Set<NewsPost>().Where(n => n.Title == "Jutrzejsza nowina").ExecuteUpdateAsync(n => n.SetProperty(x => x.PublishedAt, app.Clock.GetUtcNow().UtcDateTime)));
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync("/aktualnosci/jutrzejsza-nowina")).StatusCode);
    }

    [Theory]
    [InlineData("2027-03-28", "2:30")]
    [InlineData("2027-02-30", "9:00")]
    [InlineData("", "9:00")]
    public async Task A_moment_that_the_clock_does_not_have_is_refused_beside_the_field(string date, string time)
    {
        var answer = await (await Office()).Fill("/biuro/aktualnosci/nowa", "Opublikuj", new(Text("Chwila", "Treść zostaje.")) { ["Form.Date"] = date, ["Form.Time"] = time });
        var page = await answer.Page();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Takiej chwili nie ma w kalendarzu", page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("Treść zostaje.", page.QuerySelector("textarea[name='Form.Content']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Pinned_news_stand_first_and_withdrawn_ones_nowhere()
    {
        var office = await Office();
        await Write(office, "Starsza i ważna", "Treść.");
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        await Write(office, "Młodsza i zwykła", "Treść.");
        var (old, young) = (await Post("Starsza i ważna"), await Post("Młodsza i zwykła"));

        await office.Press($"/biuro/aktualnosci/{old.Id}", "Przypnij na początku");
        Assert.Equal("Starsza i ważna", (await Titles())[0]);
        await office.Press($"/biuro/aktualnosci/{young.Id}", "Wycofaj ze strony");

        Assert.DoesNotContain("Młodsza i zwykła", await Titles());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/aktualnosci/" + young.Slug)).StatusCode);
        Assert.DoesNotContain("Młodsza", await app.Client().GetStringAsync("/aktualnosci/rss.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_and_the_sitemap_know_them()
    {
        await Write(await Office(), "Nowina w kanale & mapie", "Treść nowiny.");
        var item = XDocument.Parse(await app.Client().GetStringAsync("/aktualnosci/rss.xml")).Root!.Element("channel")!.Elements("item").Single(i => i.Element("title")!.Value == "Nowina w kanale & mapie");

        Assert.Equal("http://localhost/aktualnosci/nowina-w-kanale-i-mapie", item.Element("link")!.Value);
        Assert.Equal("Treść nowiny.", item.Element("description")!.Value);
        Assert.Contains("<loc>http://localhost/aktualnosci/nowina-w-kanale-i-mapie</loc>", await app.Client().GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_drawn_anew_and_wants_words()
    {
        var office = await Office();
        var without = await Send(office, "Z obrazkiem bez słów", null);
        var with = await Send(office, "Z obrazkiem i słowami", "Wspólne zdjęcie");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, with.StatusCode);
        var picture = (await app.Page("/aktualnosci/z-obrazkiem-i-slowami")).QuerySelector(".news-picture")!;
        Assert.Equal("Wspólne zdjęcie", picture.GetAttribute("alt"));
        Assert.Equal("image/webp", (await app.Client().GetAsync(picture.GetAttribute("src"))).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Of_two_windows_the_later_is_told()
    {
        var office = await Office();
        await Write(office, "Dwa okna", "Treść.");
        var address = $"/biuro/aktualnosci/{(await Post("Dwa okna")).Id}";
        var stale = await (await office.GetAsync(address)).Page();
        await office.Fill(address, "Opublikuj", new() { ["Form.Content"] = "Pierwsza zmiana." });

        var answer = await office.Send(stale, address, "Opublikuj", new() { ["Form.Content"] = "Druga zmiana." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Pierwsza zmiana.", (await Post("Dwa okna")).Content);
    }

    [Theory]
    [InlineData("/", "Aktualności izby", null)]
    [InlineData("/en/", "News of the chamber", "pl")]
    public async Task The_newest_three_stand_on_the_front_page_as_soon_as_they_are_published(string address, string heading, string? language)
    {
        await app.Page(address); // it is kept for a minute
        var office = await Office();
        for (var i = 0; i < 4; i++)
            await Write(office, $"Nowina numer {i}", "Treść.");

        var shelf = (await app.Page(address)).QuerySelector("section[aria-labelledby=aktualnosci]")!;

        Assert.Equal(heading, shelf.QuerySelector("h2")!.TextContent);
        Assert.Equal(3, shelf.QuerySelectorAll("li").Length);
        Assert.Contains("Nowina numer 3", shelf.QuerySelectorAll(".item-title").Select(t => t.TextContent));
        Assert.Equal(language, shelf.QuerySelector(".item-title")!.GetAttribute("lang"));
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync(shelf.QuerySelector("li a")!.GetAttribute("href"))).StatusCode);
    }

    [Fact]
    public async Task A_front_page_without_news_has_no_shelf()
    {
        var office = await Office();
        foreach (var post in await app.Db(db => db.Set<NewsPost>().AsNoTracking().Where(n => n.PublishedAt != null && n.WithdrawnAt == null).ToListAsync()))
            await office.Press($"/biuro/aktualnosci/{post.Id}", "Wycofaj ze strony");

        Assert.Null((await app.Page("/")).QuerySelector("section[aria-labelledby=aktualnosci]"));
    }

    [Fact]
    public async Task A_visitor_costs_no_command_the_second_time()
    {
        await Write(await Office(), "Tania nowina", "Treść.");
        await app.Page("/aktualnosci/tania-nowina");

        Assert.Equal(0, await CommandCounter.Count(() => app.Page("/aktualnosci/tania-nowina")));
    }

    private static Dictionary<string, string> Text(string title, string content) => new() { ["Form.Title"] = title, ["Form.Content"] = content, ["Form.Date"] = "", ["Form.Time"] = "" };

    private static Task<HttpResponseMessage> Write(HttpClient office, string title, string content) => office.Fill("/biuro/aktualnosci/nowa", "Opublikuj", Text(title, content));

    private static async Task<HttpResponseMessage> Send(HttpClient office, string title, string? alt)
    {
        var token = (await (await office.GetAsync("/biuro/aktualnosci/nowa")).Page()).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var bitmap = new SKBitmap(40, 30);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Text(title, "Treść.").Append(new("__RequestVerificationToken", token)).Append(new("Form.PictureAlt", alt ?? "")).Append(new("Form.IsDraft", "false")))
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "Upload", "zdjecie.png");
        return await office.PostAsync("/biuro/aktualnosci/nowa", form);
    }

    private async Task<HttpClient> Office() => await app.As(await app.Person("Celina", staff: Role.Office));

    private async Task<List<string>> Titles() => [.. (await app.Page("/aktualnosci")).QuerySelectorAll(".news-card h2").Select(h => h.TextContent)];

    private Task<NewsPost> Post(string title) => app.Db(db => db.Set<NewsPost>().AsNoTracking().SingleAsync(n => n.Title == title));
}

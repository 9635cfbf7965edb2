using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Events;
using Norda.Features.Forum;
using Norda.Features.News;
using Norda.Platform.Access;
using Norda.Tests.Classifieds;
using Norda.Tests.Events;

namespace Norda.Tests.Search;

/// <summary>One question to the whole site, from the palette and from the page, by who asks.</summary>
public sealed class FindAroundTests(FindAroundTests.Fixture fixture) : IClassFixture<FindAroundTests.Fixture>
{
    public sealed class Fixture : TestApp
    {
        public User Anna { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Anna = await this.Person("Anna Świętosława Żółkiewska", await this.Firm("Zażółć Gęślą"), CompanyRole.Owner);
            var bartek = await this.Member("Bartek Świder");
            await this.Person("Świętopełk Niepewny", await this.Firm("Niepewna"), verified: false);
            await this.Event("Święto kupców", more: f => f.Visibility = EventVisibility.Public);
            await this.Event("Święta członków", more: f => f.Visibility = EventVisibility.Members);
            await this.Ad(bartek, "Święta: szukam dekoracji", "Potrzebne girlandy i lampki na halę, montaż w grudniu.");
            await this.Ad(bartek, "Szukam oświetlenia", "Tajny opis: reflektory świąteczne na trzy tygodnie.");
            var gone = await this.Ad(bartek, "Święta minęły", "Tego ogłoszenia nie ma już nigdzie na stronie.");
            await Db(async db =>
            {
                var now = Clock.GetUtcNow().UtcDateTime;
                await db.Set<Classified>().Where(c => c.Id == gone.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.IsActive, false));
                var shelf = new ForumCategory { Name = "Rozmowy", Slug = "rozmowy" };
                db.Add(new ForumTopic { AuthorId = bartek.Id, Category = shelf, Title = "Świetlówki czy LED", Slug = "swietlowki", Content = "Co na halę?", Terms = " ", CreatedAt = now, LastReplyAt = now });
                db.Add(new ForumTopic { AuthorId = bartek.Id, Category = shelf, Title = "Świństwo", Slug = "swinstwo", Content = "Ukryte", Terms = " ", CreatedAt = now, LastReplyAt = now, HiddenAt = now });
                db.Add(new NewsPost { Title = "Świąteczne godziny biura", Slug = "swiateczne-godziny", Content = "Treść", PublishedAt = now, CreatedAt = now, UpdatedAt = now });
                db.Add(new NewsPost { Title = "Święta: szkic", Slug = "swieta-szkic", Content = "Treść", CreatedAt = now, UpdatedAt = now });
                await db.SaveChangesAsync();
            });
        }
    }

    private const string Visitor = "visitor", Member = "member", Office = "office";

    [Theory]
    [InlineData(Visitor, "Święto kupców|Święta: szukam dekoracji|Świąteczne godziny biura")]
    [InlineData(Member, "Anna Świętosława Żółkiewska|Bartek Świder|Święta członków|Święto kupców|Świetlówki czy LED|Święta: szukam dekoracji|Świąteczne godziny biura")]
    [InlineData(Office, "Anna Świętosława Żółkiewska|Bartek Świder|Święta członków|Święto kupców|Świetlówki czy LED|Święta: szukam dekoracji|Świąteczne godziny biura")]
    public async Task Everybody_finds_what_they_may_see_and_nothing_else(string who, string expected)
    {
        var browser = await Browser(who);

        var palette = (await Suggest(browser, "swi")).Select(i => Title(i.Text)).ToList();
        var page = await (await browser.GetAsync("/szukaj?q=swi")).Page();
        var found = page.QuerySelectorAll("main section > ul.list .item-title").Select(t => Title(t.TextContent)).ToList();

        Assert.Equal(expected.Split('|').Order(), palette.Order());
        Assert.Equal(expected.Split('|').Order(), found.Order());
    }

    [Fact]
    public async Task Polish_signs_and_the_order_of_words_make_no_difference() =>
        Assert.Contains((await Suggest(await Browser(Member), "zolk swietos")), i => i is { Group: "Ludzie", Text: "Anna Świętosława Żółkiewska", Hint: "Zażółć Gęślą" } && i.Url == $"/wiadomosci/do/{fixture.Anna.Id}");

    [Fact]
    public async Task A_piece_from_the_middle_of_a_word_is_no_beginning() => Assert.DoesNotContain(await Suggest(await Browser(Member), "wiet"), i => i.Group == "Ludzie");

    [Fact]
    public async Task What_only_members_read_is_not_found_by_its_words_from_outside()
    {
        Assert.Contains(await Suggest(await Browser(Member), "reflektory"), i => i.Text == "Szukam oświetlenia");
        Assert.DoesNotContain(await Suggest(await Browser(Visitor), "reflektory"), i => i.Text == "Szukam oświetlenia");
    }

    [Fact]
    public async Task Who_types_what_to_do_can_do_it_with_Enter()
    {
        var first = (await Suggest(await Browser(Member), "ogł"))[0];

        Assert.Equal(("Działania", "Dodaj ogłoszenie", "/ogloszenia/nowe"), (first.Group, first.Text, first.Url));
        Assert.Contains(await Suggest(await Browser(Office), "dodaj wyd"), i => i.Url == "/biuro/wydarzenia/nowe");
        Assert.DoesNotContain(await Suggest(await Browser(Member), "dodaj wyd"), i => i.Url == "/biuro/wydarzenia/nowe");
        Assert.DoesNotContain(await Suggest(await Browser(Visitor), "ogł"), i => i.Group == "Działania");
    }

    [Fact]
    public async Task The_English_site_has_English_groups_and_addresses()
    {
        var items = await Suggest(await Browser(Visitor), "swi", "/en");

        Assert.Equal(["Events", "Classifieds", "News"], items.Select(i => i.Group).Distinct());
        Assert.All(items, i => Assert.StartsWith("/en/", i.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_stands_out()
    {
        var page = await (await (await Browser(Visitor)).GetAsync("/szukaj?q=kup%20swie")).Page();

        Assert.Equal(["Świę", "kup"], page.QuerySelector("main section > ul.list .item-title")!.QuerySelectorAll("mark").Select(m => m.TextContent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ś")]
    [InlineData("%")]
    [InlineData("%%__")]
    [InlineData("'; drop table users; --")]
    [InlineData("\" OR 1=1")]
    public async Task Too_little_or_nothing_sensible_finds_no_things(string typed) => Assert.DoesNotContain(await Suggest(await Browser(Member), typed), i => i.Group is "Ludzie" or "Wydarzenia" or "Forum");

    [Fact]
    public async Task A_list_stays_short_and_the_number_of_commands_small()
    {
        var browser = await Browser(Member);
        for (var i = 0; i < 7; i++)
            await fixture.Member($"Krótka Lista {i}");
        var few = await CommandCounter.Count(() => browser.GetAsync("/szukaj?q=kr%C3%B3tka"));

        Assert.Equal(4, (await Suggest(browser, "krotka")).Count(i => i.Group == "Ludzie"));
        Assert.InRange(await CommandCounter.Count(() => browser.GetAsync("/api/v1/search/suggest?q=krotka")), 1, 4);
        Assert.InRange(few, 1, 8);
    }

    private Task<HttpClient> Browser(string who) => who switch
    {
        Visitor => Task.FromResult(fixture.Client()),
        Member => Entered(fixture.Member("Celina")),
        _ => Entered(fixture.Person("Olga z biura", staff: Role.Office)),
    };

    private async Task<HttpClient> Entered(Task<User> person) => await fixture.As(await person);

    /// <summary>Names of events end in a random number in these tests.</summary>
    private static string Title(string text) => text.StartsWith("Święt", StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal) ? string.Join(' ', text.Split(' ')[..2]) : text;

    private static async Task<List<Item>> Suggest(HttpClient browser, string typed, string language = "") =>
        JsonDocument.Parse(await browser.GetStringAsync($"{language}/api/v1/search/suggest?q={Uri.EscapeDataString(typed)}")).RootElement.GetProperty("items").EnumerateArray()
            .Select(i => new Item(i.GetProperty("group").GetString()!, i.GetProperty("text").GetString()!, i.GetProperty("url").GetString()!, i.TryGetProperty("hint", out var hint) ? hint.GetString() : null))
            .Where(i => i.Group is not ("Firmy" or "Usługi" or "Branże")).ToList();

    private sealed record Item(string Group, string Text, string Url, string? Hint);
}

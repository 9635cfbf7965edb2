using System.Net;

namespace Norda.Tests.Search;

public class SearchPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Firms_come_first_with_the_reason_why_and_the_spelling_that_was_asked()
    {
        var page = await app.Page("/szukaj?q=spawanie+aluminum");

        Assert.InRange(page.QuerySelectorAll("article.result").Length, 3, 5);
        Assert.Contains("Spawanie aluminium", page.QuerySelector(".why")!.TextContent);
        Assert.Equal("spawanie aluminium", page.QuerySelector("[role=status] mark")!.TextContent);
        Assert.Equal("/szukaj?q=spawanie%20aluminum&dokladnie=1", page.QuerySelector("[role=status] a")!.GetAttribute("href"));
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/katalog?q=spawanie%20aluminum");
    }

    [Fact]
    public async Task The_exact_spelling_is_taken_as_it_is() =>
        Assert.Null((await app.Page("/szukaj?q=spawanie+aluminum&dokladnie=1")).QuerySelector("[role=status] a"));

    [Theory]
    [InlineData("meble", "/katalog/drewno-i-meble")]
    [InlineData("Puck", "/katalog/miejscowosc/puck")]
    [InlineData("spawania", "/katalog?usluga=spawanie-aluminium-tig")]
    [InlineData("dostępność", "/dostepnosc")]
    [InlineData("rodo", "/prywatnosc")]
    public async Task What_the_words_name_is_one_step_away(string typed, string address) =>
        Assert.Contains(address, (await app.Page("/szukaj?q=" + Uri.EscapeDataString(typed))).QuerySelectorAll("aside a.chip").Select(a => a.GetAttribute("href")));

    [Fact]
    public async Task Pages_are_found_by_their_English_names_in_English() =>
        Assert.Contains("/en/prywatnosc", (await app.Page("/en/szukaj?q=cookies")).QuerySelectorAll("aside a.chip").Select(a => a.GetAttribute("href")));

    [Theory]
    [InlineData("/szukaj", "/firma/")]
    [InlineData("/en/szukaj", "/en/firma/")]
    public async Task The_number_of_a_firm_opens_its_page(string search, string firm)
    {
        var nip = await app.Db(db => Task.FromResult(db.Companies.Where(c => c.Slug == "metal-port-zolkiewski").Select(c => c.Nip!).Single()));
        var answer = await app.Client().GetAsync($"{search}?q={nip[..3]}-{nip[3..6]}-{nip[6..8]}-{nip[8..]}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(firm + "metal-port-zolkiewski", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do_next()
    {
        var page = await app.Page("/szukaj?q=qwrtplk");

        Assert.Equal("Nic nie pasuje do „qwrtplk”", page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal("/katalog", page.QuerySelector(".empty a.btn-primary")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_question_is_no_question(string typed) => Assert.Empty((await app.Page("/szukaj?q=" + typed)).QuerySelectorAll(".empty, .result"));

    [Theory]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("a OR b) NOT *")]
    [InlineData("'; drop table companies; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u0007\u001b")]
    public async Task Hostile_questions_are_answered(string typed)
    {
        var answer = await app.Client().GetAsync("/szukaj?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_page_is_a_question_too() =>
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync("/szukaj?q=" + string.Join('+', Enumerable.Repeat("dachówka", 1200)))).StatusCode);
}

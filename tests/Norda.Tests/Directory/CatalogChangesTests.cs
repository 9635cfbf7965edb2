namespace Norda.Tests.Directory;

public class CatalogChangesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_changed_firm_shows_at_once_although_pages_are_cached()
    {
        const string Address = "/katalog?q=bursztynownia";
        Assert.Empty((await app.Page(Address)).QuerySelectorAll("article.result"));
        await app.Firm("Bursztynownia Hel", "Hel");
        Assert.Single((await app.Page(Address)).QuerySelectorAll("article.result"));
    }

    [Fact]
    public async Task What_firms_write_of_themselves_is_text()
    {
        await app.Firm("<script>alert(1)</script> Zła", "<b>Puck</b>", services: ["<img src=x onerror=alert(1)>"], description: "\"><svg onload=alert(1)> kotwicowisko");
        var page = await app.Page("/katalog?q=kotwicowisko");
        Assert.Empty(page.QuerySelectorAll("main script, main img, main article svg[onload], main article b"));
        Assert.Contains("<script>alert(1)</script> Zła", page.QuerySelector("article h2")!.TextContent, StringComparison.Ordinal);
    }
}

using Norda.Platform.Access;

namespace Norda.Tests.Home;

/// <summary>The bar at the foot of a phone: four ways and the rest.</summary>
public sealed class MenuTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Who_keeps_the_fees_has_them_in_the_bar() =>
        Assert.Equal(["Start", "Katalog", "Wydarzenia", "Składki", "Więcej"], await Bar(await app.As(await app.Person("Skarbnik", staff: Role.Treasurer))));

    [Fact]
    public async Task Anybody_else_has_news_there()
    {
        Assert.Equal(["Start", "Katalog", "Wydarzenia", "Aktualności", "Więcej"], await Bar(await app.As(await app.Person("Anna", await app.Firm("Bez Biura")))));
        Assert.Equal(["Start", "Katalog", "Wydarzenia", "Aktualności", "Więcej"], await Bar(app.Client()));
    }

    private static async Task<IEnumerable<string>> Bar(HttpClient browser) => (await (await browser.GetAsync("/katalog")).Page()).QuerySelectorAll(".tabbar a").Select(a => a.TextContent.Trim());
}

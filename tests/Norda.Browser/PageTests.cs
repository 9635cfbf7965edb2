using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Norda.Browser;

/// <summary>Every page, on a desk and on a phone, by day and by night: nobody is shut out and the console is silent.</summary>
public class PageTests(BrowserApp app)
{
    public static readonly string[] Paths =
    [
        "/", "/katalog", "/katalog?q=spawanie+aluminum", "/katalog?q=szkutnik&miejscowosc=luzino", "/katalog?widok=mapa", "/katalog/budownictwo",
        "/katalog/miejscowosc/puck", "/firma/metal-port-zolkiewski", "/firma/metal-port-zolkiewski/drukuj", "/szukaj?q=dach", "/szukaj?q=xyzzy",
        "/prywatnosc", "/dostepnosc", "/offline", "/nie-ma-takiej", "/blad/410", "/blad/422", "/blad/429", "/blad/500", "/blad/503", "/kit",
        "/en/", "/en/katalog?q=spawanie", "/en/firma/pixlab-sp-z-o-o", "/en/dostepnosc",
    ];

    public static TheoryData<string, int, ColorScheme> Everywhere()
    {
        var data = new TheoryData<string, int, ColorScheme>();
        foreach (var path in Paths)
            foreach (var width in (int[])[1440, 390])
                foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                    data.Add(path, width, theme);
        return data;
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Axe_finds_nothing_and_the_console_is_silent(string path, int width, ColorScheme theme)
    {
        await using var visitor = await app.Visitor(width, theme);
        var watched = await Watched.Open(visitor, path);
        var found = await watched.Page.RunAxe();
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html).Take(3))}"));
        watched.IsQuiet();
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public async Task Nothing_sticks_out_of_a_narrow_screen(string path)
    {
        await using var visitor = await app.Visitor(320);
        var page = (await Watched.Open(visitor, path)).Page;
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    [Fact]
    public async Task A_planted_barrier_is_found()
    {
        await using var visitor = await app.Visitor();
        var watched = await Watched.Open(visitor, "/katalog");
        await watched.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('button'))");
        Assert.Contains((await watched.Page.RunAxe()).Violations, v => v.Id == "button-name");
    }

    [Theory]
    [InlineData("setTimeout(() => { throw new Error('planted') })", "planted")]
    [InlineData("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')", "Content Security Policy")]
    [InlineData("document.body.append(Object.assign(new Image(), { src: '/planted.png' }))", "404")]
    public async Task A_planted_complaint_is_heard(string script, string complaint)
    {
        await using var visitor = await app.Visitor();
        var watched = await Watched.Open(visitor, "/blad/404");
        await watched.Page.EvaluateAsync(script);
        await watched.Page.WaitForTimeoutAsync(500);
        Assert.Contains(complaint, Assert.ThrowsAny<Exception>(watched.IsQuiet).Message, StringComparison.Ordinal);
    }

    public static IEnumerable<TheoryDataRow<string>> AllPaths() => Paths.Select(path => new TheoryDataRow<string>(path));
}

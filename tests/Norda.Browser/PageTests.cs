using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Norda.Browser;

/// <summary>Every page, on a desk and on a phone, by day and by night: nobody is shut out and the console is silent.</summary>
public abstract class PageTests(BrowserApp app, int width)
{
    private const int Narrow = 320;

    /// <summary>Contrast is what the night changes; everything else axe has seen by day.</summary>
    private static readonly AxeRunOptions Contrast = new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };

    public static readonly TheoryData<string> Paths =
    [
        "/", "/katalog", "/katalog?q=spawanie+aluminum", "/katalog?q=szkutnik&miejscowosc=luzino", "/katalog?widok=mapa", "/katalog/budownictwo",
        "/katalog/miejscowosc/puck", "/firma/metal-port-zolkiewski", "/firma/metal-port-zolkiewski/drukuj", "/szukaj?q=dach", "/szukaj?q=xyzzy",
        "/prywatnosc", "/dostepnosc", "/offline", "/nie-ma-takiej", "/blad/410", "/blad/422", "/blad/429", "/blad/500", "/blad/503", "/kit",
        "/en/", "/en/katalog?q=spawanie", "/en/firma/pixlab-sp-z-o-o", "/en/dostepnosc",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Axe_finds_nothing_and_the_console_is_silent(string path)
    {
        await using var visitor = await app.Visitor(width);
        Assert.Empty(await Faults(visitor, path));
    }

    /// <summary>What needs no number in its address is found by itself: a new page is looked at without being named here.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("anna")]
    [InlineData("biuro")]
    [InlineData("admin")]
    public async Task Neither_do_the_pages_of(string? person)
    {
        await using var visitor = person is null ? await app.Visitor(width) : await app.As(person, width);
        var faults = new List<string>();
        foreach (var path in app.PagesFor(person))
            faults.AddRange(await Faults(visitor, path));
        Assert.Empty(faults);
    }

    private static async Task<List<string>> Faults(IBrowserContext visitor, string path)
    {
        var watched = await Watched.Open(visitor, path);
        var page = watched.Page;
        var found = (await watched.Axe()).Violations.Select(v => "by day, " + Told(v)).ToList();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        found.AddRange((await watched.Axe(Contrast)).Violations.Select(v => "by night, " + Told(v)));
        await page.SetViewportSizeAsync(Narrow, 900);
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is var beyond and > 0)
            found.Add($"sticks out of a narrow screen by {beyond} px");
        found.AddRange(watched.Errors);
        await page.CloseAsync();
        return [.. found.Select(fault => $"{path}: {fault}")];
    }

    private static string Told(AxeResultItem violation) => $"{violation.Id}: {string.Join(' ', violation.Nodes.Select(n => n.Html).Take(3))}";
}

public class DeskTests(BrowserApp app) : PageTests(app, 1440);

public class PhoneTests(BrowserApp app) : PageTests(app, 390);

/// <summary>The ears of the tests above are shown what they must hear.</summary>
public class PlantedTests(BrowserApp app)
{
    [Fact]
    public async Task A_planted_barrier_is_found()
    {
        await using var visitor = await app.Visitor();
        var watched = await Watched.Open(visitor, "/katalog");
        await watched.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('button'))");
        Assert.Contains((await watched.Axe()).Violations, v => v.Id == "button-name");
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
        Assert.Contains(watched.Errors, error => error.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_without_a_number_belongs_to_somebody() =>
        Assert.Equal(app.PagesFor("admin").Concat(app.PagesFor("biuro")).Concat(app.PagesFor("anna")).Concat(app.PagesFor(null)).Order(), app.Pages.Select(p => p.Route).Order());
}

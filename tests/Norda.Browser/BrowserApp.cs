using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Norda.Data;
using Norda.Features.Accounts.Demo;
using Norda.Platform.Access;

[assembly: AssemblyFixture(typeof(Norda.Browser.BrowserApp))]

namespace Norda.Browser;

/// <summary>The application on a real server with the demo chamber, as a newcomer starts it, and one Chromium for the whole run.</summary>
public sealed class BrowserApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly (string? Name, Role[] Roles)[] Cast =
        [(null, [Role.Visitor]), ("anna", [Role.SignedIn, Role.Member, Role.Manager]), ("biuro", [Role.Office]), ("admin", [Role.Admin])];

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("norda-browser-").FullName;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Task<IReadOnlyList<BrowserContextCookiesResult>>> signedIn = new(StringComparer.Ordinal);
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public string Url => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        await Services.GetRequiredService<DatabaseGate>().Opened.WaitAsync(TimeSpan.FromMinutes(4));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("NORDA_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A visitor with cookies of their own.</summary>
    public Task<IBrowserContext> Visitor(int width = 1440, ColorScheme theme = ColorScheme.Light, bool script = true) => browser.NewContextAsync(new()
    {
        BaseURL = Url,
        ViewportSize = new() { Width = width, Height = 900 },
        ColorScheme = theme,
        JavaScriptEnabled = script,
        HasTouch = width < 500,
        ReducedMotion = ReducedMotion.Reduce,
    });

    /// <summary>One of the demo chamber's people, signed in.</summary>
    public async Task<IBrowserContext> As(string person, int width = 1440)
    {
        var context = await Visitor(width);
        await context.AddCookiesAsync((await signedIn.GetOrAdd(person, SignIn)).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        return context;
    }

    /// <summary>Pages whose address needs nothing filled in; one with an extension is a file for programs.</summary>
    public IReadOnlyList<AccessRow> Pages => field ??= [.. AccessInventory.List(Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null))
        .Where(p => !p.Route.Contains('{', StringComparison.Ordinal) && !Path.HasExtension(p.Route)).DistinctBy(p => p.Route)];

    /// <summary>Those of <see cref="Pages"/> that the person may open and nobody before them in this order: visitor, anna (owns a firm), biuro, admin.</summary>
    public IEnumerable<string> PagesFor(string? person) => Pages.Where(p => Array.Find(Cast, who => AccessTable.Rules[(p.Resource!.Value, p.Act!.Value)].Any(who.Roles.Contains)).Name == person).Select(p => p.Route);

    private async Task<IReadOnlyList<BrowserContextCookiesResult>> SignIn(string person)
    {
        await using var context = await Visitor();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/logowanie");
        await page.FillAsync("[name='Form.Email']", person + DemoPeople.Domain);
        await page.FillAsync("[name='Form.Password']", DemoPeople.Password);
        await page.ClickAsync("main form button.btn-primary");
        await page.WaitForURLAsync(url => !url.Contains("/logowanie", StringComparison.Ordinal));
        return await context.CookiesAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:Norda", $"Data Source={folder}/norda.db");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
    }
}

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Norda.Data;

[assembly: AssemblyFixture(typeof(Norda.Browser.BrowserApp))]

namespace Norda.Browser;

/// <summary>The application on a real server with the demo chamber, as a newcomer starts it, and one Chromium for the whole run.</summary>
public sealed class BrowserApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("norda-browser-").FullName;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public string Url => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        await Services.GetRequiredService<DatabaseGate>().Opened.WaitAsync(TimeSpan.FromMinutes(1));
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

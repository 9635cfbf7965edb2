using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Norda.Data;
using Norda.Features.Jobs;
using Norda.Features.Mail;

namespace Norda.Tests;

/// <summary>
/// The whole application over a migrated database of its own, at noon of 22 November 2026 (UTC). One for a test class:
/// <c>class CatalogueTests(TestApp app) : IClassFixture&lt;TestApp&gt;</c>.
/// </summary>
public class TestApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private TestDatabase? database;

    public TestApp()
    {
        ClientOptions.AllowAutoRedirect = false;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public TestDatabase Database => database ?? throw new InvalidOperationException("The application has not been initialised.");

    public virtual async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Migrated();
        await Open(Services);
    }

    /// <summary>The same application over the same database, but for one change.</summary>
    public async Task<WebApplicationFactory<Program>> Changed(Action<IWebHostBuilder> change)
    {
        var other = WithWebHostBuilder(change);
        await Open(other.Services);
        return other;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser's manners: cookies, but redirects are shown, not followed.</summary>
    public HttpClient Client() => CreateClient();

    /// <summary>Opens the address as a visitor and reads the page, whatever its status.</summary>
    public async Task<IDocument> Page(string address) => await (await Client().GetAsync(address)).Page();

    public async Task Db(Func<AppDb, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public async Task<T> Db<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Runs a verb: <c>app.Run&lt;RenameCompany, Outcome&gt;(verb =&gt; verb.Run(…))</c>.</summary>
    public async Task<T> Run<TVerb, T>(Func<TVerb, Task<T>> work) where TVerb : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    /// <summary>Errors are shown, but for those that the database throws: they reach the test.</summary>
    private static void Quiet(LoggerFilterOptions logging)
    {
        logging.Rules.Clear();
        logging.Rules.Add(new LoggerFilterRule(null, "Microsoft.EntityFrameworkCore", LogLevel.None, null));
        logging.MinLevel = LogLevel.Error;
    }

    private static Task Open(IServiceProvider services) => services.GetRequiredService<DatabaseGate>().Opened.WaitAsync(TimeSpan.FromSeconds(30));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Norda", Database.ConnectionString);
        builder.UseSetting(Norda.Platform.RateLimits.FormsSetting, "0"); // tests type faster than people
        builder.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Remove(services.Single(s => s.ImplementationType == typeof(Postman))); // letters go when a test sends them
            services.Remove(services.Single(s => s.ImplementationType == typeof(Clockwork))); // and jobs run when a test runs them
            services.PostConfigure<LoggerFilterOptions>(Quiet);
            services.Configure<TestServerOptions>(server => server.PreserveExecutionContext = true); // the command counter counts per caller
            services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(CommandCounter.Instance));
            services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(CommandCounter.Instance));
        });
    }
}

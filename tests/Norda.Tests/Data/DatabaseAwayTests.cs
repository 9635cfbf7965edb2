using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Norda.Tests.Data;

/// <summary>A database that is away is no fault of the page: it says so, and is itself again when the database is back.</summary>
public sealed class DatabaseAwayTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Without_its_database_the_application_starts_and_says_so()
    {
        await using var door = new TcpDoor("127.0.0.1", 1);
        await using var app = new Application($"Host=127.0.0.1;Port={door.Port};Database=norda;Username=norda");
        var client = app.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        await IsAPause(await client.GetAsync("/katalog"));
        var call = await client.GetAsync("/api/v1/companies");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (call.StatusCode, call.Content.Headers.ContentType!.MediaType));
    }

    [PostgresFact]
    public async Task When_the_database_comes_the_application_is_ready_by_itself()
    {
        await using var database = new TestDatabase();
        await using var door = DoorTo(database, out var connection);
        await using var app = new Application(connection);
        await IsAPause(await app.CreateClient().GetAsync("/katalog"));

        door.Open();

        await Becomes(app, HttpStatusCode.OK, "/health/ready");
        await Becomes(app, HttpStatusCode.OK, "/katalog");
    }

    [PostgresFact]
    public async Task A_database_that_goes_away_and_comes_back_costs_a_pause()
    {
        await using var database = await TestDatabase.Migrated();
        await using var door = DoorTo(database, out var connection);
        door.Open();
        await using var app = new Application(connection);
        await Becomes(app, HttpStatusCode.OK, "/health/ready");

        await door.Shut();

        await IsAPause(await app.CreateClient().GetAsync("/katalog?q=inne"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.CreateClient().GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync("/health/live")).StatusCode);

        door.Open();

        await Becomes(app, HttpStatusCode.OK, "/health/ready");
        await Becomes(app, HttpStatusCode.OK, "/katalog?q=inne");
    }

    private static async Task IsAPause(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("Krótka przerwa", (await answer.Page()).QuerySelector("h1")!.TextContent.Trim());
    }

    private static async Task Becomes(Application app, HttpStatusCode status, string address)
    {
        using var limit = new CancellationTokenSource(Soon);
        while ((await app.CreateClient().GetAsync(address, limit.Token)).StatusCode != status)
            await Task.Delay(100, limit.Token);
    }

    private static TcpDoor DoorTo(TestDatabase database, out string connection)
    {
        var real = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var door = new TcpDoor(real.Host!, real.Port);
        connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = door.Port }.ConnectionString;
        return door;
    }

    /// <summary>Unlike <see cref="TestApp"/> it does not wait for its database.</summary>
    private sealed class Application(string connection) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("ConnectionStrings:Norda", connection);
            builder.ConfigureServices(services => services.PostConfigure<LoggerFilterOptions>(logging => { logging.Rules.Clear(); logging.MinLevel = LogLevel.None; }));
        }
    }
}

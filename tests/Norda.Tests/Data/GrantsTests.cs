using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Features.Jobs;
using Npgsql;
using Quartz;

namespace Norda.Tests.Data;

/// <summary>The application signs in to PostgreSQL as a role that cannot touch what the audit log and the ledger of payments say.</summary>
public sealed class GrantsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_applications_role_works_and_has_no_right_to_change_the_log()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "PostgreSQL only");
        var firm = await app.Firm("Rola Testowa");
        await using (var owner = await app.Changed(host => host.ConfigureServices(services => services.AddHostedService<Clockwork>())))
            await Started(owner.Services); // the tables of the schedule
        var role = $"norda_app_{Guid.NewGuid():N}"[..20];
        await Sql(app.Database.ConnectionString, GrantsCommand.For(role));
        var limited = new NpgsqlConnectionStringBuilder(app.Database.ConnectionString) { Username = role, Pooling = false }.ConnectionString;

        await using (var running = await app.Changed(host => host.UseSetting("ConnectionStrings:Norda", limited).ConfigureServices(services => services.AddHostedService<Clockwork>())))
        {
            await using var scope = running.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            (await db.Companies.SingleAsync(c => c.Id == firm.Id)).DescriptionShort = "Zapisane przez rolę aplikacji";
            await db.SaveChangesAsync();
            Assert.Equal(System.Net.HttpStatusCode.OK, (await running.CreateClient().GetAsync($"/firma/{firm.Slug}")).StatusCode);
            Assert.NotNull(await Started(running.Services));
        }

        foreach (var forbidden in (string[])["update audit_log set actor = 'System'", "delete from audit_log", "truncate audit_log", "update fee_payments set amount = 1", "delete from payment_allocations", "truncate payment_reversals"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Sql(limited, forbidden))).SqlState);
        await Sql(app.Database.ConnectionString, $"drop owned by {role}; drop role {role}");
    }

    private static async Task<ITrigger?> Started(IServiceProvider services)
    {
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        for (var wait = 0; wait < 200; wait++)
        {
            if (await scheduler.GetTrigger(new TriggerKey(Schedule.All[^1].Name)) is { } trigger)
                return trigger;
            await Task.Delay(100);
        }

        return null;
    }

    private static async Task Sql(string connectionString, string text)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }
}

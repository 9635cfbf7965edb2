using Norda.Data;
using Norda.Platform.Access;
using Norda.Platform.Contributions;
using Quartz;

namespace Norda.Features.Jobs;

public static class JobsModule
{
    /// <summary>
    /// Quartz keeps the schedule in tables of its own: with the data on PostgreSQL, where instances part the firings among them; in
    /// a file beside the database on SQLite, so that its clock does not wait for the one writer.
    /// </summary>
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var connection = DatabaseModule.Connection(builder.Configuration);
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.GenerateInstanceId = true);
            quartz.UseDefaultThreadPool(1);
            quartz.UsePersistentStore(store =>
            {
                if (DatabaseModule.IsSqlite(connection))
                {
                    store.UseSqlite("Data Source=" + DatabaseModule.Beside(connection, ".jobs"));
                }
                else
                {
                    store.UsePostgres(connection);
                    store.UseClustering(_ => { });
                }

                store.ProvisionSchema();
            });
        });
        builder.Services.AddSingleton<RunJob>();
        builder.Services.AddScoped<ForgetOldRows>();
        builder.Services.AddHostedService<Clockwork>();
        builder.Services.AddSingleton(new NavItem("Stan systemu", "/biuro/stan", "gauge", 190) { Group = "Biuro izby", Requires = (Resource.Operation, Act.Change) });
    }
}

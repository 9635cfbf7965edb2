using Norda.Platform.Access;

namespace Norda.Data;

/// <summary>Closed until the database has been reached and migrated; while it is closed, pages answer 503 and the server is alive.</summary>
public sealed class DatabaseGate
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => opened.Task.IsCompletedSuccessfully;

    public Task Opened => opened.Task;

    public void Open() => opened.TrySetResult();
}

/// <summary>Opens the gate: migrates, and runs what a freshly created database wants. Tries again every two seconds while the database is away.</summary>
public sealed class DatabaseStartup(IServiceScopeFactory scopes, DatabaseGate gate, ILogger<DatabaseStartup> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!gate.IsOpen)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<Migrator>().Run(stoppingToken))
                    foreach (var seed in scope.ServiceProvider.GetServices<IFreshDatabase>())
                        await seed.Fill(stoppingToken);
                foreach (var preparation in scope.ServiceProvider.GetServices<IBeforeOpening>())
                    await preparation.Prepare(stoppingToken);
                gate.Open();
            }
            catch (Exception away) when (DatabaseAway.IsAway(away))
            {
                log.LogWarning("The database is away, next try in {Seconds} s: {Reason}", Pause.TotalSeconds, away.GetBaseException().Message);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }
}

/// <summary>Fills a database that has just been created.</summary>
public interface IFreshDatabase
{
    Task Fill(CancellationToken cancel);
}

/// <summary>Reads from the migrated database what the first page must know.</summary>
public interface IBeforeOpening
{
    Task Prepare(CancellationToken cancel);
}

public static class DatabaseHealth
{
    public static void UseDatabaseGate(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.RequestServices.GetRequiredService<DatabaseGate>().IsOpen || http.GetEndpoint()?.Metadata.GetMetadata<AccessAttribute>() is { Resource: Resource.Health or Resource.Asset } || IsErrorPage(http))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = DatabaseAway.RetryAfterSeconds;
        return Task.CompletedTask;
    });

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).Requires(Resource.Health, Act.Read);
        app.MapGet("/health/ready", async (DatabaseGate gate, IServiceProvider services, CancellationToken cancel) =>
            gate.IsOpen && await Answers(services, cancel) ? Results.Text("ready") : NotReady()).Requires(Resource.Health, Act.Read);
    }

    private static IResult NotReady() => Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static async Task<bool> Answers(IServiceProvider services, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            return await services.GetRequiredService<AppDb>().Database.CanConnectAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static bool IsErrorPage(HttpContext http) => http.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null;
}

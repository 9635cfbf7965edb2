namespace Norda.Data;

/// <summary>Work that waits in rows: whoever takes a row first does it, and an instance that dies leaves it to the next.</summary>
public interface IWorkOff
{
    /// <returns>How many rows were worked off.</returns>
    Task<int> Run(CancellationToken cancel);
}

/// <summary>Stays awake for such work: at the start of the application, and whenever somebody leaves some.</summary>
public sealed class Runner<TWork>(IServiceScopeFactory scopes, DatabaseGate gate, ILogger<TWork> log) : BackgroundService where TWork : IWorkOff
{
    private readonly SemaphoreSlim signal = new(1);

    public void Wake() => signal.Release();

    public override void Dispose()
    {
        signal.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TWork>().Run(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("Work was left: {Reason}", fault.GetBaseException().Message);
            }
        }
    }
}

public static class RunnerRegistration
{
    /// <summary>The work, and what stays awake for it.</summary>
    public static IServiceCollection AddRunner<TWork>(this IServiceCollection services) where TWork : class, IWorkOff =>
        services.AddScoped<TWork>().AddSingleton<Runner<TWork>>().AddHostedService(s => s.GetRequiredService<Runner<TWork>>());
}

using Norda.Data;

namespace Norda.Features.Office.Settings;

/// <summary>Before the first page and every half a minute: another instance may have saved settings.</summary>
public sealed class SettingsWatch(IServiceScopeFactory scopes, DatabaseGate gate, TimeProvider clock, ILogger<SettingsWatch> log) : BackgroundService, IBeforeOpening
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public async Task Prepare(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApplyChamberSettings>().Run(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        while (true)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await Prepare(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("Settings could not be read again: {Reason}", fault.GetBaseException().Message);
            }
        }
    }
}

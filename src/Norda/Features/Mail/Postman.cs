using Norda.Data;

namespace Norda.Features.Mail;

/// <summary>Empties the outbox every few seconds, in every instance; the claims part the work. A fault waits for the next round.</summary>
public sealed class Postman(IServiceScopeFactory scopes, DatabaseGate gate, ILogger<Postman> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        using var rounds = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SendMail>().Run(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("Mail waits: {Reason}", fault.GetBaseException().Message);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }
}

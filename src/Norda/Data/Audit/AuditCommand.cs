using System.CommandLine;
using Norda.Platform;

namespace Norda.Data.Audit;

/// <summary>norda audit verify: exit code 0 when the log is whole, 1 and the first entry that is not.</summary>
public static class AuditCommand
{
    public static Command Create(AppFactory app)
    {
        var verify = new Command("verify", "Sprawdza, czy nikt nie zmienił, nie usunął i nie uciął wpisów dziennika.");
        verify.SetAction(async (_, cancel) =>
        {
            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            var (entries, fault) = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Run(cancel);
            Console.WriteLine(fault ?? $"Dziennik jest cały: {Plural.Of(entries, "wpis|wpisy|wpisów")}.");
            return fault is null ? 0 : CommandLine.Failed;
        });
        return new Command("audit", "Dziennik zmian.") { verify };
    }
}

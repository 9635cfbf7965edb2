using System.CommandLine;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Directory.Demo;

public static class SeedCommand
{
    public static Command Create(AppFactory app)
    {
        var command = new Command("seed", "Wypełnia pustą bazę izbą pokazową: 128 wymyślonych firm.");
        command.SetAction(async (_, cancel) =>
        {
            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Migrator>().Run(cancel);
            var outcome = await scope.ServiceProvider.GetRequiredService<FillWithDemo>().Run(cancel);
            Console.WriteLine(outcome.Refusal ?? "Izba pokazowa jest w bazie.");
            return outcome.Refused ? CommandLine.Failed : 0;
        });
        return command;
    }
}

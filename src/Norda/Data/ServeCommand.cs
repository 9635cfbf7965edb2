using System.CommandLine;
using Norda.Platform;

namespace Norda.Data;

public static class ServeCommand
{
    public static Command Create(AppFactory app)
    {
        var command = new Command("serve", "Uruchamia aplikację (domyślnie). Tworzy lub uaktualnia bazę danych.");
        command.SetAction(async (_, cancel) =>
        {
            await using var built = app();
            built.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Norda Biznes Partner: {string.Join(", ", built.Urls)}"));
            await built.RunAsync(cancel);
            return 0;
        });
        return command;
    }
}

public static class MigrateCommand
{
    public static Command Create(AppFactory app)
    {
        var command = new Command("migrate", "Tworzy lub uaktualnia bazę danych i kończy pracę.");
        command.SetAction(async (_, cancel) =>
        {
            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            var created = await scope.ServiceProvider.GetRequiredService<Migrator>().Run(cancel);
            Console.WriteLine(created ? "Baza danych utworzona." : "Baza danych jest aktualna.");
            return 0;
        });
        return command;
    }
}

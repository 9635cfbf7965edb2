using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Directory.Import;

public static class ImportCommand
{
    public static Command Create(AppFactory app) => new("import", "Wczytuje firmy z pliku CSV albo XLSX, pokazuje i cofa przebiegi.")
    {
        Companies(app), List(app), Undo(app),
    };

    private static Command Companies(AppFactory app)
    {
        var file = new Argument<string>("plik") { Description = "Plik CSV albo XLSX z wierszem nagłówków." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Pokazuje, co stałoby się z każdym wierszem, i nic nie zapisuje." };
        var map = new Option<string[]>("--map") { Description = $"Znaczenie kolumny, zapamiętane na przyszłość: \"Nagłówek=pole\". Pola: {Headings.AllCodes}." };
        var command = new Command("companies", "Wczytuje firmy.") { file, dryRun, map };
        command.SetAction((parsed, cancel) => Run(app, async services =>
        {
            var order = new ImportOrder(parsed.GetValue(file)!, parsed.GetValue(dryRun), Explained(parsed.GetValue(map) ?? []));
            var report = new ImportReport(Console.Out, Console.Error, services.GetRequiredService<TimeProvider>());
            await services.GetRequiredService<ImportCompanies>().Run(order, report, cancel);
            return 0;
        }, cancel));
        return command;
    }

    private static Command List(AppFactory app)
    {
        var command = new Command("list", "Pokazuje przebiegi wczytywania, ostatni na górze.");
        command.SetAction((_, cancel) => Run(app, async services =>
        {
            Console.WriteLine("przebieg  kiedy             nowe    zmienione  odrzucone  plik");
            await foreach (var batch in services.GetRequiredService<AppDb>().Set<ImportBatch>().AsNoTracking().OrderByDescending(b => b.Id).AsAsyncEnumerable().WithCancellation(cancel))
                Console.WriteLine($"{batch.Id,8}  {ImportReport.Time(batch.StartedAt)}  {batch.NewRows,-6}  {batch.ChangedRows,-9}  {batch.RefusedRows,-9}  {batch.FileName}{(batch.UndoneAt is { } undone ? $" (cofnięty {ImportReport.Time(undone)})" : "")}");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Undo(AppFactory app)
    {
        var number = new Argument<int>("przebieg") { Description = "Numer przebiegu z listy." };
        var command = new Command("undo", "Cofa cały przebieg.") { number };
        command.SetAction((parsed, cancel) => Run(app, async services =>
        {
            var batch = parsed.GetValue(number);
            var outcome = await services.GetRequiredService<UndoImport>().Run(batch, cancel);
            if (!outcome.Refused)
                Console.WriteLine($"Przebieg {batch} cofnięty.");
            else
                await Console.Error.WriteLineAsync(outcome.Refusal);
            return outcome.Refused ? CommandLine.Failed : 0;
        }, cancel));
        return command;
    }

    private static async Task<int> Run(AppFactory app, Func<IServiceProvider, Task<int>> verb, CancellationToken cancel)
    {
        await using var built = app();
        await using var scope = built.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrator>().Run(cancel);
        try
        {
            return await verb(scope.ServiceProvider);
        }
        catch (BrokenFileException broken)
        {
            await Console.Error.WriteLineAsync($"{broken.Message}\nNic nie zmieniono.");
        }
        catch (Exception race) when (race is DbUpdateException or DbException && !DatabaseAway.IsAway(race))
        {
            await Console.Error.WriteLineAsync("W tym samym czasie ktoś zmieniał katalog. Nic nie zapisano; uruchom polecenie ponownie.");
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Przerwano. Nic nie zmieniono.");
        }

        return CommandLine.Failed;
    }

    private static Dictionary<string, ImportColumn> Explained(string[] maps)
    {
        var explained = new Dictionary<string, ImportColumn>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            var equals = map.LastIndexOf('=');
            if (equals < 1 || Headings.Fold(map[..equals]).Length == 0 || !Headings.TryColumn(map[(equals + 1)..], out var column))
                throw new UsageException($"Nie rozumiem --map \"{map}\". Postać: --map \"Nagłówek=pole\", a pola to: {Headings.AllCodes}.");
            explained[Headings.Fold(map[..equals])] = column;
        }

        return explained;
    }
}

public static class ImportModule
{
    public static void AddImport(this IServiceCollection services)
    {
        services.AddScoped<ImportCompanies>();
        services.AddScoped<UndoImport>();
    }
}

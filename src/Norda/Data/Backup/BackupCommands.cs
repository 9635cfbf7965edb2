using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Norda.Platform;

namespace Norda.Data.Backup;

/// <summary>norda backup FILE, norda restore FILE.</summary>
public static class BackupCommands
{
    public static Command Backup(AppFactory app)
    {
        var file = new Argument<string>("PLIK") { Description = "Gdzie zapisać kopię, na przykład norda-2026-11-22.zip." };
        var command = new Command("backup", "Zapisuje całą bazę do jednego pliku. Aplikacja może w tym czasie pracować.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            var manifest = await scope.ServiceProvider.GetRequiredService<WriteBackup>().Run(parsed.GetRequiredValue(file), cancel);
            Console.WriteLine($"Kopia gotowa: {Plural.Of(manifest.Tables.Sum(t => t.Rows), "wiersz|wiersze|wierszy")} z {manifest.Tables.Count} tabel.");
            return 0;
        });
        return command;
    }

    public static Command Restore(AppFactory app)
    {
        var file = new Argument<string>("PLIK") { Description = "Kopia zrobiona przez norda backup." };
        var command = new Command("restore", "Odtwarza kopię do pustej bazy, tej samej albo drugiego rodzaju (SQLite, PostgreSQL).") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var built = app();
            await using var scope = built.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Migrator>().Run(cancel);
            var outcome = await scope.ServiceProvider.GetRequiredService<RestoreBackup>().Run(parsed.GetRequiredValue(file), cancel);
            Console.WriteLine(outcome.Refusal ?? "Kopia odtworzona.");
            return outcome.Refused ? CommandLine.Failed : 0;
        });
        return command;
    }

    /// <summary>Of the newest migration that the database has, without its date.</summary>
    internal static async Task<string> MigrationName(this AppDb db, CancellationToken cancel) =>
        (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() is { } last ? last[(last.IndexOf('_', StringComparison.Ordinal) + 1)..] : "";
}

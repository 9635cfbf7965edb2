using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Norda.Bench.Data;

namespace Norda.Bench.Measure;

/// <summary>
/// What one import cost: rows a second until the search index was built, as its progress told, and processor seconds of program and
/// database until then; seconds from the command to its end, processor seconds, and the program's largest memory in MB.
/// </summary>
internal sealed record ImportFigures(string Database, int Rows, double MergedPerSecond, double MergeProcessor, double Seconds, double Processor, double PeakMemory);

/// <summary>The published app reads a CSV file into an empty database, every hundredth row of it bad: parse, check, merge, report, index.</summary>
internal sealed partial class Imports(string server, string app)
{
    private const int BadEvery = 100;
    private const long FirstNip = 510_000_000;
    private const string SqliteFile = "var/bench/import.db";
    public static readonly int[] Sizes = [10_000, 100_000];

    public async Task<List<ImportFigures>> Run(int[] sizes)
    {
        var figures = new List<ImportFigures>();
        foreach (var rows in sizes)
        {
            var file = await Write(rows);
            figures.Add(await IntoSqlite(file, rows));
            figures.Add(await IntoPostgres(file, rows));
        }

        return figures;
    }

    private async Task<ImportFigures> IntoSqlite(string file, int rows)
    {
        foreach (var old in Directory.GetFiles("var/bench", "import.db*"))
            File.Delete(old);
        return await Measure("SQLite", $"Data Source={SqliteFile}", file, rows);
    }

    private async Task<ImportFigures> IntoPostgres(string file, int rows)
    {
        var connection = $"{server};Database=norda_bench_import";
        await using var db = PostgresFill.Open(connection);
        await db.Database.EnsureDeletedAsync();
        return await Measure("PostgreSQL", connection, file, rows);
    }

    private async Task<ImportFigures> Measure(string database, string connection, string file, int rows)
    {
        await Norda(connection, () => Task.FromResult(0.0), "migrate");
        var sessions = new PgBench($"{server};Database=postgres");
        var (before, watch) = (await sessions.EndedSessions(), Stopwatch.StartNew());
        var open = new PgBench(database == "SQLite" ? $"{server};Database=postgres" : connection);
        var (report, progress, merging, milliseconds, memory) = await Norda(connection, open.Sessions, "import", "companies", file);
        var seconds = watch.Elapsed.TotalSeconds;
        var taken = (rows - (rows / BadEvery)).ToString("#,0", new NumberFormatInfo { NumberGroupSeparator = " " });
        if (!report.Contains($"{taken} now", StringComparison.Ordinal))
            throw new InvalidOperationException($"The import should have taken {taken} firms: {report[^Math.Min(report.Length, 600)..]}");
        var merged = double.Parse(Rate().Matches(progress)[^1].Groups["rate"].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return new ImportFigures(database, rows, merged, merging / 1000, seconds, (milliseconds + await sessions.EndedSessions() - before) / 1000, memory);
    }

    /// <summary>Merging ends with the last line of progress: what the program and the database had used by then is kept.</summary>
    private async Task<(string Report, string Progress, double Merging, double Milliseconds, double PeakMemory)> Norda(string connection, Func<Task<double>> database, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [app, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Norda"] = connection;
        using var process = Process.Start(start)!;
        var progress = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => progress.Enqueue(line.Data ?? ""); // null at the end
        process.BeginErrorReadLine();
        var report = process.StandardOutput.ReadToEndAsync();
        var (memory, milliseconds, merging, told) = (0.0, 0.0, 0.0, 0);
        while (!process.HasExited)
        {
            memory = Math.Max(memory, Processor.PeakMemory(process.Id));
            milliseconds = Math.Max(milliseconds, Processor.Milliseconds(process.Id) ?? 0);
            if (progress.Count(line => Rate().IsMatch(line)) is var lines && lines > told)
                (told, merging) = (lines, milliseconds + await database());
            await Task.Delay(20);
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"norda {string.Join(' ', words)} ended with {process.ExitCode}: {string.Join('\n', progress)}");
        return (await report, string.Join('\n', progress), merging, milliseconds, memory);
    }

    private static async Task<string> Write(int rows)
    {
        var file = $"var/bench/firms-{rows}.csv";
        var material = new Material();
        var firms = new Firms(material);
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync("Nazwa;NIP;Branża;Miejscowość;Telefon;E-mail;WWW;Usługi;Krótki opis;Pełny opis");
        foreach (var id in Enumerable.Range(1, rows))
            await writer.WriteLineAsync(string.Join(';', Cells(firms.Make(id), material)));
        return file;
    }

    private static string[] Cells(Firm firm, Material material)
    {
        var nip = Firms.Nip(firm.Id, FirstNip);
        var isBad = firm.Id % BadEvery == 0;
        return
        [
            isBad && firm.Id % 200 == 0 ? "" : firm.LegalName, isBad ? nip[..9] + (char)('0' + ((nip[9] - '0' + 1) % 10)) : nip, material["categories"][firm.Category], material.Towns[firm.Town],
            "58 672 12 34", $"biuro@{firm.Slug}.pl", firm.HasWebsite ? $"https://{firm.Slug}.pl" : "", string.Join(", ", firm.Services.Select(s => material.Services[s])), firm.Short, firm.Full,
        ];
    }

    [GeneratedRegex("(?<rate>[0-9][0-9 ]*)/s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}

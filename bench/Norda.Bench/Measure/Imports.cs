using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Norda.Bench.Data;

namespace Norda.Bench.Measure;

/// <summary>
/// What one import cost: rows a second until the search index was built, as its progress told; seconds from the command
/// to its end, processor seconds of the program and of the database, and the program's largest memory in MB.
/// </summary>
internal sealed record ImportFigures(string Database, int Rows, double MergedPerSecond, double Seconds, double Processor, double PeakMemory);

/// <summary>The published app reads a CSV file into an empty database, every hundredth row of it bad: parse, check, merge, report, index.</summary>
internal sealed partial class Imports(string server, string app)
{
    private const int BadEvery = 100;
    private const long FirstNip = 510_000_000;
    private const string SqliteFile = "var/bench/import.db";
    private static readonly int[] Sizes = [10_000, 100_000];

    public async Task<List<ImportFigures>> Run()
    {
        var figures = new List<ImportFigures>();
        foreach (var rows in Sizes)
        {
            var file = await Write(rows);
            figures.Add(await IntoSqlite(file, rows));
            figures.Add(await IntoPostgres(file, rows));
            File.Delete(file);
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
        await Norda(connection, "migrate");
        var sessions = new PgBench($"{server};Database=postgres");
        var (before, watch) = (await sessions.EndedSessions(), Stopwatch.StartNew());
        var (report, progress, milliseconds, memory) = await Norda(connection, "import", "companies", file);
        var seconds = watch.Elapsed.TotalSeconds;
        var taken = (rows - (rows / BadEvery)).ToString("#,0", new NumberFormatInfo { NumberGroupSeparator = " " });
        if (!report.Contains($"{taken} now", StringComparison.Ordinal))
            throw new InvalidOperationException($"The import should have taken {taken} firms: {report[^Math.Min(report.Length, 600)..]}");
        var merged = double.Parse(Rate().Matches(progress)[^1].Groups["rate"].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return new ImportFigures(database, rows, merged, seconds, (milliseconds + await sessions.EndedSessions() - before) / 1000, memory);
    }

    private async Task<(string Report, string Progress, double Milliseconds, double PeakMemory)> Norda(string connection, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [app, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Norda"] = connection;
        using var process = Process.Start(start)!;
        var (report, progress) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (memory, milliseconds) = (0.0, 0.0);
        while (!process.HasExited)
        {
            memory = Math.Max(memory, Processor.PeakMemory(process.Id));
            milliseconds = Math.Max(milliseconds, Processor.Milliseconds(process.Id) ?? 0);
            await Task.Delay(20);
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"norda {string.Join(' ', words)} ended with {process.ExitCode}: {await progress}");
        return (await report, await progress, milliseconds, memory);
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

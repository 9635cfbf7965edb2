using System.Diagnostics;
using Norda.Bench.Data;

namespace Norda.Bench.Measure;

/// <summary>What one import cost: seconds from the command to its end, and the program's largest memory in MB.</summary>
internal sealed record ImportFigures(string Database, int Rows, double Seconds, double PeakMemory)
{
    public double RowsPerSecond => Rows / Seconds;
}

/// <summary>The published app reads a CSV file into an empty database, every hundredth row of it bad: parse, check, merge, report, index.</summary>
internal sealed class Imports(string server, string app)
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
        var (output, seconds, memory) = await Norda(connection, "import", "companies", file);
        var taken = (rows - (rows / BadEvery)).ToString("#,0", new System.Globalization.NumberFormatInfo { NumberGroupSeparator = " " });
        if (!output.Contains($"{taken} now", StringComparison.Ordinal))
            throw new InvalidOperationException($"The import should have taken {taken} firms: {output[^Math.Min(output.Length, 600)..]}");
        return new ImportFigures(database, rows, seconds, memory);
    }

    private async Task<(string Output, double Seconds, double PeakMemory)> Norda(string connection, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [app, .. words]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Norda"] = connection;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var memory = 0.0;
        while (!process.HasExited)
        {
            memory = Math.Max(memory, Processor.PeakMemory(process.Id));
            await Task.Delay(20);
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"norda {string.Join(' ', words)} ended with {process.ExitCode}.");
        return (await output, watch.Elapsed.TotalSeconds, memory);
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
}

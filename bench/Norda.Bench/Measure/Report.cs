using System.Globalization;

namespace Norda.Bench.Measure;

internal sealed record Figures(
    List<StatementFigures> Statements, RequestFigures Requests, Dictionary<int, List<double>> Typos, List<double> Suggestions, Dictionary<int, Dictionary<string, List<double>>> Sqlite, List<ImportFigures> Imports);

/// <summary>Writes what was measured into docs/performance.md, between its marks.</summary>
internal static class Report
{
    private const string File = "docs/performance.md";
    private const string Begin = "<!-- bin/bench writes from here -->";
    private const string End = "<!-- to here -->";

    public static async Task Write(Figures figures)
    {
        (string Heading, string Text)[] sections =
        [
            ("Figures", Goals(figures)),
            ("The search statement on PostgreSQL: `bin/bench statements`", Tables.Statements(figures.Statements)),
            ("The search page on SQLite: `bin/bench sqlite`", Tables.Sqlite(figures.Sqlite)),
            ("While one types: `bin/bench typing`", Tables.Typing(figures.Typos, figures.Suggestions)),
            ("Requests, at 1,000 firms on PostgreSQL: `bin/bench requests`", Tables.Requests(figures.Requests)),
            ("Imports: `bin/bench import`", Tables.Imports(figures.Imports)),
        ];
        var text = $"{Begin}\n\n{string.Concat(sections.Select(s => $"## {s.Heading}\n\n{s.Text}\n\n"))}{End}";
        Console.WriteLine(text);
        var document = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File) : $"{Begin}{End}\n";
        var (from, to) = (document.IndexOf(Begin, StringComparison.Ordinal), document.IndexOf(End, StringComparison.Ordinal));
        await System.IO.File.WriteAllTextAsync(File, document[..from] + text + document[(to + End.Length)..]);
    }

    /// <summary>The figures of the design that this bench can measure, each as a ratio or against its limit.</summary>
    private static string Goals(Figures figures)
    {
        var statements = figures.Statements;
        var (small, large) = (statements.Find(s => s.Firms == 100_000), statements.Find(s => s.Firms == 1_000_000));
        var requests = figures.Requests;
        var lines = new List<string> { "| # | figure | measured | goal | |", "|---|---|---|---|---|" };
        if (small is not null && large is not null)
        {
            Add(lines, "1", "search statement p99, 1,000,000 : 100,000 firms, worse plan mode", Statements.Modes.Max(mode => large.Costs(mode).At(.99)) / Statements.Modes.Max(mode => small.Costs(mode).At(.99)), 1.5);
            Add(lines, "2", "p99 of all matches ranked and counted : ours, at 1,000,000", large.Costs(StatementFigures.Naive).At(.99) / Statements.Modes.Max(mode => large.Costs(mode).At(.99)), 50, atLeast: true);
        }

        foreach (var at in statements)
            Add(lines, "2a", $"overlap of the first 20 with exact ranking, {at.Firms.ToString("#,0", CultureInfo.InvariantCulture)} firms", at.Overlap() ?? double.NaN, at.Firms <= 20_000 ? 1 : at.Firms <= 100_000 ? .9 : .5, atLeast: true);
        Add(lines, "3", "CPU of application + database per /katalog?q= : the same statement in pgbench", (requests.AppPage + requests.DatabasePage) / requests.Statement, 1.5);
        Add(lines, "6", "CPU of an output-cached page : Kestrel plaintext", requests.Cached / requests.Plaintext, 1.5);
        if (figures.Typos.TryGetValue(1_000_000, out var typos))
            Add(lines, "7", "typo correction p50, 1,000,000 : 1,000", typos.At(.5) / figures.Typos[1_000].At(.5), 1.5);
        Add(lines, "8", "suggestion p99 at 100,000 on SQLite, ms", figures.Suggestions.At(.99), 5);
        Add(lines, "9", "peak memory after 10,000 mixed requests at 1,000 firms, MB", requests.PeakMemory, 220);
        Add(lines, "10", "first answer after start, published, s", requests.Start, 2);
        Add(lines, "10", "first answer after `dotnet run` of a built clone, s", requests.StartOfClone, 6);
        foreach (var import in figures.Imports.Where(i => i.Rows == 100_000))
            Add(lines, "11", $"import of 100,000 rows on {import.Database}, rows a second before the index", import.MergedPerSecond, 10_000, atLeast: true);
        return string.Join('\n', lines);
    }

    private static void Add(List<string> lines, string number, string what, double value, double goal, bool atLeast = false) =>
        lines.Add($"| {number} | {what} | {Tables.Number(value)} | {(atLeast ? "≥" : "≤")} {goal.ToString(CultureInfo.InvariantCulture)} | {((atLeast ? value >= goal : value <= goal) ? "met" : "**not met**")} |");
}

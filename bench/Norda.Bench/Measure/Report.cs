using System.Globalization;

namespace Norda.Bench.Measure;

internal sealed record Figures(
    List<StatementFigures> Statements, RequestFigures Requests, Dictionary<int, List<double>> Typos, List<double> Suggestions, Dictionary<int, Dictionary<string, List<double>>> Sqlite);

/// <summary>Writes what was measured into docs/performance.md, between its marks.</summary>
internal static class Report
{
    private const string File = "docs/performance.md";
    private const string Begin = "<!-- bin/bench writes from here -->";
    private const string End = "<!-- to here -->";

    public static async Task Write(Figures figures)
    {
        var text = $"{Begin}\n\n## Figures\n\n{Goals(figures)}\n\n## The search statement on PostgreSQL\n\n{Tables.Statements(figures.Statements)}\n\n## The search page on SQLite\n\n{Tables.Sqlite(figures.Sqlite)}\n\n## Requests, at 1,000 firms on PostgreSQL\n\n{Tables.Requests(figures.Requests)}\n\n{End}";
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
        return string.Join('\n', lines);
    }

    private static void Add(List<string> lines, string number, string what, double value, double goal, bool atLeast = false) =>
        lines.Add($"| {number} | {what} | {Tables.Number(value)} | {(atLeast ? "≥" : "≤")} {goal.ToString(CultureInfo.InvariantCulture)} | {((atLeast ? value >= goal : value <= goal) ? "met" : "**not met**")} |");
}

using System.Globalization;

namespace Norda.Bench.Measure;

/// <summary>Figures as Markdown.</summary>
internal static class Tables
{
    public static string Statements(IReadOnlyList<StatementFigures> figures)
    {
        var lines = new List<string>
        {
            "p50 / p99 in ms of the database's processor time, generic plan · custom plan; overlap of the first 20 with exact ranking", "",
            $"| question | {string.Join(" | ", figures.Select(f => $"{Firms(f.Firms)} firms | naive | overlap"))} |",
            $"|---|{string.Concat(figures.Select(_ => "---|---|---|"))}",
        };
        foreach (var kind in figures[0].AllKinds.Append(null))
            lines.Add($"| {kind ?? "**all**"} | {string.Join(" | ", figures.Select(f => $"{Both(f, kind)} | {Pair(f.Costs(StatementFigures.Naive, kind))} | {Number(f.Overlap(kind) ?? double.NaN)}"))} |");
        return string.Join('\n', lines);
    }

    public static string Sqlite(Dictionary<int, Dictionary<string, List<double>>> figures)
    {
        var lines = new List<string> { "p50 / p99 in ms, with reading the rows", "", $"| question | {string.Join(" | ", figures.Keys.Select(Firms))} firms |", $"|---|{string.Concat(figures.Keys.Select(_ => "---|"))}" };
        foreach (var kind in figures.Values.First().Keys)
            lines.Add($"| {kind} | {string.Join(" | ", figures.Values.Select(at => Pair(at.GetValueOrDefault(kind, []))))} |");
        return string.Join('\n', lines);
    }

    public static string Requests(RequestFigures figures) => $"""
        Processor time per request in ms, medians of five rounds in turns.

        | | application | database |
        |---|---|---|
        | /katalog?q=transport, not cached | {Number(figures.AppPage)} | {Number(figures.DatabasePage)} |
        | /api/v1/companies?q=transport, not cached | {Number(figures.AppApi)} | |
        | /katalog?q=transport from the output cache | {Number(figures.Cached)} | |
        | Kestrel, one line of text | {Number(figures.Plaintext)} | |
        | the same statement in pgbench -M prepared | | {Number(figures.Statement)} |
        """;

    public static string Typing(Dictionary<int, List<double>> typos, List<double> suggestions) => $"""
        p50 / p99 in ms; corrections wall time, suggestions processor time.

        | | ms |
        |---|---|
        {string.Join('\n', typos.Select(at => $"| a word corrected, {Firms(at.Key)} firms on PostgreSQL | {Pair(at.Value)} |"))}
        | suggestions for a beginning, 100,000 firms on SQLite | {Pair(suggestions)} |
        """;

    public static string Imports(List<ImportFigures> figures) => $"""
        Rows of a CSV file into an empty database, one in a hundred bad, from the command to its end with the search index built.
        Processor time is that of the application and the database together, the start of the program included.

        | | rows a second before the index | processor, s before the index | seconds in all | processor, s in all | peak memory, MB |
        |---|---|---|---|---|---|
        {string.Join('\n', figures.Select(f => $"| {Firms(f.Rows)} rows, {f.Database} | {Firms((int)f.MergedPerSecond)} | {Number(f.MergeProcessor)} | {Number(f.Seconds)} | {Number(f.Processor)} | {Number(f.PeakMemory)} |"))}
        """;

    public static string Storm(StormFigures figures) => $"""
        One visitor opens pages of the catalogue that no cache has, alone and while a hundred people sign in over and over, each from an address of
        their own; told when to come back (503 and Retry-After), they do. Measured in one run of the published app over 1,000 firms on PostgreSQL; the people and the visitor share the machine with it.

        | | p50 / p99 in ms of wall time |
        |---|---|
        | /katalog, quiet | {Pair(figures.Quiet)} |
        | /katalog, during 100 parallel sign-ins | {Pair(figures.Storm)} |
        | one bcrypt verification, cost 11 | {Pair(figures.Bcrypt)} |

        Answers to sign-ins: {string.Join(", ", figures.Answers.OrderBy(a => a.Key).Select(a => $"{a.Value} x {(int)a.Key}"))}.
        """;

    private static string Firms(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Both(StatementFigures figures, string? kind) => string.Join(" · ", Measure.Statements.Modes.Select(mode => Pair(figures.Costs(mode, kind))));

    public static string Pair(List<double> values) => $"{Number(values.At(.5))} / {Number(values.At(.99))}";

    public static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}

using Norda.Bench.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;

namespace Norda.Bench.Measure;

/// <summary>The search statement of the product at several scales, in both plan modes, against the same page made of all matches.</summary>
internal sealed class Statements(Stemmer stemmer, string server)
{
    private const int Rounds = 3;
    private const int Seconds = 1_000_000; // from here on one naive question costs seconds: each is asked once, and not all of them
    private const int NaivePerKind = 4;
    public static readonly string[] Modes = ["force_generic_plan", "force_custom_plan"];
    private static readonly Limits Everything = new(int.MaxValue, int.MaxValue);

    public async Task<List<StatementFigures>> Run(IReadOnlyList<int> scales)
    {
        var figures = new List<StatementFigures>();
        foreach (var firms in scales)
        {
            var connection = PostgresFill.Connection(server, firms);
            await using var db = PostgresFill.Open(connection);
            figures.Add(new StatementFigures(firms, await Kinds.Of(db, firms)));
        }

        foreach (var mode in Modes)
        {
            var sessions = await Open(figures, mode);
            for (var round = 0; round <= Rounds; round++)
                for (var i = 0; i < figures.Max(f => f.Questions.Count); i++)
                    foreach (var (at, session) in sessions)
                        await Measure(at, session, i, mode, keep: round > 0);
            foreach (var (_, session) in sessions)
                await session.DisposeAsync();
        }

        await Compare(figures);
        return figures;
    }

    private async Task<List<(StatementFigures Figures, StatementSession Session)>> Open(List<StatementFigures> figures, string mode)
    {
        var sessions = new List<(StatementFigures, StatementSession)>();
        foreach (var at in figures)
            sessions.Add((at, await StatementSession.Open(PostgresFill.Connection(server, at.Firms), mode)));
        return sessions;
    }

    private async Task Measure(StatementFigures at, StatementSession session, int i, string mode, bool keep)
    {
        if (i >= at.Questions.Count)
            return;
        var ids = await session.Run(Statement(at.Questions[i], Limits.For(at.Firms)));
        if (keep)
            at.Add(mode, at.Questions[i].Kind, session.Cost);
        at.Found[at.Questions[i]] = ids;
    }

    /// <summary>Everything that matches is ranked and counted: the naive page, and the measure of what the tiers leave out.</summary>
    private async Task Compare(List<StatementFigures> figures)
    {
        foreach (var at in figures)
        {
            await using var session = await StatementSession.Open(PostgresFill.Connection(server, at.Firms), Modes[0]);
            foreach (var asked in at.Questions.GroupBy(q => q.Kind).SelectMany(kind => kind.Take(at.Firms < Seconds ? int.MaxValue : NaivePerKind)))
            {
                if (at.Firms < Seconds)
                    await session.Run(Statement(asked, Everything)); // prepared and planned, as ours
                var exact = await session.Run(Statement(asked, Everything));
                at.Add(StatementFigures.Naive, asked.Kind, session.Cost);
                if (exact.Count > 0)
                    at.AddOverlap(asked.Kind, (double)exact.Intersect(at.Found[asked]).Count() / exact.Count);
            }
        }
    }

    private PostgresStatement Statement(Asked asked, Limits limits) => new(asked.Plan(stemmer), limits, stemmer, DateOnly.FromDateTime(Firms.Day));
}

/// <summary>What was measured at one scale: costs in ms by way of asking and by kind, overlaps by kind.</summary>
internal sealed record StatementFigures(int Firms, List<Asked> Questions)
{
    public const string Naive = "naive";
    private readonly Dictionary<(string Way, string Kind), List<double>> costs = [];
    private readonly Dictionary<string, List<double>> overlaps = [];

    public Dictionary<Asked, List<int>> Found { get; } = [];

    public IEnumerable<string> AllKinds => Questions.Select(q => q.Kind).Distinct();

    public void Add(string way, string kind, double cost) => (costs.TryGetValue((way, kind), out var list) ? list : costs[(way, kind)] = []).Add(cost);

    public void AddOverlap(string kind, double overlap) => (overlaps.TryGetValue(kind, out var list) ? list : overlaps[kind] = []).Add(overlap);

    public List<double> Costs(string way, string? kind = null) => [.. costs.Where(c => c.Key.Way == way && (kind is null || c.Key.Kind == kind)).SelectMany(c => c.Value)];

    public double? Overlap(string? kind = null) => overlaps.Where(o => kind is null || o.Key == kind).SelectMany(o => o.Value).Cast<double?>().DefaultIfEmpty().Average();
}

internal static class Percentiles
{
    public static double At(this List<double> values, double share)
    {
        if (values.Count == 0)
            return double.NaN;
        values.Sort();
        return values[(int)Math.Min(values.Count - 1, Math.Ceiling(share * values.Count) - 1)];
    }
}

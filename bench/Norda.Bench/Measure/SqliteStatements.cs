using System.Diagnostics;
using Norda.Bench.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;

namespace Norda.Bench.Measure;

/// <summary>The search page on SQLite, as the product asks for it; wall time, for the database runs inside the process.</summary>
internal sealed class SqliteStatements(Stemmer stemmer)
{
    private const int Rounds = 3;

    public async Task<Dictionary<string, List<double>>> Run(int firms)
    {
        await using var db = SqliteFill.Open(firms);
        var search = new SqliteSearch(db, stemmer, new Speller(db, stemmer), TimeProvider.System, null!);
        var times = new Dictionary<string, List<double>>();
        var questions = await Kinds.Of(db, firms);
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var asked in questions)
            {
                var watch = Stopwatch.StartNew();
                await search.Ask(asked.Plan(stemmer), default);
                if (round > 0)
                    (times.TryGetValue(asked.Kind, out var list) ? list : times[asked.Kind] = []).Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return times;
    }
}

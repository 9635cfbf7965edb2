using System.Diagnostics;
using Norda.Bench.Data;
using Norda.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;

namespace Norda.Bench.Measure;

/// <summary>
/// What is asked while one types, in ms: corrections at several scales in turns (wall time), and suggestions on SQLite, which works
/// within this process (its processor time, so that neighbours on the machine do not count).
/// </summary>
internal sealed class Spelling(Stemmer stemmer, string server)
{
    private const int Rounds = 15;
    private const int SuggestionRounds = 3;

    public async Task<Dictionary<int, List<double>>> Typos(IReadOnlyList<int> scales)
    {
        var databases = new List<(int Firms, AppDb Db, List<string> Typos)>();
        foreach (var firms in scales)
        {
            var db = PostgresFill.Open(PostgresFill.Connection(server, firms));
            databases.Add((firms, db, await Kinds.Typos(db, firms)));
        }

        var times = scales.ToDictionary(s => s, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < databases.Max(d => d.Typos.Count); i++)
            {
                foreach (var (firms, db, typos) in databases.Where(d => i < d.Typos.Count))
                {
                    var watch = Stopwatch.StartNew();
                    await new Speller(db, stemmer).Correct([typos[i]], typing: false, evenPolish: true, default);
                    if (round > 0)
                        times[firms].Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }

        foreach (var (_, db, _) in databases)
            await db.DisposeAsync();
        return times;
    }

    /// <summary>Beginnings of names and words, one letter after another.</summary>
    public async Task<List<double>> Suggestions(int firms)
    {
        await using var db = SqliteFill.Open(firms);
        var search = new SqliteSearch(db, stemmer, new Speller(db, stemmer), TimeProvider.System, null!);
        var asked = await Kinds.Of(db, firms);
        var texts = asked.Where(a => a.Kind is "common word" or "name" or "rare word").Select(a => a.Question.Text).ToList();
        var times = new List<double>();
        var beginnings = texts.SelectMany(text => Enumerable.Range(2, Math.Min(8, text.Length - 1)).Select(length => text[..length])).ToList();
        for (var round = 0; round <= SuggestionRounds; round++)
        {
            foreach (var beginning in beginnings)
            {
                var before = Environment.CpuUsage.TotalTime;
                await search.Suggest(beginning, default);
                if (round > 0)
                    times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }
        }

        return times;
    }
}

using Norda.Bench.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;

namespace Norda.Bench.Measure;

/// <summary>Medians of processor time per request in ms, at 1,000 firms.</summary>
internal sealed record RequestFigures(double Start, double StartOfClone, double AppPage, double DatabasePage, double Statement, double Cached, double Plaintext, double AppApi, double PeakMemory);

/// <summary>The published app over HTTP, beside the same statement in pgbench and the plainest Kestrel, in turns.</summary>
internal sealed class Requests(Stemmer stemmer, string server, string app)
{
    private const int Firms = 1_000;
    private const int Port = 5_990;
    private const int Warmup = 3_000;
    private const int PerRound = 600;
    private const int Rounds = 5;
    private const int Mixed = 10_000;

    private int asked;
    private int port = Port;

    public async Task<RequestFigures> Run()
    {
        var connection = PostgresFill.Connection(server, Firms);
        var pgbench = new PgBench(connection);
        var statement = new PostgresStatement(new Asked("", new SearchQuestion { Text = "transport" }).Plan(stemmer), Limits.For(Firms), stemmer, DateOnly.FromDateTime(Data.Firms.Day));
        var (published, clone) = (await Starts([app, "serve"], connection), await Starts(["run", "--project", "src/Norda", "--", "serve"], connection));
        await using var site = (await Start([app, "serve"], connection)).App;
        await using var plain = (await AppProcess.Start([typeof(Requests).Assembly.Location, "plaintext"], ++port, "/")).App;
        await site.Ask(Distinct(Warmup));
        await plain.Ask(Enumerable.Repeat("/", Warmup));
        var (page, database, alone, cached, text, api) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var before = await pgbench.Sessions();
            page.Add(await Cost(site, Distinct(PerRound)));
            database.Add((await pgbench.Sessions() - before) / PerRound);
            alone.Add(await pgbench.Run(statement, PerRound));
            api.Add(await Cost(site, Distinct(PerRound, "/api/v1/companies")));
            cached.Add(await Cost(site, Enumerable.Repeat("/katalog?q=transport", PerRound * 5)));
            text.Add(await Cost(plain, Enumerable.Repeat("/", PerRound * 5)));
        }

        var memory = await Memory(connection);
        return new RequestFigures(published, clone, page.At(.5), database.At(.5), alone.At(.5), cached.At(.5), text.At(.5), api.At(.5), memory);
    }

    /// <summary>Each at a port of its own: the one before may still be letting go of its.</summary>
    private Task<(AppProcess App, double Seconds)> Start(string[] command, string connection) => AppProcess.Start(command, ++port, "/katalog", ("ConnectionStrings__Norda", connection));

    /// <returns>Seconds until the first answer, the median of three starts.</returns>
    private async Task<double> Starts(string[] command, string connection)
    {
        var starts = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var (probe, seconds) = await Start(command, connection);
            starts.Add(seconds);
            await probe.DisposeAsync();
        }

        return starts.At(.5);
    }

    private static async Task<double> Cost(AppProcess process, IEnumerable<string> addresses)
    {
        var list = addresses.ToList();
        var before = process.Cpu;
        await process.Ask(list);
        return (process.Cpu - before) / list.Count;
    }

    /// <summary>The same question at addresses that no cache has seen.</summary>
    private IEnumerable<string> Distinct(int count, string path = "/katalog") => Enumerable.Range(0, count).Select(_ => $"{path}?q=transport&x={Interlocked.Increment(ref asked)}");

    private async Task<double> Memory(string connection)
    {
        await using var db = PostgresFill.Open(connection);
        var questions = (await Kinds.Of(db, Firms)).Select(a => a.Question.Text).Where(t => t.Length > 0).Distinct().ToList();
        var slugs = Enumerable.Range(1, Firms).Select(new Firms(new Material()).Make).Select(f => f.Slug).ToList();
        await using var site = (await Start([app, "serve"], connection)).App;
        await site.Ask(Enumerable.Range(0, Mixed).Select(i => (i % 5) switch
        {
            0 => $"/firma/{slugs[i / 5 % slugs.Count]}",
            1 => $"/api/v1/companies?q={questions[i % questions.Count]}&x={i}",
            2 => $"/api/v1/search/suggest?q={questions[i % questions.Count][..3]}",
            3 => $"/katalog?q={questions[i % questions.Count]}",
            _ => $"/katalog?q={questions[i % questions.Count]}&x={i}",
        }));
        return site.PeakMemory;
    }
}

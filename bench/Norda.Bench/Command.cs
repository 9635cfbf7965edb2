using System.Globalization;
using Norda.Bench.Data;
using Norda.Bench.Measure;
using Norda.Data.Search.Polish;

namespace Norda.Bench;

internal static class Command
{
    private const string Usage = """
        bin/bench                                    fills what is missing, measures, writes docs/performance.md
        bin/bench fill FIRMS… [--postgres|--sqlite]  fills only (default: 1000 100000 1000000 on PostgreSQL, 1000 100000 on SQLite)
        bin/bench run [FIRMS…]                       measures what is filled
        bin/bench statements|typing [FIRMS…]         one part of it, on the screen only
        bin/bench sqlite|requests|storm|fanout|live
        bin/bench import [ROWS…]                     imports into empty databases (default: 10000 100000)
        bin/bench grid [FIRMS…]                      the grid of fees (default: 100 1000 10000), on the screen only
        bin/bench explain FIRMS "question" [force_custom_plan]
        """;

    private static readonly int[] OnPostgres = [1_000, 100_000, 1_000_000];
    private static readonly int[] OnSqlite = [1_000, 100_000];
    private static readonly string Server = Environment.GetEnvironmentVariable("NORDA_BENCH_PG") ?? "Host=127.0.0.1;Port=54399;Username=postgres";
    private const string App = "var/bench/app/Norda.dll";
    private static readonly Stemmer Stemmer = new();

    public static async Task<int> Run(string[] args)
    {
        var scales = args.Skip(1).Where(a => a.All(char.IsAsciiDigit)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        switch (args.FirstOrDefault())
        {
            case null:
                await Fill(OnPostgres, OnSqlite);
                await Report.Write(await MeasureAll(OnPostgres));
                return 0;
            case "fill":
                await Fill(args.Contains("--sqlite") ? [] : Or(scales, OnPostgres), args.Contains("--postgres") ? [] : Or(scales, OnSqlite));
                return 0;
            case "run":
                await Report.Write(await MeasureAll(Or(scales, OnPostgres)));
                return 0;
            case "statements":
                Console.WriteLine(Tables.Statements(await new Statements(Stemmer, Server).Run(Or(scales, OnPostgres))));
                return 0;
            case "requests":
                Console.WriteLine(Tables.Requests(await new Requests(Stemmer, Server, App).Run()));
                return 0;
            case "typing":
                Console.WriteLine(Tables.Typing(await new Spelling(Stemmer, Server).Typos(Or(scales, OnPostgres)), await new Spelling(Stemmer, Server).Suggestions(OnSqlite[^1])));
                return 0;
            case "sqlite":
                Console.WriteLine(Tables.Sqlite(await MeasureSqlite()));
                return 0;
            case "storm":
                Console.WriteLine(Tables.Storm(await new Storm(Server, App).Run()));
                return 0;
            case "import":
                Console.WriteLine(Tables.Imports(await new Imports(Server, App).Run(Or(scales, Imports.Sizes))));
                return 0;
            case "grid":
                Console.WriteLine(await new Grid(Server).Run(Or(scales, [100, 1_000, 10_000])));
                return 0;
            case "fanout":
                Console.WriteLine(await new FanOut(Server).Run());
                return 0;
            case "live":
                Console.WriteLine(await new LiveLines(App).Run());
                return 0;
            case "explain":
                await Explain.Run(Server, scales[0], args[2], args.ElementAtOrDefault(3) ?? "force_generic_plan", Stemmer);
                return 0;
            case "plaintext":
                await Plaintext.Serve();
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task Fill(int[] postgres, int[] sqlite)
    {
        var material = new Material();
        foreach (var firms in sqlite)
            await new SqliteFill(material, Stemmer).Run(firms);
        foreach (var firms in postgres)
            await new PostgresFill(material, Stemmer, Server).Run(firms);
    }

    private static async Task<Figures> MeasureAll(int[] scales)
    {
        var requests = await new Requests(Stemmer, Server, App).Run();
        var spelling = new Spelling(Stemmer, Server);
        var typos = await spelling.Typos(scales);
        var (suggestions, sqlite, imports) = (await spelling.Suggestions(OnSqlite[^1]), await MeasureSqlite(), await new Imports(Server, App).Run(Imports.Sizes));
        return new Figures(await new Statements(Stemmer, Server).Run(scales), requests, typos, suggestions, sqlite, imports);
    }

    private static async Task<Dictionary<int, Dictionary<string, List<double>>>> MeasureSqlite()
    {
        var figures = new Dictionary<int, Dictionary<string, List<double>>>();
        foreach (var firms in OnSqlite)
            figures[firms] = await new SqliteStatements(Stemmer).Run(firms);
        return figures;
    }

    private static int[] Or(int[] given, int[] all) => given.Length == 0 ? all : given;
}

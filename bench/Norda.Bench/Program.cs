using System.Globalization;
using Norda.Bench.Data;
using Norda.Bench.Measure;
using Norda.Data.Search.Polish;

var server = Environment.GetEnvironmentVariable("NORDA_BENCH_PG") ?? "Host=127.0.0.1;Port=54399;Username=postgres";
if (args[0] == "explain")
{
    await Explain.Run(server, int.Parse(args[1], CultureInfo.InvariantCulture), args[2], args.ElementAtOrDefault(3) ?? "force_generic_plan", new Stemmer());
    return;
}

var scales = args.Skip(1).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
var stemmer = new Stemmer();
if (args[0] == "fill")
{
    var fill = new PostgresFill(new Material(), stemmer, server);
    foreach (var firms in scales)
        await fill.Run(firms);
}
else
{
    var figures = await new Statements(stemmer, server).Run(scales);
    Console.WriteLine(Tables.Statements(figures));
}

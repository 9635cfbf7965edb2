using System.Globalization;
using Norda.Bench.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;

var server = Environment.GetEnvironmentVariable("NORDA_BENCH_PG") ?? "Host=127.0.0.1;Port=54399;Username=postgres";
if (args[0] == "vocab")
{
    var words = new Dictionary<string, VocabularyWriter.Entry>(StringComparer.Ordinal);
    foreach (var chunk in Documents.Of(20000, new Firms(new Material()), new Stemmer()))
        foreach (var made in chunk)
            VocabularyWriter.Count(made.Document, words);
    await using var db = PostgresFill.Open(PostgresFill.Connection(server, 1000) + ";Command Timeout=0");
    var w = System.Diagnostics.Stopwatch.StartNew();
    await new VocabularyWriter(db).Replace(words, default);
    Console.WriteLine($"{words.Count} words {w.Elapsed}");
    return;
}
var fill = new PostgresFill(new Material(), new Stemmer(), server);
foreach (var n in args.Skip(1).Select(a => int.Parse(a, CultureInfo.InvariantCulture)))
    await fill.Run(n);

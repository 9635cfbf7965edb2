using System.IO.Compression;
using Norda.Platform;

namespace Norda.Bench.Data;

/// <summary>What firms are made of: business words first, then words of the project's lexicon, in a fixed order.</summary>
internal sealed class Material
{
    private const int VocabularySize = 40_000;
    private readonly Dictionary<string, string[]> lists;
    private readonly double[] cumulative;

    public Material()
    {
        using var file = new StreamReader(typeof(Material).Assembly.GetManifestResourceStream("material.txt")!);
        lists = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(p => p[0], p => p[1].Split('|'));
        Services = [.. from work in this["work"] from thing in this["things"] select $"{work} {thing}"];
        Towns = [.. this["towns"].Select(t => t.Split('=')[0])];
        TownOdds = Cumulative([.. this["towns"].Select(t => double.Parse(t.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture))]);
        Vocabulary = [.. this["business"].Concat(LexiconWords().Except(this["business"].Select(Folding.Fold), StringComparer.Ordinal)).Take(VocabularySize)];
        cumulative = Cumulative([.. Vocabulary.Select((_, rank) => 1.0 / (rank + 16))]);
    }

    public string[] Services { get; }
    public string[] Towns { get; }
    public double[] TownOdds { get; }
    public string[] Vocabulary { get; }

    public string[] this[string list] => lists[list];

    /// <summary>A word as often as its rank says (Zipf).</summary>
    public string Word(Random random) => Vocabulary[Pick(cumulative, random)];

    public static int Pick(double[] cumulative, Random random)
    {
        var at = Array.BinarySearch(cumulative, random.NextDouble());
        return Math.Min(at < 0 ? ~at : at, cumulative.Length - 1);
    }

    public static double[] Cumulative(double[] weights)
    {
        var sum = weights.Sum();
        var total = 0.0;
        return [.. weights.Select(w => total += w / sum)];
    }

    private static string[] LexiconWords()
    {
        using var packed = typeof(Norda.Data.Search.Polish.Stemmer).Assembly.GetManifestResourceStream("Norda.Data.Search.Polish.pl.lexicon.br")!;
        using var text = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
        while (text.ReadLine() is { Length: > 0 })
        {
            // The affix rules come first; an empty line ends them.
        }

        var words = text.ReadToEnd().Split('\n').Select(line => line.Split('\t')[0]).Where(w => w.Length is >= 4 and <= 14 && w.All(char.IsAsciiLetterLower)).ToArray();
        new Random(42).Shuffle(words);
        return words;
    }
}

using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Norda.Data.Search.Polish;

/// <summary>
/// Finds the dictionary forms of a Polish word by the affix rules of hunspell's pl_PL, on folded words (no diacritics).
/// About 305,000 stems in one sorted text of ASCII, 4.5 MB; a look-up is a few binary searches (27 µs at the worst).
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<Rule>> rulesByEnding = new(StringComparer.Ordinal);
    private readonly int longestEnding;
    private readonly byte[] entries;
    private readonly int[] starts;

    private Lexicon(StreamReader file)
    {
        while (file.ReadLine() is { Length: > 0 } line)
        {
            var parts = line.Split('\t');
            if (!rulesByEnding.TryGetValue(parts[2], out var rules))
                rulesByEnding[parts[2]] = rules = [];
            rules.Add(new Rule(parts[0][0], parts[1], parts[3]));
        }

        longestEnding = rulesByEnding.Keys.Max(ending => ending.Length);
        entries = ReadToEnd(file);
        starts = Starts(entries);
    }

    private readonly record struct Rule(char Flag, string Strip, string Condition);

    public static Lexicon Load()
    {
        using var packed = typeof(Lexicon).Assembly.GetManifestResourceStream("Norda.Data.Search.Polish.pl.lexicon.br")!;
        using var unpacked = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return new Lexicon(unpacked);
    }

    /// <summary>Dictionary forms of a folded word; none when the word is not Polish.</summary>
    public List<string> Lemmas(string word)
    {
        var lemmas = new List<string>();
        Collect(word, lemmas);
        if (lemmas.Count == 0 && word.Length > 6 && word.StartsWith("nie", StringComparison.Ordinal))
            Collect(word[3..], lemmas);
        return lemmas;
    }

    private void Collect(string word, List<string> lemmas)
    {
        if (Has(word, null))
            lemmas.Add(word);
        Span<char> stem = stackalloc char[word.Length + 16];
        for (var cut = 0; cut <= Math.Min(longestEnding, word.Length - 1); cut++)
        {
            if (!rulesByEnding.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(word.Length - cut), out var rules))
                continue;
            foreach (var rule in rules)
            {
                var kept = word.Length - cut;
                if (rule.Strip.Length > 16)
                    continue;
                word.AsSpan(0, kept).CopyTo(stem);
                rule.Strip.CopyTo(stem[kept..]);
                var candidate = stem[..(kept + rule.Strip.Length)];
                if (Ends(candidate, rule.Condition) && Has(candidate, rule.Flag) && !Contains(lemmas, candidate))
                    lemmas.Add(candidate.ToString());
            }
        }
    }

    private static bool Contains(List<string> lemmas, ReadOnlySpan<char> candidate)
    {
        foreach (var lemma in lemmas)
            if (candidate.SequenceEqual(lemma))
                return true;
        return false;
    }

    private bool Has(ReadOnlySpan<char> letters, char? flag)
    {
        Span<byte> stem = stackalloc byte[letters.Length];
        if (Ascii.FromUtf16(letters, stem, out _) != OperationStatus.Done)
            return false;
        var (low, high) = (0, starts.Length - 2);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var entry = entries.AsSpan(starts[middle], starts[middle + 1] - starts[middle] - 1);
            var tab = entry.IndexOf((byte)'\t');
            switch (entry[..tab].SequenceCompareTo(stem))
            {
                case 0: return flag is null || entry[(tab + 1)..].Contains((byte)flag.Value);
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return false;
    }

    /// <summary>Hunspell's condition on the end of a stem: letters, dots and [sets], read from the right.</summary>
    private static bool Ends(ReadOnlySpan<char> stem, string condition)
    {
        var at = stem.Length - 1;
        for (var i = condition.Length - 1; i >= 0; i--, at--)
        {
            if (condition == ".")
                return true;
            if (at < 0)
                return false;
            if (condition[i] == ']')
            {
                var open = condition.LastIndexOf('[', i);
                var negated = condition[open + 1] == '^';
                var set = condition.AsSpan(open + (negated ? 2 : 1), i - open - (negated ? 2 : 1));
                if (set.Contains(stem[at]) == negated)
                    return false;
                i = open;
            }
            else if (condition[i] != '.' && condition[i] != stem[at])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>In two steps: as a text on the way it would need five times the memory.</summary>
    private static byte[] ReadToEnd(StreamReader file)
    {
        var (read, part) = (new MemoryStream(5 * 1024 * 1024), new char[16 * 1024]);
        var ascii = new byte[part.Length];
        for (var count = file.Read(part); count > 0; count = file.Read(part))
            read.Write(ascii, 0, Encoding.ASCII.GetBytes(part, 0, count, ascii, 0));
        return read.ToArray();
    }

    private static int[] Starts(ReadOnlySpan<byte> text)
    {
        var found = new int[text.Count((byte)'\n') + 1];
        for (var i = 0; i < found.Length - 1; i++)
            found[i + 1] = found[i] + text[found[i]..].IndexOf((byte)'\n') + 1;
        return found;
    }
}

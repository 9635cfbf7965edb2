using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Norda.Data.Search.Polish;

/// <summary>
/// Joins the forms of a word, on folded words, for both databases alike. Inflection is undone by the dictionary
/// (budowlanych -> budowlany); derivation by cutting endings (księgowość, księgowa, księgowy -> ksieg).
/// </summary>
public sealed class Stemmer
{
    private const int ShortestRoot = 4;
    private const int CacheLimit = 200_000;

    private static readonly string[] Derivations = [.. """
        alnictwo ownictwo nictwo arstwo erstwo orstwo stwo ctwo
        owosc liwosc nosc osc owanie iwanie ywanie anie enie acja izacja yzacja
        alnia arnia ownia iciel yciel acz arz ownik nik niczy
        owy owa owe alny elny yczny iczny iany any ony ny ski cki
        yka ika yk ik ka ek ium um ia ja
        a e i o u y
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(ending => ending.Length)];

    /// <summary>Words whose cut would land among strangers, or beside their own family.</summary>
    private static readonly FrozenDictionary<string, string> Exceptions = """
        ksiegarn: ksiegarnia ksiegarz ksiegarski
        mebl: mebel
        stolar: stolarz stolarnia stolarstwo stolarka stolarski
        malow: malarz malarstwo malarski
        """.Split('\n').Select(line => line.Split(": "))
        .SelectMany(family => family[1].Split(' ').Select(word => (Word: word, Stem: family[0])))
        .ToFrozenDictionary(exception => exception.Word, exception => exception.Stem, StringComparer.Ordinal);

    private readonly Lazy<Lexicon> lexicon = new(Lexicon.Load);
    private readonly ConcurrentDictionary<string, string[]> cache = new(StringComparer.Ordinal);

    /// <summary>Roots of a folded word: one as a rule, several when the word is ambiguous. Never empty.</summary>
    public string[] Roots(string word)
    {
        if (cache.TryGetValue(word, out var roots))
            return roots;
        roots = Compute(word);
        if (cache.Count < CacheLimit)
            cache.TryAdd(word, roots);
        return roots;
    }

    /// <summary>True when the dictionary of Polish knows the word or one of its forms.</summary>
    public bool IsPolish(string word) => lexicon.Value.Lemmas(word).Count > 0;

    private string[] Compute(string word)
    {
        if (word.Length < 3 || word.Any(char.IsAsciiDigit))
            return [word];
        var lemmas = lexicon.Value.Lemmas(word);
        return lemmas.Count == 0 ? [Root(word)] : [.. lemmas.Select(Root).Distinct(StringComparer.Ordinal)];
    }

    private static string Root(string lemma)
    {
        if (Exceptions.TryGetValue(lemma, out var exception))
            return exception;
        for (var cuts = 0; cuts < 3; cuts++)
        {
            var ending = Array.Find(Derivations, e => lemma.Length - e.Length >= ShortestRoot && lemma.EndsWith(e, StringComparison.Ordinal));
            if (ending is null)
                break;
            lemma = lemma[..^ending.Length];
        }

        return lemma;
    }
}

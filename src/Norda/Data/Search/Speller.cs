using Microsoft.EntityFrameworkCore;
using Norda.Data.Search.Polish;

namespace Norda.Data.Search;

/// <summary>Corrects misspelt words to words of the directory: the fewest and likeliest slips first, common words before rare ones.</summary>
public sealed class Speller(AppDb db, Stemmer stemmer)
{
    private const int ShortestCorrected = 4;
    private const int MostLengthApart = 2;

    // Neighbours on the Polish programmer's keyboard.
    private static readonly string[] KeyRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <param name="words">Folded words.</param>
    /// <param name="typing">The last one may be unfinished.</param>
    /// <param name="evenPolish">Also words that Polish knows but the directory does not.</param>
    /// <returns>The corrected spelling of each word that needs one.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Correct(IReadOnlyList<string> words, bool typing, bool evenPolish, CancellationToken cancel)
    {
        var suspects = words.Where(w => w.Length >= ShortestCorrected && !w.Any(char.IsAsciiDigit) && (evenPolish || !stemmer.IsPolish(w))).Distinct(StringComparer.Ordinal).ToList();
        if (suspects.Count == 0)
            return new Dictionary<string, string>();

        var deletions = suspects.SelectMany(SearchDeletion.Of).Distinct(StringComparer.Ordinal).ToList();
        // Words too short or too long for any of the suspects are not even read: they share a beginning, of which a large vocabulary has many.
        var (shortest, longest) = (suspects.Min(w => w.Length) - MostLengthApart, suspects.Max(w => w.Length) + MostLengthApart);
        var candidates = await db.Set<SearchDeletion>().AsNoTracking().Where(d => deletions.Contains(d.Deletion) && d.Word.Folded.Length >= shortest && d.Word.Folded.Length <= longest).Select(d => d.Word).Distinct().ToListAsync(cancel);
        var known = candidates.Select(c => c.Folded).ToHashSet(StringComparer.Ordinal);
        var corrected = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in suspects.Where(w => !known.Contains(w)))
        {
            if (typing && word == words[^1] && await BeginsAWord(word, cancel))
                continue;
            var best = candidates.Select(c => (Word: c, Cost: Cost(word, c))).Where(c => c.Cost < Limit(word)).OrderBy(c => c.Cost).ThenByDescending(c => c.Word.Firms).FirstOrDefault().Word;
            if (best is not null)
                corrected[word] = best.Display;
        }

        return corrected;
    }

    private async Task<bool> BeginsAWord(string word, CancellationToken cancel)
    {
        var after = word[..^1] + (char)(word[^1] + 1);
        return await db.SearchWords.AnyAsync(w => string.Compare(w.Folded, word) >= 0 && string.Compare(w.Folded, after) < 0, cancel);
    }

    private static double Limit(string word) => word.Length switch { < 6 => 1.35, < 9 => 2.1, _ => 2.6 };

    private static double Cost(string typed, SearchWord candidate) =>
        Distance(typed, candidate.Folded) + (typed[0] == candidate.Folded[0] ? 0 : 0.3) - (0.1 * Math.Log10(1 + candidate.Firms));

    /// <summary>Optimal string alignment with the odds of fingers: neighbour keys, swapped and doubled letters cost less.</summary>
    internal static double Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostLengthApart)
            return double.MaxValue;
        var d = new double[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 1; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var left = i > 1 && a[i - 1] == a[i - 2] ? 0.6 : 0.95;
                var right = j > 1 && b[j - 1] == b[j - 2] ? 0.6 : 0.9;
                var best = Math.Min(d[i - 1, j] + left, d[i, j - 1] + right);
                best = Math.Min(best, d[i - 1, j - 1] + Substitution(a[i - 1], b[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, d[i - 2, j - 2] + 0.7);
                d[i, j] = best;
            }
        }

        return d[a.Length, b.Length];
    }

    private static double Substitution(char typed, char meant) => typed == meant ? 0 : AreNeighbours(typed, meant) ? 0.7 : 1;

    private static bool AreNeighbours(char a, char b)
    {
        for (var row = 0; row < KeyRows.Length; row++)
        {
            if (KeyRows[row].IndexOf(a, StringComparison.Ordinal) is >= 0 and var at)
                return KeyRows.Skip(row - 1).Take(row == 0 ? 2 : 3).Any(r => r.IndexOf(b, StringComparison.Ordinal) is >= 0 and var to && Math.Abs(at - to) <= 1);
        }

        return false;
    }
}

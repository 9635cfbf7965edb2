using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;
using Norda.Platform;

namespace Norda.Bench.Measure;

/// <summary>A question of a kind, as the product would ask it.</summary>
internal sealed record Asked(string Kind, SearchQuestion Question)
{
    public Plan Plan(Stemmer stemmer)
    {
        var text = Norda.Data.Search.Question.Parse(Question.Text);
        return new Plan { Question = Question, Text = text, Groups = text.Groups(stemmer) };
    }
}

/// <summary>Questions chosen by how many firms have their words, so that each kind means the same at every scale.</summary>
internal static class Kinds
{
    private const int PerKind = 12;

    public static async Task<List<Asked>> Of(AppDb db, int firms)
    {
        var common = await Words(db, firms, .15, .45);
        var medium = await Words(db, firms, .01, .02);
        var thin = await Words(db, firms, .0025, .0035);
        var rare = await Words(db, firms, 0, Math.Max(.0002, 2.5 / firms));
        var names = await db.Companies.Where(c => c.Id % (firms / 20) == 17).OrderBy(c => c.Id).Select(c => c.Name).Take(PerKind).ToListAsync();
        var filters = await db.Categories.OrderBy(c => c.SortOrder).Select(c => c.Slug).Take(PerKind).ToListAsync();
        var towns = await db.Companies.GroupBy(c => c.Address.Town!).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(PerKind).ToListAsync();
        return
        [
            .. Texts("common word", common),
            .. Texts("two common words", common.Zip(common.Skip(1), (a, b) => $"{a} {b}")),
            .. Texts("word in 1-2 %", medium),
            .. Texts("word in 0.3 %", thin),
            .. Texts("rare word", rare),
            .. Texts("common + rare", common.Zip(rare, (a, b) => $"{b} {a}")),
            .. Texts("name", names),
            .. Texts("prefix", common.Select(w => w[..4])),
            .. common.Zip(filters, (word, filter) => new Asked("filter + common", Filtered(word, FilterGroup.Category, filter))),
            .. towns.Select(town => new Asked("filter only", Filtered("", FilterGroup.Town, Slug.From(town)))),
            .. Enumerable.Range(1, PerKind).Select(page => new Asked("no words", new SearchQuestion { Page = page })),
        ];
    }

    /// <summary>A word of the directory with one letter swapped with its neighbour.</summary>
    public static async Task<List<string>> Typos(AppDb db, int firms) =>
        [.. (await Words(db, firms, .002, .3, 60)).Where(w => w.Length > 5 && w[2] != w[3]).Select(w => $"{w[..2]}{w[3]}{w[2]}{w[4..]}").Take(40)];

    private static SearchQuestion Filtered(string text, FilterGroup group, string slug) =>
        new() { Text = text, Filters = new Dictionary<FilterGroup, IReadOnlyList<string>> { [group] = [slug] } };

    private static IEnumerable<Asked> Texts(string kind, IEnumerable<string> texts) => texts.Take(PerKind).Select(text => new Asked(kind, new SearchQuestion { Text = text }));

    private static async Task<List<string>> Words(AppDb db, int firms, double from, double to, int most = PerKind + 1)
    {
        var (least, largest) = ((int)Math.Max(1, from * firms), (int)Math.Ceiling(to * firms));
        var words = await db.SearchWords.Where(w => w.Firms >= least && w.Firms <= largest && w.Folded.Length >= 5).OrderByDescending(w => w.Firms).ThenBy(w => w.Folded).Take(5_000).Select(w => w.Folded).ToListAsync();
        words.RemoveAll(Norda.Data.Search.Words.IsStopword);
        var step = Math.Max(1, words.Count / most);
        return [.. words.Where((_, i) => i % step == 0).Take(most)];
    }
}

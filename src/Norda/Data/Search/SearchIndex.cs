using Microsoft.AspNetCore.OutputCaching;
using Norda.Data.Search.Polish;

namespace Norda.Data.Search;

/// <summary>
/// What both databases share: the course of a search. Number of a firm, then the words as typed or as corrected, then,
/// when no firm has all of them, some of them. The providers know how to ask; this class knows what to ask.
/// </summary>
public abstract class SearchIndex(AppDb db, Stemmer stemmer, Speller speller, IOutputCacheStore pages) : ISearchIndex
{
    /// <summary>Marks cached pages that show firms.</summary>
    public const string CacheTag = "companies";

    protected AppDb Db { get; } = db;
    protected Stemmer Stemmer { get; } = stemmer;

    public async Task<SearchPage> Find(SearchQuestion question, CancellationToken cancel)
    {
        var typed = Question.Parse(question.Text);
        if (typed.Identifier is { } number && await Ask(new Plan { Question = question with { Page = 1 }, Number = number }, cancel) is { Total: 1 } firm)
            return firm with { IsIdentifier = true };

        var page = question.Exact ? null : await AskCorrected(question, typed, evenPolish: false, cancel);
        page ??= await Ask(PlanFor(question, typed), cancel);
        if (page.Total > 0 || !typed.HasText && question.Filters.Count == 0)
            return page;
        if (!question.Exact && page.CorrectedText is null && await AskCorrected(question, typed, evenPolish: true, cancel) is { Total: > 0 } corrected)
            return corrected;
        return await Relieve(question, typed, page, cancel);
    }

    public abstract Task<IReadOnlyList<Suggestion>> Suggest(string typed, CancellationToken cancel);

    public async Task Refresh(IReadOnlyCollection<int> companyIds, CancellationToken cancel)
    {
        await Update(companyIds, cancel);
        await pages.EvictByTagAsync(CacheTag, cancel);
    }

    public async Task Rebuild(CancellationToken cancel)
    {
        await UpdateAll(cancel);
        await pages.EvictByTagAsync(CacheTag, cancel);
    }

    protected abstract Task Update(IReadOnlyCollection<int> companyIds, CancellationToken cancel);

    protected abstract Task UpdateAll(CancellationToken cancel);

    internal abstract Task<SearchPage> Ask(Plan plan, CancellationToken cancel);

    private Plan PlanFor(SearchQuestion question, Question text, bool anyWord = false) =>
        new() { Question = question, Text = text, Groups = text.Groups(Stemmer), AnyWord = anyWord };

    private async Task<SearchPage?> AskCorrected(SearchQuestion question, Question typed, bool evenPolish, CancellationToken cancel)
    {
        if (typed.Words.Count == 0 || typed.Phrases.Count > 0)
            return null;
        var corrections = await speller.Correct(typed.Words, typed.LastIsPrefix, evenPolish, cancel);
        if (corrections.Count == 0)
            return null;
        var spelling = Respell(question.Text, corrections);
        var page = await Ask(PlanFor(question, Question.Parse(spelling)), cancel);
        return page.Total > 0 ? page with { CorrectedText = spelling, Corrections = Highlighter.For(Stemmer, corrections.Values) } : null;
    }

    /// <summary>No firm: say which filter to drop, or show firms that have some of the words.</summary>
    private async Task<SearchPage> Relieve(SearchQuestion question, Question typed, SearchPage empty, CancellationToken cancel)
    {
        var reliefs = new List<Relief>();
        foreach (var group in question.Filters.Where(f => f.Value.Count > 0).Select(f => f.Key))
        {
            var without = question with { Filters = question.Filters.Where(f => f.Key != group).ToDictionary(), PageSize = 1, Page = 1 };
            var gain = (await Ask(PlanFor(without, typed), cancel)).Total;
            if (gain > 0)
                reliefs.Add(new Relief(group, gain));
        }

        if (reliefs.Count > 0 || typed.Words.Count < 2 || typed.Phrases.Count > 0)
            return empty with { Reliefs = [.. reliefs.OrderByDescending(r => r.Gain)] };
        return await Ask(PlanFor(question, typed, anyWord: true), cancel) with { AnyWord = true };
    }

    /// <summary>Puts the corrections in the places of the misspelt words; the rest of the text stays as typed.</summary>
    private static string Respell(string text, IReadOnlyDictionary<string, string> corrections)
    {
        foreach (var word in Words.Of(text).Reverse())
            if (corrections.TryGetValue(word.Folded, out var right))
                text = text[..word.Start] + right + text[word.End..];
        return text;
    }
}

/// <summary>One question ready to be asked of a database.</summary>
internal sealed record Plan
{
    public required SearchQuestion Question { get; init; }
    public Question Text { get; init; } = new();
    public IReadOnlyList<TermGroup> Groups { get; init; } = [];

    /// <summary>Some of the words are enough.</summary>
    public bool AnyWord { get; init; }

    /// <summary>Only the firm with this NIP, REGON or KRS.</summary>
    public string? Number { get; init; }
}

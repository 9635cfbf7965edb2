using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Search;

/// <summary>What the site has beside firms: things to do, and what the features let this person find. One command for all of them.</summary>
public sealed class FindAround(IEnumerable<ISearchSource> sources, IEnumerable<SiteAction> actions, Me me, IStringLocalizer<Texts> texts)
{
    private const int MostActions = 3;

    /// <summary>What one does stands first: who types "ogł" and presses Enter wants to write one.</summary>
    public FoundGroup? Actions(SearchWords? words)
    {
        if (words is null)
            return null;
        var fitting = actions.Where(a => AccessTable.Allows(me, a.Requires.Resource, a.Requires.Act) && words.Begin($"{texts[a.Text]} {texts[a.Words]}")).OrderBy(a => a.Order).Take(MostActions)
            .Select(a => new FoundLink(texts[a.Text], a.Href, a.Icon, null)).ToList();
        return fitting.Count == 0 ? null : new FoundGroup(texts["Działania"], fitting);
    }

    /// <summary>Groups that have something, in their order.</summary>
    public async Task<IReadOnlyList<FoundGroup>> Things(SearchWords? words, int most, CancellationToken cancel)
    {
        var open = sources.Where(s => AccessTable.Allows(me, s.Requires.Resource, s.Requires.Act)).OrderBy(s => s.Order).ToList();
        if (words is null || open.Count == 0)
            return [];
        var rows = await open.Select(s => s.Find(words, most)).Aggregate((all, next) => all.Concat(next)).ToListAsync(cancel);
        return [.. open.Select(s => new FoundGroup(texts[s.Group], [.. Ordered(rows, s, words).Select(r => new FoundLink(r.Title, s.Address(r), s.Icon, s.Hint(r)))])).Where(g => g.Links.Count > 0)];
    }

    /// <summary>Those whose title has the words before those that only speak of them, the later first.</summary>
    private static IEnumerable<FoundRow> Ordered(List<FoundRow> rows, ISearchSource source, SearchWords words) =>
        rows.Where(r => r.Source == source.Order).OrderByDescending(r => words.Begin(r.Title)).ThenByDescending(r => r.At).ThenBy(r => r.Id);
}

public sealed record FoundGroup(string Title, IReadOnlyList<FoundLink> Links);

/// <summary>Href is from "/", without the language.</summary>
public sealed record FoundLink(string Text, string Href, string Icon, string? Hint);

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Norda.Data.Search;
using Norda.Features.Directory;
using Norda.Features.Directory.Catalog;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Search;

/// <summary>One question to the whole site: firms with the reason why, the lists that the words name, and pages.</summary>
[Access(Resource.Search, Act.Read)]
[OutputCache(PolicyName = PublicPages.Policy)]
public class IndexModel(ISearchIndex index, FindAround around, IEnumerable<SitePage> pages, Menu menu, IStringLocalizer<Texts> texts) : PageModel
{
    private const int ShownFirms = 5;
    private const int ShownLinks = 6;
    private const int ShownOfKind = 5;
    private const int ShortestName = 3;

    public SearchQuestion Question { get; private set; } = new();
    public SearchPage? Found { get; private set; }
    public SearchWords? Words { get; private set; }
    public FoundGroup? Actions { get; private set; }

    /// <summary>Events, people, topics, … as far as this person may see them.</summary>
    public IReadOnlyList<FoundGroup> Things { get; private set; } = [];

    public IReadOnlyList<PlaceList> Places { get; private set; } = [];

    /// <summary>The spelling that the firms were found by.</summary>
    public string Asked => Found?.CorrectedText ?? Question.Text;

    public bool HasNothing => Found is { Total: 0 } && Places.Count == 0 && Things.Count == 0 && Actions is null;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Question = CatalogQuery.Read(Request.Query, CatalogNames.Polish).Question with { Page = 1, PageSize = ShownFirms, Order = SearchOrder.Best };
        Question = Question with { Text = Question.Text.Trim(), Filters = new Dictionary<FilterGroup, IReadOnlyList<string>>() };
        if (Question.Text.Length == 0)
            return Page();

        Found = await index.Find(Question, cancel);
        if (Found is { IsIdentifier: true, Hits: [var only] })
            return LocalRedirect($"{Request.PathBase}/firma/{only.Slug}");

        Words = SearchWords.Of(Question.Text);
        (Actions, Things) = (around.Actions(Words), await around.Things(Words, ShownOfKind, cancel));
        var suggested = await index.Suggest(Asked, cancel);
        Places = [.. new[]
        {
            Values(texts["Branże"], FilterGroup.Category, suggested.Where(s => s.Kind == SuggestionKind.Category), slug => $"~/katalog/{slug}"),
            Values(texts["Usługi"], FilterGroup.Service, suggested.Where(s => s.Kind == SuggestionKind.Service), slug => $"~/katalog?usluga={slug}"),
            Values(texts["Miejscowości"], FilterGroup.Town, suggested.Where(s => s.Kind == SuggestionKind.Town), slug => $"~/katalog/miejscowosc/{slug}"),
            new PlaceList(texts["Strony serwisu"], PagesNamed(Asked)),
        }.Where(list => list.Links.Count > 0)];
        return Page();
    }

    public string Catalog => "~/katalog" + CatalogQuery.Write(Question, CatalogNames.Polish);

    public string Exactly => "~/szukaj" + CatalogQuery.Write(Question with { Exact = true }, CatalogNames.Polish);

    /// <summary>Values that the words name, in any of their forms, and those that begin with what was typed.</summary>
    private PlaceList Values(string title, FilterGroup group, IEnumerable<Suggestion> suggested, Func<string, string> address) => new(title,
        [.. Found!.Facets[group].Where(value => Found.Highlighter.Matches(value.Name)).Select(value => (value.Slug, Text: value.Name))
            .Concat(suggested.Select(s => (s.Slug, s.Text))).DistinctBy(v => v.Slug, StringComparer.Ordinal)
            .Take(ShownLinks).Select(v => new PlaceLink(v.Text, address(v.Slug)))]);

    /// <summary>Every word of the question begins a word of the page's title or of what people call it. The rooms of the menu are among them.</summary>
    private IReadOnlyList<PlaceLink> PagesNamed(string asked)
    {
        if (SearchWords.Of(asked) is not { } words || words.Words.All(word => word.Length < ShortestName))
            return [];
        var rooms = menu.Items.Where(i => words.Begin(texts[i.Text])).Select(i => new PlaceLink(i.Group is { } group ? $"{texts[group]}: {texts[i.Text]}" : texts[i.Text], "~" + i.Href));
        return [.. pages.Where(p => words.Begin($"{texts[p.Title]} {texts[p.Words]}")).Select(p => new PlaceLink(texts[p.Title], "~" + p.Href)).Concat(rooms).DistinctBy(p => p.Href, StringComparer.Ordinal).Take(ShownLinks)];
    }
}

/// <summary>What the words name, beside firms.</summary>
public sealed record PlaceList(string Title, IReadOnlyList<PlaceLink> Links);

public sealed record PlaceLink(string Text, string Href);

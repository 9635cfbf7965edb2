using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Directory.Lists;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory.Catalog;

/// <summary>The catalogue: what is searched, how it is narrowed, and the firms. Every state of it is an address.</summary>
[Access(Resource.Directory, Act.Read)]
[OutputCache(PolicyName = PublicPages.Policy)]
public class IndexModel(ISearchIndex search, AppDb db, Me me, ICircle circle) : PageModel
{
    public const int Pins = 7;

    /// <summary>In an address: firms that somebody recommends whom the asking member knows.</summary>
    public const string Acquaintances = "znajomi";

    private IReadOnlyDictionary<int, IReadOnlyList<string>> _recommenders = new Dictionary<int, IReadOnlyList<string>>();

    public SearchQuestion Question { get; private set; } = new();
    public SearchPage Found { get; private set; } = null!;

    /// <summary>Name of the branch or town whose own address this is.</summary>
    public string? Heading { get; private set; }

    /// <summary>On a phone list and map take turns.</summary>
    public bool ShowsMap { get; private set; }

    public CatalogLinks Links { get; private set; } = null!;

    public bool HasCircle => me.Companies.Count > 0;

    public bool AsksCircle => Question.Chosen(FilterGroup.Recommender).Count > 0;

    public IReadOnlyList<string> KnownTo(int companyId) => _recommenders.GetValueOrDefault(companyId, []);

    public async Task<IActionResult> OnGetAsync([FromRoute] string? branza, [FromRoute] string? miejscowosc, CancellationToken cancel)
    {
        Question = CatalogQuery.Read(Request.Query, CatalogNames.Polish).Question;
        ShowsMap = Request.Query["widok"] == "mapa";
        if (!await Narrow(FilterGroup.Category, branza, cancel))
            return await ListEntries.MovedTo(db, branza!, cancel) is { } now ? LocalRedirectPermanent(Url.Content($"~/katalog/{now}{Request.QueryString}")) : NotFound();
        if (!await Narrow(FilterGroup.Town, miejscowosc, cancel))
            return NotFound();
        Found = await search.Find(await Circled(cancel), cancel);
        if (Found.IsIdentifier)
            return LocalRedirect(Url.Content($"~/firma/{Found.Hits[0].Slug}"));
        if (HasCircle)
            _recommenders = await circle.Recommenders(me, [.. Found.Hits.Select(h => h.Id)], cancel);
        await NameChosen(cancel);
        Links = new CatalogLinks(Question, ShowsMap);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Catalog", this) : Page();
    }

    public IReadOnlyList<Facet> Facets(FilterGroup group) => Found.Facets[group];

    /// <summary>The question with the firms of the circle in the place of its name; who has no circle asks without it.</summary>
    private async Task<SearchQuestion> Circled(CancellationToken cancel)
    {
        if (!HasCircle)
            Question = Question with { Filters = Question.Filters.Where(f => f.Key != FilterGroup.Recommender).ToDictionary() };
        if (!AsksCircle)
            return Question;
        var known = (await circle.Firms(me, cancel)).Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        return Question with { Filters = new Dictionary<FilterGroup, IReadOnlyList<string>>(Question.Filters) { [FilterGroup.Recommender] = known } };
    }

    /// <summary>A branch or a town with an address of its own.</summary>
    private async Task<bool> Narrow(FilterGroup group, string? slug, CancellationToken cancel)
    {
        if (slug is null)
            return true;
        Heading = await db.NameOf(group, slug, cancel);
        Question = Question with { Filters = new Dictionary<FilterGroup, IReadOnlyList<string>>(Question.Filters) { [group] = [slug] } };
        return Heading is not null;
    }

    /// <summary>What was chosen stays in its list, also when no firm has it.</summary>
    private async Task NameChosen(CancellationToken cancel)
    {
        var facets = Found.Facets.ToDictionary();
        foreach (var (group, slugs) in Question.Filters)
            foreach (var slug in slugs.Where(slug => facets[group].All(f => f.Slug != slug)))
                facets[group] = [.. facets[group], new Facet(slug, await db.NameOf(group, slug, cancel) ?? slug, 0, Chosen: true)];
        Found = Found with { Facets = facets };
    }
}

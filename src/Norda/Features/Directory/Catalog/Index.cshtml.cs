using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Catalog;

/// <summary>The catalogue: what is searched, how it is narrowed, and the firms. Every state of it is an address.</summary>
[Access(Resource.Directory, Act.Read)]
[OutputCache(PolicyName = PublicPages.Policy)]
public class IndexModel(ISearchIndex search, AppDb db) : PageModel
{
    public const int Pins = 7;

    public SearchQuestion Question { get; private set; } = new();
    public SearchPage Found { get; private set; } = null!;

    /// <summary>Name of the branch or town whose own address this is.</summary>
    public string? Heading { get; private set; }

    /// <summary>On a phone list and map take turns.</summary>
    public bool ShowsMap { get; private set; }

    public CatalogLinks Links { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? branza, string? miejscowosc, CancellationToken cancel)
    {
        Question = CatalogQuery.Read(Request.Query, CatalogNames.Polish).Question;
        ShowsMap = Request.Query["widok"] == "mapa";
        if (branza is not null && !await TakeCategory(branza, cancel) || miejscowosc is not null && !await TakeTown(miejscowosc, cancel))
            return NotFound();
        Found = await search.Find(Question, cancel);
        if (Found.IsIdentifier)
            return LocalRedirect(Url.Content($"~/firma/{Found.Hits[0].Slug}"));
        Links = new CatalogLinks(Question, ShowsMap);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Results", this) : Page();
    }

    public IReadOnlyList<Facet> Facets(FilterGroup group) => Found.Facets[group];

    private async Task<bool> TakeCategory(string slug, CancellationToken cancel)
    {
        Heading = await db.Categories.Where(c => c.Slug == slug).Select(c => c.Name).SingleOrDefaultAsync(cancel);
        Narrow(FilterGroup.Category, slug);
        return Heading is not null;
    }

    private async Task<bool> TakeTown(string slug, CancellationToken cancel)
    {
        var towns = await db.Companies.Listed().Where(c => c.Address.Town != null).Select(c => c.Address.Town!).Distinct().ToListAsync(cancel);
        Heading = towns.Find(town => Slug.From(town) == slug);
        Narrow(FilterGroup.Town, slug);
        return Heading is not null;
    }

    private void Narrow(FilterGroup group, string slug) =>
        Question = Question with { Filters = new Dictionary<FilterGroup, IReadOnlyList<string>>(Question.Filters) { [group] = [slug] } };
}

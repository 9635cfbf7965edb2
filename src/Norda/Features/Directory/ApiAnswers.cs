using Norda.Data.Search;

namespace Norda.Features.Directory;

/// <summary>A page of firms as JSON.</summary>
public sealed record CompanyList(
    IReadOnlyList<CompanyItem> Items, int Total, bool TotalIsCapped, int Page, int PageSize, string? CorrectedQuery, bool AnyWord,
    IReadOnlyDictionary<string, IReadOnlyList<FacetItem>> Facets)
{
    public static CompanyList Of(SearchPage found, SearchQuestion question) => new(
        [.. found.Hits.Select(CompanyItem.Of)], found.Total, found.TotalIsCapped, question.Page, question.PageSize, found.CorrectedText, found.AnyWord,
        found.Facets.Where(f => Catalog.CatalogNames.Api.Filters.ContainsKey(f.Key)).ToDictionary(f => Catalog.CatalogNames.Api.Filters[f.Key], f => (IReadOnlyList<FacetItem>)[.. f.Value.Select(v => new FacetItem(v.Slug, v.Name, v.Count))]));
}

/// <summary>One firm of a result: what a card shows. Why: the strongest reasons first. Score: comparable within one answer only.</summary>
public sealed record CompanyItem(string Slug, string Name, string? Category, string? Town, string? Nip, string? Short, IReadOnlyList<string> Services, IReadOnlyList<WhyItem> Why, double Score)
{
    public static CompanyItem Of(SearchHit hit) => new(
        hit.Slug, hit.Name, hit.CategoryName, hit.Town, hit.Nip, hit.Short, [.. hit.Services.Select(s => s.Name)],
        [.. hit.Reasons.Select(r => new WhyItem(r.Kind, r.Text))], Math.Round(hit.Score, 4));
}

public sealed record WhyItem(ReasonKind Kind, string Text);

public sealed record FacetItem(string Slug, string Name, int Count);

public sealed record DictionaryItem(string Slug, string Name, string? Description, int Companies);

/// <summary>Public answers are kept for a minute and thrown away as soon as the index learns of a change.</summary>
public static class PublicPages
{
    public const string Policy = "public";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    public static void AddPublicPages(this WebApplicationBuilder builder) => builder.Services.AddOutputCache(cache => cache.AddPolicy(Policy, policy => policy
        .Expire(Lifetime).Tag(SearchIndex.CacheTag).SetVaryByQuery("*").SetVaryByHeader("HX-Request").VaryByValue(http => new("theme", Shared.Theme.Of(http.Request) ?? ""))));
}

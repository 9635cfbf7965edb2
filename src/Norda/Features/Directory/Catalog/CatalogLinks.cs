using Norda.Data.Search;

namespace Norda.Features.Directory.Catalog;

/// <summary>Addresses of the catalogue's other states, seen from the present one.</summary>
public sealed class CatalogLinks(SearchQuestion question, bool showsMap)
{
    public string Page(int page) => To(question with { Page = page });

    public string Order(SearchOrder order) => To(question with { Page = 1, Order = order });

    public string Exact() => To(question with { Page = 1, Exact = true });

    public string Map(bool map) => Address(question, map);

    public string Without(FilterGroup group, string? slug = null)
    {
        var filters = new Dictionary<FilterGroup, IReadOnlyList<string>>(question.Filters);
        var rest = slug is null ? [] : question.Chosen(group).Where(s => s != slug).ToList();
        if (rest.Count == 0)
            filters.Remove(group);
        else
            filters[group] = rest;
        return To(question with { Page = 1, Filters = filters });
    }

    /// <summary>Only firms that people I know recommend, or all again.</summary>
    public string Circle(bool only)
    {
        var filters = new Dictionary<FilterGroup, IReadOnlyList<string>>(question.Filters);
        if (only)
            filters[FilterGroup.Recommender] = [IndexModel.Acquaintances];
        else
            filters.Remove(FilterGroup.Recommender);
        return To(question with { Page = 1, Filters = filters });
    }

    public string WithoutFilters() => To(question with { Page = 1, Filters = new Dictionary<FilterGroup, IReadOnlyList<string>>() });

    private string To(SearchQuestion other) => Address(other, showsMap);

    private static string Address(SearchQuestion other, bool map)
    {
        var query = CatalogQuery.Write(other, CatalogNames.Polish);
        return "~/katalog" + query + (map ? (query.Length == 0 ? "?" : "&") + "widok=mapa" : "");
    }
}

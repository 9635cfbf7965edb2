using System.Globalization;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Features.Directory.Catalog;

/// <summary>The names of a question's parts in an address: Polish on pages, English in the API.</summary>
public sealed record CatalogNames(string Text, string Exact, string Sort, string Page, IReadOnlyDictionary<FilterGroup, string> Filters, IReadOnlyDictionary<string, SearchOrder> Orders)
{
    public static readonly CatalogNames Polish = new("q", "dokladnie", "sortuj", "strona",
        new Dictionary<FilterGroup, string>
        {
            [FilterGroup.Category] = "branza", [FilterGroup.Town] = "miejscowosc", [FilterGroup.Service] = "usluga",
            [FilterGroup.Certificate] = "certyfikat", [FilterGroup.Competency] = "kompetencja", [FilterGroup.Quality] = "jakosc",
            [FilterGroup.Recommender] = "poleca",
        },
        new Dictionary<string, SearchOrder> { ["trafnosc"] = SearchOrder.Best, ["nazwa"] = SearchOrder.Name, ["najnowsze"] = SearchOrder.Newest });

    public static readonly CatalogNames Api = new("q", "exact", "sort", "page",
        new Dictionary<FilterGroup, string>
        {
            [FilterGroup.Category] = "category", [FilterGroup.Town] = "town", [FilterGroup.Service] = "service",
            [FilterGroup.Certificate] = "certificate", [FilterGroup.Competency] = "competency", [FilterGroup.Quality] = "quality",
        },
        new Dictionary<string, SearchOrder> { ["best"] = SearchOrder.Best, ["name"] = SearchOrder.Name, ["newest"] = SearchOrder.Newest });
}

/// <summary>A question read from an address. What cannot be meant is named in <see cref="Errors"/>, by parameter.</summary>
public sealed record CatalogQuery(SearchQuestion Question, IReadOnlyDictionary<string, string[]> Errors)
{
    public const int PageSize = 20;
    private const int LastPage = 1000;

    public static CatalogQuery Read(IQueryCollection query, CatalogNames names)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var filters = names.Filters.Select(f => (f.Key, Values: Slugs(query[f.Value]))).Where(f => f.Values.Count > 0).ToDictionary(f => f.Key, f => f.Values);
        var question = new SearchQuestion
        {
            Text = Clean(query[names.Text].ToString()),
            Exact = query[names.Exact] == "1" || query[names.Exact] == "true",
            Filters = filters,
            Order = Order(query[names.Sort].ToString(), names, errors),
            Page = Page(query[names.Page].ToString(), names, errors),
            PageSize = PageSize,
        };
        return new CatalogQuery(question, errors);
    }

    /// <summary>The same question as a query string; with changes for the links of filters, pages and orders.</summary>
    public static string Write(SearchQuestion question, CatalogNames names)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (question.Text.Length > 0)
            parts.Add(new(names.Text, question.Text));
        parts.AddRange(question.Filters.OrderBy(f => f.Key).SelectMany(f => f.Value.Select(value => new KeyValuePair<string, string?>(names.Filters[f.Key], value))));
        if (question.Exact)
            parts.Add(new(names.Exact, "1"));
        if (question.Order != SearchOrder.Best)
            parts.Add(new(names.Sort, names.Orders.First(o => o.Value == question.Order).Key));
        if (question.Page > 1)
            parts.Add(new(names.Page, question.Page.ToString(CultureInfo.InvariantCulture)));
        return QueryString.Create(parts).ToString();
    }

    private static string Clean(string text) => new([.. text.Where(c => !char.IsControl(c)).Take(SearchQuestion.LongestText)]);

    private static IReadOnlyList<string> Slugs(IEnumerable<string?> values) =>
        [.. values.SelectMany(v => (v ?? "").Split(',')).Select(Slug.From).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).Take(SearchQuestion.MostValues)];

    private static SearchOrder Order(string sort, CatalogNames names, Dictionary<string, string[]> errors)
    {
        if (sort.Length == 0 || names.Orders.TryGetValue(sort, out var order) && order == SearchOrder.Best)
            return SearchOrder.Best;
        if (names.Orders.TryGetValue(sort, out order))
            return order;
        errors[names.Sort] = [$"Nieznana kolejność. Możliwe: {string.Join(", ", names.Orders.Keys)}."];
        return SearchOrder.Best;
    }

    private static int Page(string page, CatalogNames names, Dictionary<string, string[]> errors)
    {
        if (page.Length == 0)
            return 1;
        if (int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastPage)
            return number;
        errors[names.Page] = [$"Numer strony to liczba od 1 do {LastPage}."];
        return 1;
    }
}

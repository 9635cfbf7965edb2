using System.Data.Common;
using System.Text.Json;
using Norda.Platform;

namespace Norda.Data.Search;

/// <summary>Reads the rows of a search statement: firms (kind 0), the total (kind 1), then a row per value of each filter (kind 10 and up).</summary>
internal static class PageReader
{
    public const int FirstFacetKind = 10;

    public static async Task<SearchPage> Read(DbDataReader rows, Plan plan, int cap, Polish.Stemmer stemmer, CancellationToken cancel)
    {
        var asked = new Highlighter(stemmer, plan.Groups);
        var hits = new List<SearchHit>();
        var facets = Enum.GetValues<FilterGroup>().ToDictionary(g => g, _ => new List<Facet>());
        var total = 0;
        while (await rows.ReadAsync(cancel))
        {
            switch (rows.GetInt32(0))
            {
                case 0: hits.Add(Explainer.Explain(Hit(rows), asked, plan.Groups)); break;
                case 1: total = (int)rows.GetDouble(1); break;
                case var kind:
                    var group = (FilterGroup)(kind - FirstFacetKind);
                    facets[group].Add(Facet(rows, plan.Question.Chosen(group)));
                    break;
            }
        }

        return new SearchPage
        {
            Hits = hits,
            Total = total,
            TotalIsCapped = total >= cap,
            Facets = facets.ToDictionary(f => f.Key, f => (IReadOnlyList<Facet>)f.Value),
            Highlighter = asked,
        };
    }

    private static SearchHit Hit(DbDataReader r) => new(
        r.GetInt32(2), r.GetString(3), r.GetString(4), IntOrNull(r, 5), Text(r, 6), Text(r, 7), Text(r, 8), Text(r, 9),
        Text(r, 10), Text(r, 11), r.GetString(12), Text(r, 13), Text(r, 14), Number(r, 15), Number(r, 16), Text(r, 17),
        Offers(r, 18), Offers(r, 19), Offers(r, 20), r.GetDouble(1));

    private static Facet Facet(DbDataReader r, IReadOnlyList<string> chosen)
    {
        var name = r.GetString(4);
        var slug = Text(r, 3) ?? Slug.From(name);
        return new Facet(slug, name, (int)r.GetDouble(1), chosen.Contains(slug, StringComparer.Ordinal));
    }

    private static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static double? Number(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetDouble(column);

    private static int? IntOrNull(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetInt32(column);

    /// <summary>A JSON array of [name, primary] pairs.</summary>
    private static List<Offer> Offers(DbDataReader r, int column)
    {
        if (r.IsDBNull(column))
            return [];
        using var json = JsonDocument.Parse(r.GetString(column));
        return [.. json.RootElement.EnumerateArray().Select(o => new Offer(o[0].GetString()!, o[1].ValueKind == JsonValueKind.True || o[1].ValueKind == JsonValueKind.Number && o[1].GetInt32() == 1))];
    }
}

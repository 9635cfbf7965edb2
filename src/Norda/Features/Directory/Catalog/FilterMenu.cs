using Norda.Data.Search;

namespace Norda.Features.Directory.Catalog;

/// <summary>One filter: a chip that opens a list of values with their counts.</summary>
public sealed record FilterMenu(string Label, FilterGroup Group, IReadOnlyList<Facet> Values)
{
    public string Name => CatalogNames.Polish.Filters[Group];

    public int Chosen => Values.Count(v => v.Chosen);
}

using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Features.Directory.Catalog;

/// <summary>Finds the name behind a slug in an address, for values that no found firm has.</summary>
public static class FilterNames
{
    public static Task<string?> NameOf(this AppDb db, FilterGroup group, string slug, CancellationToken cancel) => group switch
    {
        FilterGroup.Category => db.Categories.Where(c => c.Slug == slug).Select(c => c.Name).FirstOrDefaultAsync(cancel),
        FilterGroup.Service => db.Services.Where(s => s.Slug == slug).Select(s => s.Name).FirstOrDefaultAsync(cancel),
        FilterGroup.Competency => db.Competencies.Where(s => s.Slug == slug).Select(s => s.Name).FirstOrDefaultAsync(cancel),
        FilterGroup.Certificate => db.Set<Certification>().Where(z => z.Slug == slug).Select(z => z.Name).FirstOrDefaultAsync(cancel),
        FilterGroup.Town => TownOf(db, slug, cancel),
        _ => Task.FromResult<string?>(slug),
    };

    private static async Task<string?> TownOf(AppDb db, string slug, CancellationToken cancel) =>
        (await db.Companies.Listed().Where(c => c.Address.Town != null).Select(c => c.Address.Town!).Distinct().ToListAsync(cancel)).Find(town => Slug.From(town) == slug);
}

using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory.Profile;

/// <summary>A firm to look at as well: it does the same.</summary>
public sealed record SimilarFirm(string Slug, string Name, int? CategoryId, string? CategoryName, string? Town, string? Logo);

public static class SimilarFirms
{
    public const int Shown = 4;
    private const int Looked = 3000;
    private const int Candidates = 40;

    /// <summary>Those that share the most services, of the same branch before others; where they are too few, neighbours of the branch.</summary>
    public static async Task<IReadOnlyList<SimilarFirm>> FindSimilar(this AppDb db, CompanyView firm, CancellationToken cancel)
    {
        var offers = db.Set<CompanyService>();
        var shared = offers.Where(o => o.CompanyId != firm.Id && offers.Where(mine => mine.CompanyId == firm.Id).Select(mine => mine.ServiceId).Contains(o.ServiceId))
            .OrderBy(o => o.ServiceId).Take(Looked) // by the index: where a hundred thousand firms weld, some of them will do
            .GroupBy(o => o.CompanyId).Select(g => new { Id = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id).Take(Candidates);
        var found = await db.Companies.Listed().Join(shared, c => c.Id, s => s.Id, (c, s) => new { Company = c, s.Count })
            .OrderByDescending(x => x.Company.CategoryId == firm.CategoryId).ThenByDescending(x => x.Count)
            .ThenByDescending(x => x.Company.Address.Town == firm.Address.Town).ThenBy(x => x.Company.Id)
            .Take(Shown).Select(x => new SimilarFirm(x.Company.Slug, x.Company.Name, x.Company.CategoryId, x.Company.Category!.Name, x.Company.Address.Town, x.Company.Logo)).ToListAsync(cancel);
        if (found.Count == Shown || firm.CategoryId is null)
            return found;

        var slugs = found.Select(f => f.Slug).ToList();
        var neighbours = await db.Companies.Listed().Where(c => c.CategoryId == firm.CategoryId && c.Id != firm.Id && !slugs.Contains(c.Slug))
            .OrderByDescending(c => c.Address.Town == firm.Address.Town).ThenByDescending(c => c.DataQuality == DataQualityLevel.Verified).ThenBy(c => c.Id)
            .Take(Shown - found.Count).Select(c => new SimilarFirm(c.Slug, c.Name, c.CategoryId, c.Category!.Name, c.Address.Town, c.Logo)).ToListAsync(cancel);
        return [.. found, .. neighbours];
    }
}

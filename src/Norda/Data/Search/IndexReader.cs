using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Search.Polish;
using Norda.Features.Accounts;
using Norda.Features.Recommendations;

namespace Norda.Data.Search;

/// <summary>Reads firms and makes documents of them, a thousand at a time.</summary>
internal sealed class IndexReader(AppDb db, Stemmer stemmer, TimeProvider clock)
{
    private const int Chunk = 1000;

    public async Task<IReadOnlyList<IndexDocument>> Read(IReadOnlyCollection<int> companyIds, CancellationToken cancel)
    {
        var documents = new List<IndexDocument>(companyIds.Count);
        foreach (var ids in companyIds.Chunk(Chunk))
            documents.AddRange(await Documents(db.Companies.Where(c => ids.Contains(c.Id)), cancel));
        return documents;
    }

    public async IAsyncEnumerable<IReadOnlyList<IndexDocument>> ReadAll([EnumeratorCancellation] CancellationToken cancel)
    {
        for (var last = 0; ;)
        {
            var after = last;
            var documents = await Documents(db.Companies.Where(c => c.Id > after).OrderBy(c => c.Id).Take(Chunk), cancel);
            if (documents.Count == 0)
                yield break;
            yield return documents;
            last = documents.Max(d => d.Id);
        }
    }

    private async Task<List<IndexDocument>> Documents(IQueryable<Features.Directory.Company> companies, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var firms = await companies.OrderBy(c => c.Id).AsSplitQuery().Select(c => new IndexSource(
            c.Id, c.Status, c.Name, c.LegalName, c.Nip, c.Regon, c.Krs, c.DescriptionShort, c.DescriptionFull,
            c.Category!.Slug, c.Category.Name, c.Address.Town, c.DataQuality, c.UpdatedAt ?? c.CreatedAt, c.Logo != null, c.Website != null,
            c.Services.Select(s => new IndexedOffer(s.Service.Slug, s.Service.Name, s.IsPrimary)).ToList(),
            c.Competencies.Select(s => new IndexedOffer(s.Competency.Slug, s.Competency.Name, false)).ToList(),
            c.Certifications.Where(z => z.IsActive).Select(z => new IndexedOffer(z.Slug, z.Name, false)).ToList(),
            db.Set<Recommendation>().Where(r => r.CompanyId == c.Id && r.Status == RecommendationStatus.Approved)
                .SelectMany(r => r.User.Companies.Where(u => u.Status == CompanyUserStatus.Approved)).Select(u => u.CompanyId).ToList())).ToListAsync(cancel);
        return firms.ConvertAll(firm => IndexDocument.Of(firm, stemmer, now));
    }
}

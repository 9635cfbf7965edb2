using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Recommendations;

/// <summary>One knows the people of one's own firms, of firms that these recommended, and of firms that recommended these.</summary>
public sealed class Circle(AppDb db) : ICircle
{
    private const int Largest = 300;

    public async Task<IReadOnlyList<int>> Firms(Me me, CancellationToken cancel)
    {
        var own = me.Companies.Select(c => c.CompanyId).ToList();
        if (own.Count == 0)
            return [];
        var said = db.Set<Recommendation>().Where(r => r.Status == RecommendationStatus.Approved);
        var praised = said.Where(r => r.User.Companies.Any(c => c.Status == CompanyUserStatus.Approved && own.Contains(c.CompanyId))).Select(r => r.CompanyId);
        var praising = said.Where(r => own.Contains(r.CompanyId)).SelectMany(r => r.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved)).Select(c => c.CompanyId);
        return [.. own.Union(await praised.Union(praising).Take(Largest).ToListAsync(cancel))];
    }

    public async Task<IReadOnlyDictionary<int, IReadOnlyList<string>>> Recommenders(Me me, IReadOnlyCollection<int> companyIds, CancellationToken cancel)
    {
        var circle = await Firms(me, cancel);
        if (circle.Count == 0 || companyIds.Count == 0)
            return new Dictionary<int, IReadOnlyList<string>>();
        var said = await db.Set<Recommendation>().Where(r => r.Status == RecommendationStatus.Approved && companyIds.Contains(r.CompanyId) && r.UserId != me.Id
            && r.User.Companies.Any(c => c.Status == CompanyUserStatus.Approved && circle.Contains(c.CompanyId)))
            .OrderByDescending(r => r.CreatedAt).Select(r => new { r.CompanyId, r.User.Name }).ToListAsync(cancel);
        return said.GroupBy(r => r.CompanyId).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(r => r.Name)]);
    }
}

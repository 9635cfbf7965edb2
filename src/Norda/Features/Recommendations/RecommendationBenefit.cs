using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Recommendations;

/// <summary>Recommendations that a firm received in a year.</summary>
public sealed class RecommendationBenefit(AppDb db) : IYearlyBenefit
{
    public async Task<IReadOnlyList<BenefitLine>> Of(int companyId, DateTime from, DateTime until, CancellationToken cancel) =>
        [new("Otrzymane polecenia", await db.Set<Recommendation>().Approved().CountAsync(r => r.CompanyId == companyId && r.CreatedAt >= from && r.CreatedAt < until, cancel))];
}

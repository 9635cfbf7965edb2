using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;

namespace Norda.Features.Directory.Quality;

/// <summary>Counts the data quality of firms anew: of one whenever it changes, of all every night, for freshness passes with time.</summary>
public class RateQuality(AppDb db, ISearchIndex search, TimeProvider clock)
{
    private const int Portion = 200;

    /// <summary>Sets score and level of a firm that is about to be saved. The firm must come with its services, competencies, social profiles and tracking.</summary>
    public void Run(Company firm)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (firm.Quality is null)
            firm.Quality = new QualityTracking { CompanyId = firm.Id };
        var state = new ProfileState(firm, firm.Services.Count, firm.Competencies.Count, firm.SocialProfiles.Count(p => p.IsValid != false), now);
        (firm.Quality.QualityScore, firm.Quality.CalculatedAt) = (QualityScore.Of(state), now);
        firm.DataQuality = QualityScore.LevelOf(firm.Quality.QualityScore, firm.Quality.LastVerifiedAt, now);
    }

    /// <returns>How many firms changed their level.</returns>
    public async Task<int> RunAll(CancellationToken cancel)
    {
        var (last, changed) = (0, 0);
        while (true)
        {
            var firms = await db.Companies.Include(c => c.Services).Include(c => c.Competencies).Include(c => c.SocialProfiles).Include(c => c.Quality)
                .AsSplitQuery().Where(c => c.Id > last).OrderBy(c => c.Id).Take(Portion).ToListAsync(cancel);
            if (firms.Count == 0)
                return changed;
            try
            {
                changed += await Rate(firms, cancel);
                last = firms[^1].Id;
            }
            catch (DbUpdateConcurrencyException) when (!cancel.IsCancellationRequested)
            {
                // Somebody saved one of these firms meanwhile: read the portion again.
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> Rate(List<Company> firms, CancellationToken cancel)
    {
        var before = firms.ToDictionary(f => f.Id, f => f.DataQuality);
        firms.ForEach(Run);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        var moved = firms.Where(f => f.DataQuality != before[f.Id]).Select(f => f.Id).ToList();
        if (moved.Count > 0)
            await search.Refresh(moved, cancel);
        await transaction.CommitAsync(cancel);
        return moved.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Directory.Quality;

namespace Norda.Features.Directory.Editor;

/// <summary>What every change of a profile ends with: quality counted, the row saved with its audit entries, the index told, in one transaction.</summary>
public class SaveFirm(AppDb db, ISearchIndex search, RateQuality rate, TimeProvider clock)
{
    /// <summary>The firm with all that the editor changes; tracked.</summary>
    public Task<Company?> Load(int companyId, CancellationToken cancel) => db.Companies
        .Include(c => c.Category).Include(c => c.Quality).Include(c => c.FieldSources)
        .Include(c => c.Services).ThenInclude(s => s.Service).Include(c => c.Competencies).ThenInclude(s => s.Competency)
        .Include(c => c.Certifications).Include(c => c.Awards).Include(c => c.News).Include(c => c.Contacts).Include(c => c.SocialProfiles).Include(c => c.Photos)
        .AsSplitQuery().SingleOrDefaultAsync(c => c.Id == companyId, cancel);

    /// <returns>False when somebody else saved the firm since it was loaded; nothing is changed then.</returns>
    public async Task<bool> Run(Company firm, CancellationToken cancel)
    {
        firm.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        rate.Run(firm);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        await search.Refresh([firm.Id], cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return true;
    }
}

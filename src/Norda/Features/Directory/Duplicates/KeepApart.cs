using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Duplicates;

/// <summary>The office says that two entries are two firms; nobody is asked again.</summary>
public class KeepApart(AppDb db, Me me, TimeProvider clock)
{
    /// <returns>False when the pair has been decided on already.</returns>
    public async Task<bool> Run(int first, int second, CancellationToken cancel)
    {
        var (by, now) = (me.Id, clock.GetUtcNow().UtcDateTime);
        return await db.Set<DuplicatePair>().Where(p => p.FirstId == first && p.SecondId == second && p.IsDuplicate == null)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.IsDuplicate, false).SetProperty(x => x.DecidedBy, by).SetProperty(x => x.DecidedAt, now), cancel) == 1;
    }
}

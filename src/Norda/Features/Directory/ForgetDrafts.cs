using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory;

/// <summary>Deletes drafts that nobody came back to.</summary>
public class ForgetDrafts(AppDb db)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var before = now - Kept;
        return db.Set<ProfileDraft>().Where(d => d.SavedAt < before).ExecuteDeleteAsync(cancel);
    }
}

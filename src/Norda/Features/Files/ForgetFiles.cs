using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Files;

/// <summary>Deletes files that no row shows any more. A month lies between, so that a removed picture can come back from the history.</summary>
public class ForgetFiles(AppDb db, IEnumerable<IFileUse> uses)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var before = now - Kept;
        var files = db.Set<StoredFile>().Where(f => f.CreatedAt < before);
        foreach (var use in uses)
        {
            var shown = use.Files(db);
            files = files.Where(f => !shown.Contains(f.Id));
        }

        return await files.ExecuteDeleteAsync(cancel);
    }
}

/// <summary>A feature tells which files it shows: register one per feature.</summary>
public interface IFileUse
{
    /// <summary>Numbers of the files.</summary>
    IQueryable<string> Files(AppDb db);
}

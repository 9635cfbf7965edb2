using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Features.Office.Settings;

/// <summary>Brings what stands in chamber_settings into the configuration of this instance; pages that show the old look are thrown away.</summary>
public class ApplyChamberSettings(AppDb db, SavedSettings saved, SettingSecrets secrets, IOutputCacheStore pages, ILogger<ApplyChamberSettings> log)
{
    public async Task Run(CancellationToken cancel)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in await db.Set<ChamberSetting>().AsNoTracking().Where(s => s.Value != null).ToListAsync(cancel))
            if (Read(row) is { } value)
                values[row.Key] = value;
        if (saved.Replace(values))
            await pages.EvictByTagAsync(SearchIndex.CacheTag, cancel);
    }

    /// <returns>Null for what the options would not take: a row that was written by hand must not close the site.</returns>
    private string? Read(ChamberSetting row)
    {
        if (!KnownSetting.All.TryGetValue(row.Key, out var setting) || (setting.IsSecret ? secrets.Read(row.Value!) : row.Value) is not { } value || setting.FaultOf(value) is not null)
        {
            log.LogWarning("The saved setting {Key} cannot be used and is passed over.", row.Key);
            return null;
        }

        return value;
    }
}

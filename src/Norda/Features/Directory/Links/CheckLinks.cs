using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory.Links;

/// <summary>Looks whether websites and social profiles of firms still answer: those first that were looked at longest ago, one after another.</summary>
public class CheckLinks(AppDb db, ProbeLink probe, TimeProvider clock)
{
    private const int Portion = 60;
    private static readonly TimeSpan Between = TimeSpan.FromDays(30);

    public async Task<string> Run(CancellationToken cancel)
    {
        var due = clock.GetUtcNow().UtcDateTime - Between;
        var sites = await db.Companies.Listed().Where(c => c.Website != null && (c.WebsiteCheckedAt == null || c.WebsiteCheckedAt < due)).OrderBy(c => c.WebsiteCheckedAt).Take(Portion).Select(c => new { c.Id, c.Website }).ToListAsync(cancel);
        foreach (var site in sites)
        {
            var (status, _) = await probe.Run(site.Website!, cancel);
            var now = clock.GetUtcNow().UtcDateTime;
            await db.Companies.Where(c => c.Id == site.Id && c.Website == site.Website).ExecuteUpdateAsync(c => c.SetProperty(x => x.WebsiteStatus, status).SetProperty(x => x.WebsiteCheckedAt, now), cancel);
        }

        var profiles = await db.Set<SocialProfile>().Where(p => p.LastCheckedAt == null || p.LastCheckedAt < due).OrderBy(p => p.LastCheckedAt).Take(Portion).Select(p => new { p.Id, p.Url }).ToListAsync(cancel);
        foreach (var profile in profiles)
        {
            var (status, lives) = await probe.Run(profile.Url, cancel);
            var now = clock.GetUtcNow().UtcDateTime;
            await db.Set<SocialProfile>().Where(p => p.Id == profile.Id && p.Url == profile.Url).ExecuteUpdateAsync(p => p.SetProperty(x => x.CheckStatus, status).SetProperty(x => x.IsValid, lives).SetProperty(x => x.LastCheckedAt, now), cancel);
        }

        return $"Sprawdzone strony: {sites.Count}, profile: {profiles.Count}.";
    }
}

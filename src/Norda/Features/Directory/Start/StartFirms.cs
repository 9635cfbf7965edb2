using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Quality;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Start;

/// <summary>What the start page says of firms, by one command however many sections ask: one's own, and the newest of the chamber.</summary>
public sealed class StartFirms(AppDb db, Me me, TimeProvider clock)
{
    private const int MostOwn = 10;
    private const int ShownNew = 4;
    private Task<IReadOnlyList<StartFirm>>? _read;

    /// <summary>The primary firm first.</summary>
    public async Task<IReadOnlyList<StartFirm>> Own(CancellationToken cancel) => [.. me.Companies.Join(await Read(cancel), c => c.CompanyId, f => f.Firm.Id, (_, firm) => firm)];

    public async Task<IReadOnlyList<StartFirm>> Newest(CancellationToken cancel) =>
        [.. (await Read(cancel)).Where(f => f.Firm.Status == CompanyStatus.Active && !me.BelongsTo(f.Firm.Id)).OrderByDescending(f => f.Firm.CreatedAt).ThenByDescending(f => f.Firm.Id).Take(ShownNew)];

    private Task<IReadOnlyList<StartFirm>> Read(CancellationToken cancel) => _read ??= Ask(cancel);

    private async Task<IReadOnlyList<StartFirm>> Ask(CancellationToken cancel)
    {
        var own = me.Companies.Take(MostOwn).Select(c => c.CompanyId).ToList();
        var newest = db.Companies.Listed().Where(c => !own.Contains(c.Id)).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(ShownNew).Select(c => c.Id);
        var found = await db.Companies.AsNoTracking().Where(c => own.Contains(c.Id) || newest.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new
        {
            Firm = c, c.Quality, Category = c.Category!.Name, Competencies = c.Competencies.Count, Live = c.SocialProfiles.Count(p => p.IsValid != false),
            Services = c.Services.OrderByDescending(s => s.IsPrimary).ThenBy(s => s.ServiceId).Select(s => s.Service.Name).ToList(),
        }).AsSingleQuery().ToListAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. found.Select(f =>
        {
            f.Firm.Quality = f.Quality;
            return new StartFirm(f.Firm, f.Category, f.Services, new ProfileState(f.Firm, f.Services.Count, f.Competencies, f.Live, now));
        })];
    }
}

public sealed record StartFirm(Company Firm, string? Category, IReadOnlyList<string> Services, ProfileState Profile)
{
    /// <summary>What the firm itself can add, the weightiest first.</summary>
    public IReadOnlyList<ProfileCriterion> Missing => [.. ProfileCriterion.All.Where(c => c.Minutes > 0 && !c.IsMet(Profile)).OrderByDescending(c => c.Points)];
}

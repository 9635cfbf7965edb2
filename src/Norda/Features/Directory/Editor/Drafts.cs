using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Editor;

/// <summary>What a person typed into a page of the editor and has not published: kept by itself, found again on any device.</summary>
public class Drafts(AppDb db, Me me, TimeProvider clock)
{
    private const int Largest = 60_000;

    public async Task<(SectionForm Form, DateTime At)?> Find(int companyId, string section, CancellationToken cancel)
    {
        var draft = await Own(companyId, section).Select(d => new { d.Data, d.SavedAt }).SingleOrDefaultAsync(cancel);
        return draft is null ? null : (JsonSerializer.Deserialize<SectionForm>(draft.Data)!, draft.SavedAt);
    }

    /// <returns>When it was kept; null when it is larger than any form can be.</returns>
    public async Task<DateTime?> Keep(int companyId, string section, SectionForm form, CancellationToken cancel)
    {
        var data = JsonSerializer.Serialize(form);
        if (data.Length > Largest)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await Replace(companyId, section, data, now, cancel))
            return now;
        db.Add(new ProfileDraft { CompanyId = companyId, UserId = me.Id!.Value, Section = section, Data = data, SavedAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            await Replace(companyId, section, data, now, cancel); // another window of the same person was a moment faster
        }

        return now;
    }

    public Task Drop(int companyId, string section, CancellationToken cancel) => Own(companyId, section).ExecuteDeleteAsync(cancel);

    private async Task<bool> Replace(int companyId, string section, string data, DateTime now, CancellationToken cancel) =>
        await Own(companyId, section).ExecuteUpdateAsync(d => d.SetProperty(x => x.Data, data).SetProperty(x => x.SavedAt, now), cancel) > 0;

    private IQueryable<ProfileDraft> Own(int companyId, string section) => db.Set<ProfileDraft>().Where(d => d.CompanyId == companyId && d.UserId == me.Id && d.Section == section);
}

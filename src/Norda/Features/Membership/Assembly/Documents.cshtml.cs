using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>The chamber's library: papers with their versions, and resolutions, as far as this person may read them.</summary>
[Access(Resource.ChamberDocument, Act.Read)]
[ResponseCache(NoStore = true)]
public class DocumentsModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    private const int Most = 200;
    private const int MostResolutions = 50;

    public IReadOnlyList<PaperView> Papers { get; private set; } = [];
    public IReadOnlyList<ResolutionRow> Resolutions { get; private set; } = [];
    public DateOnly Today { get; } = clock.Today();
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.ChamberDocument, Act.Change);
    public bool ReadsRegister { get; } = AccessTable.Allows(me, Resource.Resolution, Act.Read);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var seen = me.Seen();
        var papers = await db.Set<ChamberDocument>().AsNoTracking().Where(d => seen.Contains(d.Visibility)).Include(d => d.Versions).OrderBy(d => d.Title).Take(Most).AsSingleQuery().ToListAsync(cancel);
        Papers = [.. papers.OrderBy(d => d.Kind).Select(d => new PaperView(d.Id, d.Title, d.Kind, d.Visibility, [.. d.Versions.OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Id)]))];
        Resolutions = await db.Set<Resolution>().Where(r => seen.Contains(r.Visibility) && r.Visibility != ResolutionVisibility.Office).OrderByDescending(r => r.AdoptedOn).ThenByDescending(r => r.Id).Take(MostResolutions)
            .Select(r => new ResolutionRow(r.Id, r.Number, r.Body, r.AdoptedOn, r.Title, r.Visibility, r.FileId != null, 0)).ToListAsync(cancel);
    }
}

/// <summary>A document with its versions, the newest first.</summary>
public sealed record PaperView(int Id, string Title, DocumentKind Kind, ResolutionVisibility Visibility, IReadOnlyList<DocumentVersion> Versions)
{
    /// <summary>The version that holds on a day.</summary>
    public DocumentVersion? On(DateOnly day) => Versions.FirstOrDefault(v => v.ValidFrom <= day);
}

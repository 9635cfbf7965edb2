using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>One resolution, and the firms that it let in or out.</summary>
[Access(Resource.Resolution, Act.Read)]
[ResponseCache(NoStore = true)]
public class ShowResolutionModel(AppDb db, Me me) : PageModel
{
    private const int MostFirms = 100;

    public Resolution Resolution { get; private set; } = null!;
    public IReadOnlyList<(int Id, string Name, bool IsIn)> Firms { get; private set; } = [];
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Resolution, Act.Change);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Set<Resolution>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } resolution)
            return NotFound();
        Resolution = resolution;
        Firms = [.. (await db.Set<Member>().Where(m => m.ResolutionId == id || m.EndResolutionId == id).OrderBy(m => m.Company.Name).ThenBy(m => m.Id).Take(MostFirms)
            .Select(m => new { m.Id, m.Company.Name, IsIn = m.ResolutionId == id }).ToListAsync(cancel)).Select(m => (m.Id, m.Name, m.IsIn))];
        return Page();
    }
}

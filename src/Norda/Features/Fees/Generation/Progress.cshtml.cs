using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Generation;

/// <summary>How far a run has come; the page asks again by itself until it is done.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class ProgressModel(AppDb db) : PageModel
{
    private const string EverySecond = "1";

    public FeeRun Run { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Set<FeeRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } run)
            return NotFound();
        Run = run;
        if (run.FinishedAt is null)
            Response.Headers["Refresh"] = EverySecond;
        return Page();
    }
}

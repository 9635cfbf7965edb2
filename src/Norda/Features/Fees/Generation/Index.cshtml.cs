using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Generation;

/// <summary>What would be charged, by rule; then one press.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, PlanFees plan, StartFeeRun start, TimeProvider clock) : PageModel
{
    private const int MostShown = 100;
    private const int Runs = 5;

    public FeeSpan Span { get; private set; } = null!;
    public FeePlan Plan { get; private set; } = null!;
    public bool Changes { get; private set; }
    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();
    public IReadOnlyList<FeeRun> Latest { get; private set; } = [];
    public IReadOnlyList<FeeDifference> Shown => [.. Plan.Differences.Take(MostShown)];

    public Task OnGetAsync(int? rok, int? od, int? @do, CancellationToken cancel) => Show(rok, od, @do, cancel);

    public async Task<IActionResult> OnPostAsync(int? rok, int? od, int? @do, string? odcisk, bool zmien, CancellationToken cancel)
    {
        var (outcome, run) = await start.Run(SpanOf(rok, od, @do), odcisk, zmien, cancel);
        if (outcome.Refusal is null && run is not null)
            return LocalRedirect(Url.Content($"~/biuro/skladki/naliczanie/{run}"));
        ModelState.Clear();
        ModelState.AddModelError("", outcome.Refusal ?? "");
        Changes = zmien;
        await Show(rok, od, @do, cancel);
        return this.ShowAgain();
    }

    private async Task Show(int? rok, int? od, int? @do, CancellationToken cancel)
    {
        Span = SpanOf(rok, od, @do);
        Plan = await plan.Run(Span, cancel);
        var firms = Shown.Select(d => d.Fee.CompanyId).Distinct().ToList();
        Names = await db.Companies.Where(c => firms.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        Latest = await db.Set<FeeRun>().AsNoTracking().OrderByDescending(r => r.Id).Take(Runs).ToListAsync(cancel);
    }

    private FeeSpan SpanOf(int? year, int? from, int? to)
    {
        var first = Math.Clamp(from ?? 1, 1, 12);
        return new(Math.Clamp(year ?? clock.Today().Year, 2000, 2100), first, Math.Clamp(to ?? 12, first, 12));
    }
}

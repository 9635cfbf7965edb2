using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Rates;

/// <summary>Rates that hold, will hold and held; bands; and what an indexation would make of them.</summary>
[Access(Resource.Fee, Act.Read)]
[Microsoft.AspNetCore.Mvc.ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    private const int Most = 500;

    public DateOnly Today { get; } = clock.Today();
    public IReadOnlyList<FeeRate> Rates { get; private set; } = [];
    public IReadOnlyList<MemberBand> Bands { get; private set; } = [];
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Fee, Act.Change);

    /// <summary>Rise of prices that somebody asked about, per cent.</summary>
    public decimal? Rise { get; private set; }

    public decimal? Cap { get; private set; }
    public IReadOnlyList<(FeeRate Rate, decimal Now, decimal Then)> Proposal { get; private set; } = [];

    public async Task OnGetAsync(string? wskaznik, string? limit, CancellationToken cancel)
    {
        Rates = await db.Set<FeeRate>().AsNoTracking().Include(r => r.Band).Include(r => r.Category).Include(r => r.Company).Include(r => r.Resolution)
            .OrderBy(r => r.Scope).ThenBy(r => r.TargetId).ThenByDescending(r => r.ValidFrom).Take(Most).ToListAsync(cancel);
        Bands = await db.Set<MemberBand>().AsNoTracking().OrderBy(b => b.SortOrder).ThenBy(b => b.Id).ToListAsync(cancel);
        (Rise, Cap) = (FeeTexts.ReadAmount(wskaznik), FeeTexts.ReadAmount(limit));
        if (Rise is { } rise and > -100 and < 1000)
            Proposal = [.. Rates.Where(Holds).Where(r => (r.YearlyAmount ?? r.MonthlyAmount) > 0).Select(r => (r, r.YearlyAmount ?? r.MonthlyAmount!.Value, Indexation.Of(r.YearlyAmount ?? r.MonthlyAmount!.Value, rise, Cap, 1)))];
    }

    public bool Holds(FeeRate rate) => rate.ValidFrom <= Today && (rate.ValidUntil is not { } until || until >= Today);
}

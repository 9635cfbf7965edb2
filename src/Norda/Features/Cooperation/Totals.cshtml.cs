using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>What the chamber's firms gave each other in a year, as totals: from few firms a sum would tell whose it is.</summary>
[Access(Resource.BenefitTotal, Act.Read)]
[ResponseCache(NoStore = true)]
public class TotalsModel(AppDb db, TimeProvider clock) : PageModel
{
    /// <summary>Sums are shown from this many giving firms on.</summary>
    public const int Fewest = 3;

    [BindProperty(SupportsGet = true)]
    public int? Rok { get; set; }

    public Year Year { get; private set; } = null!;
    public bool HasLater => Year.Number < clock.Today().Year;
    public int Asked { get; private set; }
    public int Agreed { get; private set; }
    public int Won { get; private set; }
    public int Thanks { get; private set; }

    /// <summary>Null while too few firms have given thanks.</summary>
    public decimal? Sum { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Year = Year.Of(Rok, clock);
        var (from, until) = (Year.From, Year.Until);
        var talks = await db.Set<Introduction>().Where(i => i.AskedAt >= from && i.AskedAt < until).GroupBy(i => 1)
            .Select(g => new { Asked = g.Count(), Agreed = g.Sum(i => i.Status == IntroductionStatus.Agreed ? 1 : 0), Won = g.Sum(i => i.AuthorSays == true || i.FirmSays == true ? 1 : 0) }).SingleOrDefaultAsync(cancel);
        (Asked, Agreed, Won) = (talks?.Asked ?? 0, talks?.Agreed ?? 0, talks?.Won ?? 0);
        var thanks = db.Set<BusinessThanks>().Where(t => t.CreatedAt >= from && t.CreatedAt < until);
        Thanks = await thanks.CountAsync(cancel);
        if (await thanks.Select(t => t.FromCompanyId).Distinct().CountAsync(cancel) >= Fewest)
            Sum = await thanks.SumAsync(t => t.Amount, cancel);
    }
}

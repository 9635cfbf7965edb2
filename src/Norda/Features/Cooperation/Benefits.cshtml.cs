using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Cooperation;

/// <summary>"Co dała mi Izba": a firm's own year. Nobody else reads it, the office neither.</summary>
[Access(Resource.Benefit, Act.Read)]
[ResponseCache(NoStore = true)]
public class BenefitsModel(AppDb db, Me me, IEnumerable<IYearlyBenefit> benefits, TimeProvider clock) : PageModel
{
    private const int AtOnce = 20;
    private const int MostPages = 50;
    private const int MostSummed = 2_000;

    [BindProperty(SupportsGet = true)]
    public int? Rok { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Firma { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    public Year Year { get; private set; } = null!;
    public bool HasLater => Year.Number < clock.Today().Year;
    public string Firm { get; private set; } = "";
    public IReadOnlyList<BenefitLine> Lines { get; private set; } = [];
    public IReadOnlyList<ThanksRow> Thanks { get; private set; } = [];
    public int Pages { get; private set; }
    public decimal Received { get; private set; }
    public decimal Given { get; private set; }

    /// <summary>What was received in each month, January first.</summary>
    public IReadOnlyList<decimal> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var own = me.SpokenFor();
        if ((Firma ?? own.Select(f => (int?)f).FirstOrDefault()) is not { } firm || !own.Contains(firm))
            return NotFound();
        (Year, Strona) = (Year.Of(Rok, clock), Math.Clamp(Strona, 1, MostPages));
        var (from, until) = (Year.From, Year.Until);
        Firm = await db.Companies.Where(c => c.Id == firm).Select(c => c.Name).SingleAsync(cancel);
        var thanks = await db.Set<BusinessThanks>().Where(t => (t.FromCompanyId == firm || t.ToCompanyId == firm) && t.CreatedAt >= from && t.CreatedAt < until)
            .OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Take(MostSummed)
            .Select(t => new ThanksRow(t.ToCompanyId == firm, t.ToCompanyId == firm ? t.FromCompany.Name : t.ToCompany.Name, t.Amount, t.Note, t.CreatedAt)).ToListAsync(cancel);
        (Received, Given) = (thanks.Where(t => t.IsReceived).Sum(t => t.Amount), thanks.Where(t => !t.IsReceived).Sum(t => t.Amount));
        Months = [.. Enumerable.Range(1, 12).Select(m => thanks.Where(t => t.IsReceived && Year.Month(t.At) == m).Sum(t => t.Amount))];
        Pages = Math.Min((thanks.Count + AtOnce - 1) / AtOnce, MostPages);
        Thanks = [.. thanks.Skip((Strona - 1) * AtOnce).Take(AtOnce)];
        Lines = await Count(firm, from, until, cancel);
        return Page();
    }

    public string Address(int year, int page = 1) => Url.Content($"~/moja-firma/korzysci?rok={year}") + (Firma is { } firm ? $"&firma={firm}" : "") + (page > 1 ? $"&strona={page}" : "");

    private async Task<IReadOnlyList<BenefitLine>> Count(int firm, DateTime from, DateTime until, CancellationToken cancel)
    {
        var talks = await db.Set<Introduction>().Where(i => i.Status == IntroductionStatus.Agreed && i.AnsweredAt >= from && i.AnsweredAt < until && (i.CompanyId == firm || i.Classified.CompanyId == firm))
            .GroupBy(i => 1).Select(g => new { Leads = g.Sum(i => i.CompanyId == firm ? 1 : 0), Found = g.Sum(i => i.CompanyId == firm ? 0 : 1), Won = g.Sum(i => i.AuthorSays == true || i.FirmSays == true ? 1 : 0) }).SingleOrDefaultAsync(cancel);
        var lines = new List<BenefitLine> { new("Zapytania, które do nas trafiły", talks?.Leads ?? 0), new("Firmy znalezione przez ogłoszenia", talks?.Found ?? 0), new("Doszło do współpracy", talks?.Won ?? 0) };
        foreach (var benefit in benefits)
            lines.AddRange(await benefit.Of(firm, from, until, cancel));
        return lines;
    }
}

public sealed record ThanksRow(bool IsReceived, string Firm, decimal Amount, string? Note, DateTime At);

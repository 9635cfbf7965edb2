using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Fees.Grid;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Mailing;

/// <summary>Papers to many firms: which kind, to whom by mail and to whom by post; then one press. The grid leads here with the ticked firms; without any, all that owe.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class ChooseModel(AppDb db, StartPaperRun start, TimeProvider clock) : PageModel
{
    public const string Path = "~/biuro/skladki/wysylka";
    private const int Runs = 10;
    private const int LongestAddress = 1500;

    public IReadOnlyList<ChosenFirm> Firms { get; private set; } = [];
    public IReadOnlyList<PaperRun> Latest { get; private set; } = [];
    public PostKind Kind { get; private set; }
    public bool WithInterest { get; private set; }

    /// <summary>Nobody was ticked: the firms with open fees are meant.</summary>
    public bool IsAll { get; private set; }

    public Guid Key { get; } = Guid.NewGuid();

    public Task OnGetAsync(string[] firma, string? rodzaj, CancellationToken cancel)
    {
        Kind = Enum.TryParse<PostKind>(rodzaj, out var kind) ? kind : PostKind.Note;
        return Show(firma, cancel);
    }

    /// <summary>From the grid: ticked firms become an address that can be opened again.</summary>
    public IActionResult OnPostZaznaczone(string[] firma)
    {
        var query = string.Join('&', firma.OfType<string>().Take(GridQuestion.PageSize).Select(f => $"firma={Uri.EscapeDataString(f)}"));
        return LocalRedirect(Url.Content(Path) + (query.Length is 0 or > LongestAddress ? "" : "?" + query));
    }

    public async Task<IActionResult> OnPostAsync(string[] firma, PostKind rodzaj, bool odsetki, Guid klucz, CancellationToken cancel)
    {
        (Kind, WithInterest) = (rodzaj, odsetki);
        await Show(firma, cancel);
        var (outcome, run) = await start.Run([.. Firms.Select(f => f.Slug)], rodzaj, odsetki, klucz, cancel);
        if (outcome.Refusal is null && run is not null)
            return LocalRedirect(Url.Content($"{Path}/{run}"));
        ModelState.Clear();
        ModelState.AddModelError("", outcome.Refusal ?? "");
        return this.ShowAgain();
    }

    private async Task Show(string[] slugs, CancellationToken cancel)
    {
        var today = clock.Today();
        IsAll = slugs.Length == 0;
        var firms = IsAll ? db.Companies.Where(c => db.Set<Fee>().Any(f => f.CompanyId == c.Id && f.CancelledAt == null && f.Amount - f.Waived - f.AmountPaid > 0)) : db.Companies.Where(c => slugs.Contains(c.Slug));
        Firms = await firms.OrderBy(c => c.Name).Take(StartPaperRun.MostFirms).Select(c => new ChosenFirm(c.Slug, c.Name, c.Email,
            db.Set<Fee>().Where(f => f.CompanyId == c.Id && f.CancelledAt == null).Sum(f => f.Amount - f.Waived - f.AmountPaid),
            db.Set<Fee>().Where(f => f.CompanyId == c.Id && f.CancelledAt == null && f.DueDate < today).Sum(f => f.Amount - f.Waived - f.AmountPaid))).ToListAsync(cancel);
        Latest = await db.Set<PaperRun>().AsNoTracking().OrderByDescending(r => r.Id).Take(Runs).ToListAsync(cancel);
    }
}

public sealed record ChosenFirm(string Slug, string Name, string? Email, decimal Open, decimal Arrears);

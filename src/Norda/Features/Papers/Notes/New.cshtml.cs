using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Papers.Writing;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Notes;

/// <summary>A debit note for a firm: its fees that stand on none, the open ones ticked.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class NewModel(AppDb db, IssueNote issue, IssuePaper paper, IStringLocalizer<Texts> texts) : PageModel
{
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public IReadOnlyList<FreeFee> Fees { get; private set; } = [];
    public IReadOnlyCollection<int> Ticked { get; private set; } = [];

    /// <summary>What the chamber has to enter first.</summary>
    public string? Missing { get; } = paper.Ready().Refusal;

    private int companyId;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await Load(slug, cancel))
            return NotFound();
        Ticked = [.. Fees.Where(f => f.Left > 0).Select(f => f.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int[] skladka, CancellationToken cancel)
    {
        if (!await Load(slug, cancel))
            return NotFound();
        Ticked = skladka;
        var (outcome, _) = await issue.Run(companyId, skladka, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Clear();
            ModelState.AddModelError("", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Nota wystawiona."]);
        return LocalRedirect(Url.Content($"~/biuro/skladki/firma/{Slug}#pisma"));
    }

    private async Task<bool> Load(string slug, CancellationToken cancel)
    {
        if (await db.Companies.Where(c => c.Slug == slug).Select(c => new { c.Id, c.Name, c.Slug }).SingleOrDefaultAsync(cancel) is not { } firm)
            return false;
        (companyId, Name, Slug) = (firm.Id, firm.Name, firm.Slug);
        Fees = await db.Set<Fee>().Where(f => f.CompanyId == firm.Id && f.CancelledAt == null && f.Amount > f.Waived && !db.Set<NotedFee>().Any(n => n.FeeId == f.Id)).OrderByDescending(f => f.FeeYear).ThenByDescending(f => f.FeeMonth)
            .Take(IssueNote.MostLines).Select(f => new FreeFee(f.Id, f.FeeYear, f.FeeMonth, f.ThroughMonth, f.DueDate, f.Amount - f.Waived, f.Amount - f.Waived - f.AmountPaid)).ToListAsync(cancel);
        return true;
    }
}

public sealed record FreeFee(int Id, int Year, int First, int Last, DateOnly Due, decimal Amount, decimal Left)
{
    public string Name => Period.Of(Year, First, Last);
}

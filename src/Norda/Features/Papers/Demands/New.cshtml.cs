using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Account;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Demands;

/// <summary>A demand for what a firm is late with.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class NewModel(AppDb db, ReadAccount read, IssueDemand demand, IStringLocalizer<Texts> texts) : PageModel
{
    public AccountView Account { get; private set; } = null!;

    /// <summary>The last demand of the first kind, whose term decides whether the last one may follow.</summary>
    public DateOnly? FirstPayBy { get; private set; }

    public bool IsFinal { get; private set; }
    public bool WithInterest { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await Load(slug, cancel))
            return NotFound();
        IsFinal = FirstPayBy < Account.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, bool ostateczne, bool odsetki, CancellationToken cancel)
    {
        if (!await Load(slug, cancel))
            return NotFound();
        (IsFinal, WithInterest) = (ostateczne, odsetki);
        var (outcome, _) = await demand.Run(Account.CompanyId, ostateczne ? PaperKind.FinalDemand : PaperKind.Demand, odsetki, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Clear();
            ModelState.AddModelError("", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Wezwanie wystawione. Wyślij je albo wydrukuj."]);
        return LocalRedirect(Url.Content($"~/biuro/skladki/firma/{Account.Slug}#pisma"));
    }

    private async Task<bool> Load(string slug, CancellationToken cancel)
    {
        if (await read.Run(db.Companies.Where(c => c.Slug == slug), cancel) is not { } account)
            return false;
        Account = account;
        FirstPayBy = await db.Set<Paper>().Where(p => p.CompanyId == account.CompanyId && p.Kind == PaperKind.Demand).OrderByDescending(p => p.Id).Select(p => p.PayBy).FirstOrDefaultAsync(cancel);
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Account;

/// <summary>Takes a payment back, with the reason.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class ReverseModel(AppDb db, ReversePayment reverse, IStringLocalizer<Texts> texts) : PageModel
{
    public (string Company, string Slug, decimal Amount, DateOnly PaidOn) Payment { get; private set; }
    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, string? powod, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        Reason = powod;
        if (await reverse.Run(id, powod, cancel) is { Refusal: { } refusal } outcome)
        {
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Wpłata cofnięta."]);
        return LocalRedirect(Url.Content($"~/biuro/skladki/firma/{Payment.Slug}"));
    }

    private async Task<bool> Load(int id, CancellationToken cancel)
    {
        if (await db.Set<FeePayment>().Where(p => p.Id == id).Select(p => new { p.Company.Name, p.Company.Slug, p.Amount, p.PaidOn }).SingleOrDefaultAsync(cancel) is not { } payment)
            return false;
        Payment = (payment.Name, payment.Slug, payment.Amount, payment.PaidOn);
        return true;
    }
}

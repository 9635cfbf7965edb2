using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Data;
using Norda.Features.Fees.Account;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Online;

/// <summary>Which fees to pay in the browser; posting leads to the operator's page.</summary>
[Access(Resource.OnlinePayment, Act.Create)]
[ResponseCache(NoStore = true)]
public class PayModel(AppDb db, Me me, ReadAccount read, IPaymentOperator payments, StartOnlinePayment start) : PageModel
{
    public AccountView Account { get; private set; } = null!;

    /// <summary>Fees with something left, the oldest first.</summary>
    public IReadOnlyList<AccountFee> Open { get; private set; } = [];

    public IReadOnlyList<int> Chosen { get; private set; } = [];
    public Guid Once { get; private set; } = Guid.NewGuid();

    public async Task<IActionResult> OnGetAsync(string? firma, CancellationToken cancel)
    {
        if (!await Load(firma, cancel))
            return NotFound();
        Chosen = [.. Account.ToPay.Select(f => f.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? firma, [FromForm] int[]? skladki, [FromForm] string? klucz, CancellationToken cancel)
    {
        if (!await Load(firma, cancel))
            return NotFound();
        Chosen = skladki ?? [];
        if (!Guid.TryParse(klucz, out var once))
            return BadRequest();
        var origin = Request.LetterOrigin();
        var back = origin + (Request.IsEnglish() ? RequestLanguage.EnglishPrefix : "") + "/moja-firma/skladki/online/";
        var (outcome, page) = await start.Run(new(Account.CompanyId, Chosen, once, Request.IsEnglish(), back, origin + OnlineNotices.Paid), cancel);
        if (page is not null)
            return Redirect(page);
        ModelState.Clear();
        ModelState.AddModelError("", outcome.Refusal!);
        return this.ShowAgain();
    }

    private async Task<bool> Load(string? slug, CancellationToken cancel)
    {
        var own = me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToList();
        if (!payments.IsOn || await read.Run(db.Companies.Where(c => own.Contains(c.Id) && c.Slug == slug), cancel) is not { } account)
            return false;
        (Account, Open) = (account, [.. account.Fees.Where(f => f.Left > 0).OrderBy(f => f.Due)]);
        Response.LetFormsLeadTo(payments);
        return true;
    }
}

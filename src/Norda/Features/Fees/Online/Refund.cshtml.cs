using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Online;

/// <summary>Gives an online payment back, with the reason.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class RefundModel(AppDb db, IPaymentOperator payments, RefundOnlinePayment refund, IStringLocalizer<Texts> texts) : PageModel
{
    public (string Company, string Slug, decimal Amount, DateTime PaidAt) Payment { get; private set; }
    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, string? powod, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        Reason = powod;
        var outcome = await refund.Run(id, powod, cancel);
        var isDone = await db.Set<OnlinePayment>().AnyAsync(p => p.Id == id && p.State == OnlineState.Refunded, cancel);
        return await this.Answer(outcome, isDone ? texts["Przelewy24 przyjęło zwrot, wpłata jest cofnięta."] : texts["Przelewy24 teraz nie odpowiada. Zlecimy zwrot jeszcze raz za kilka minut i wtedy cofniemy wpłatę."],
            () => LocalRedirect(Url.Content($"~/biuro/skladki/firma/{Payment.Slug}")), async () => await OnGetAsync(id, cancel));
    }

    private async Task<bool> Load(int id, CancellationToken cancel)
    {
        if (!payments.IsOn || await db.Set<OnlinePayment>().Where(p => p.Id == id && p.PaymentId != null).Select(p => new { p.Company.Name, p.Company.Slug, p.Amount, p.PaidAt }).SingleOrDefaultAsync(cancel) is not { PaidAt: { } paid } found)
            return false;
        Payment = (found.Name, found.Slug, found.Amount, paid.ToWarsaw());
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Grid;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Payments;

/// <summary>Records a payment: the sheet of the grid is posted here, and shown here when something is wrong with it.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class RecordModel(AppDb db, PaymentSheet sheets, RecordPayment record, IStringLocalizer<Texts> texts) : PageModel
{
    public SheetView? Sheet { get; private set; }
    public PaymentForm Form { get; private set; } = new();

    /// <summary>Firms to choose from, when none is named yet.</summary>
    public IReadOnlyList<string> Firms { get; private set; } = [];

    private const int MostFirms = 2000;

    public async Task<IActionResult> OnGetAsync(string? firma, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(firma))
        {
            Firms = await db.Companies.Where(c => db.Set<Fee>().Any(f => f.CompanyId == c.Id)).OrderBy(c => c.Name).Take(MostFirms).Select(c => c.Name).ToListAsync(cancel);
            return Page();
        }

        var slug = await db.Companies.Where(c => c.Slug == firma || c.Name == firma || c.Nip == firma).OrderBy(c => c.Slug == firma ? 0 : 1).Select(c => c.Slug).FirstOrDefaultAsync(cancel);
        if (slug is null || await sheets.Open(slug, "", cancel) is not { } sheet)
        {
            ModelState.AddModelError("firma", texts["Nie ma takiej firmy. Wybierz ją z listy."]);
            return await OnGetAsync(null, cancel) is PageResult ? this.ShowAgain() : NotFound();
        }

        (Sheet, Form) = (sheet, PaymentForm.For(sheet));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] PaymentForm form, CancellationToken cancel)
    {
        if (await sheets.Open(form.Firma ?? "", form.Powrot is { } back && back.StartsWith('?') ? back : "", cancel) is not { } sheet)
            return NotFound();
        (Sheet, Form) = (sheet, form);
        ModelState.Clear();
        var company = await db.Companies.Where(c => c.Slug == sheet.Slug).Select(c => c.Id).SingleAsync(cancel);
        var (order, fault) = form.Read(company, sheet, texts);
        var outcome = order is null ? fault : (await record.Run(order, cancel)).Outcome;
        if (outcome is { Refusal: { } refusal })
        {
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return this.ShowAgain();
        }

        return LocalRedirect(Url.Content(GridQuestion.Path) + sheet.Back + (sheet.Back.Length == 0 ? "?" : "&") + "zapisano=" + form.Klucz + "#f-" + sheet.Slug);
    }
}

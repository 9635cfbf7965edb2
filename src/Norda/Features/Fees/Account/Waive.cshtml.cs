using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Account;

public sealed class WaiverForm
{
    /// <summary>Empty is the whole fee.</summary>
    public string? Amount { get; set; }

    public string? Reason { get; set; }
    public string? ResolutionNumber { get; set; }
    public string? ResolutionBody { get; set; } = "Zarząd";
    public string? ResolutionDate { get; set; }
}

/// <summary>Lets a fee go by a resolution, or strikes out one that was charged by mistake.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class WaiveModel(AppDb db, WaiveFee waive, CancelFee cancelFee, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public WaiverForm Form { get; set; } = new();

    public WaivedFee Fee { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        var amount = FeeTexts.ReadAmount(Form.Amount);
        var outcome = !string.IsNullOrWhiteSpace(Form.Amount) && amount is null
            ? Outcome.Refuse(texts["Wpisz kwotę, na przykład 150,00."], "Amount")
            : await waive.Run(id, amount, new ResolutionName(Form.ResolutionNumber, FeeTexts.ReadDay(Form.ResolutionDate), Form.ResolutionBody, texts["Umorzenie składki"]), Form.Reason, cancel);
        return Answer(outcome, texts["Umorzenie zapisane."]);
    }

    public async Task<IActionResult> OnPostAnulujAsync(int id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        return Answer(await cancelFee.Run(id, Form.Reason, cancel), Fee.IsCancelled ? texts["Składka znów obowiązuje."] : texts["Składka anulowana."]);
    }

    private IActionResult Answer(Outcome outcome, string done)
    {
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field is { } field ? $"Form.{field}" : "", refusal);
            return this.ShowAgain();
        }

        this.Say(done);
        return LocalRedirect(Url.Content($"~/biuro/skladki/firma/{Fee.Slug}"));
    }

    private async Task<bool> Load(int id, CancellationToken cancel)
    {
        var fee = await db.Set<Fee>().Where(f => f.Id == id).Select(f => new WaivedFee(f.Company.Name, f.Company.Slug, f.FeeYear, f.FeeMonth, f.ThroughMonth, f.Amount, f.Waived, f.AmountPaid, f.CancelledAt != null)).SingleOrDefaultAsync(cancel);
        Fee = fee!;
        return fee is not null;
    }
}

public sealed record WaivedFee(string Company, string Slug, int Year, int FirstMonth, int LastMonth, decimal Amount, decimal Waived, decimal Paid, bool IsCancelled)
{
    public string Name => Period.Of(Year, FirstMonth, LastMonth);
}

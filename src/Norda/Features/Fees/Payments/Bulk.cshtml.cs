using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Fees.Grid;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Payments;

/// <summary>What the grid does with the firms that are ticked, and the undoing of it. It has no page of its own.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class BulkModel(MarkMonthPaid mark, UndoBatch undo, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Url.Content(GridQuestion.Path));

    public async Task<IActionResult> OnPostOplaconeAsync(string[] firma, string? klucz, string? powrot, CancellationToken cancel)
    {
        if (!Guid.TryParse(klucz, out var batch))
            return BadRequest();
        var (outcome, payments) = await mark.Run(firma, clock.Today().Year, clock.Today().Month, batch, cancel);
        if (outcome.Refusal is { } refusal)
            this.Say(refusal);
        return Back(powrot, payments > 0 ? $"zapisano={klucz}" : null);
    }

    public async Task<IActionResult> OnPostCofnijAsync(string? klucz, string? powrot, CancellationToken cancel)
    {
        if (!Guid.TryParse(klucz, out var batch))
            return BadRequest();
        var (outcome, payments) = await undo.Run(batch, cancel);
        this.Say(outcome.Refusal ?? texts["Cofnięto: {0}.", Plural.Of(payments, texts["wpłata|wpłaty|wpłat"])]);
        return Back(powrot, null);
    }

    private LocalRedirectResult Back(string? query, string? more)
    {
        var kept = query is { Length: < 300 } && query.StartsWith('?') ? query : "";
        return LocalRedirect(Url.Content(GridQuestion.Path) + kept + (more is null ? "" : (kept.Length == 0 ? "?" : "&") + more));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Membership.Deciding;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Rates;

public sealed class ExemptionForm : ResolutionForm
{
    public string? Firm { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Percent { get; set; } = "100";
    public string? Reason { get; set; }
}

/// <summary>Firms that owe nothing, or less, for a while, and the form that frees one more.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class ExemptionsModel(AppDb db, GrantExemption grant, EndExemption end, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int PageSize = 50;

    [BindProperty]
    public ExemptionForm Form { get; set; } = new();

    public DateOnly Today { get; } = clock.Today();
    public IReadOnlyList<ExemptionRow> Rows { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync([FromQuery(Name = "firma")] string? firm, [FromQuery(Name = "strona")] int number, CancellationToken cancel)
    {
        Form.Firm = firm;
        await Load(number, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var order = new ExemptionOrder(Form.Firm, FeeTexts.ReadDay(Form.From), FeeTexts.ReadDay(Form.Until), FeeTexts.ReadAmount(Form.Percent?.TrimEnd('%', ' ')), Form.Resolution(texts["Zwolnienie ze składki"]), Form.Reason);
        var outcome = string.IsNullOrWhiteSpace(Form.Until) || order.Until is not null ? await grant.Run(order, cancel) : Outcome.Refuse(texts["Wpisz dzień, na przykład 31.12.2026, albo zostaw puste pole."], "Until");
        return await Answer(outcome, "Form.", texts["Zwolnienie zapisane."], cancel);
    }

    public async Task<IActionResult> OnPostKoniecAsync(int id, string? day, CancellationToken cancel) => await Answer(await end.Run(id, FeeTexts.ReadDay(day), cancel), "", texts["Koniec zwolnienia zapisany."], cancel);

    private async Task<IActionResult> Answer(Outcome outcome, string prefix, string done, CancellationToken cancel)
    {
        if (outcome.Refusal is not { } refusal)
        {
            this.Say(done);
            return LocalRedirect(Url.Content("~/biuro/skladki/zwolnienia"));
        }

        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError(outcome.Field is { } field ? prefix + field : "", refusal);
        await Load(1, cancel);
        return this.ShowAgain();
    }

    private async Task Load(int number, CancellationToken cancel)
    {
        var pages = Math.Max(1, (await db.Set<FeeExemption>().CountAsync(cancel) + PageSize - 1) / PageSize);
        number = Math.Clamp(number, 1, pages);
        Pager = new PagerState(number, pages, page => $"{Url.Content("~/biuro/skladki/zwolnienia")}?strona={page}");
        Rows = await db.Set<FeeExemption>().OrderByDescending(e => e.ValidFrom).ThenByDescending(e => e.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Join(db.Set<Company>(), e => e.CompanyId, c => c.Id, (e, c) => new ExemptionRow(e.Id, c.Name, c.Slug, e.ValidFrom, e.ValidUntil, e.Percent, e.Reason, e.Resolution.Number + ", " + e.Resolution.Body)).ToListAsync(cancel);
    }
}

public sealed record ExemptionRow(int Id, string Firm, string Slug, DateOnly From, DateOnly? Until, decimal Percent, string Reason, string Resolution);

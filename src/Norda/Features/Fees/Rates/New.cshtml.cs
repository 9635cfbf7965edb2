using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Rates;

public sealed class RateForm
{
    /// <summary>"global", or "band:3", "category:2", "company" with the firm's name.</summary>
    public string? Target { get; set; } = "global";

    public string? Firm { get; set; }
    public string? Amount { get; set; }
    public bool IsYearly { get; set; }
    public bool PerHead { get; set; }
    public string? Cap { get; set; }
    public string? Entry { get; set; }

    /// <summary>A word for a usual one, or "raty" with the parts in <see cref="Parts"/>.</summary>
    public string? Schedule { get; set; } = "miesiac";

    public string? Parts { get; set; }
    public Proration Proration { get; set; }
    public string? ValidFrom { get; set; }
    public string? ValidUntil { get; set; }
    public string? ResolutionNumber { get; set; }
    public string? ResolutionBody { get; set; } = "Walne Zgromadzenie";
    public string? ResolutionDate { get; set; }
    public string? Notes { get; set; }

    public static readonly IReadOnlyDictionary<string, FeeSchedule> Usual = new Dictionary<string, FeeSchedule>
    {
        ["miesiac"] = FeeSchedule.Monthly, ["miesiac10"] = FeeSchedule.Regular(1, 10), ["kwartal"] = FeeSchedule.Quarterly, ["polrocze"] = FeeSchedule.HalfYearly, ["rok"] = FeeSchedule.Yearly,
    };

    public string? ScheduleText => Schedule is not null && Usual.TryGetValue(Schedule, out var usual) ? usual.ToString() : string.IsNullOrWhiteSpace(Parts) ? "brak" : Parts;
}

/// <summary>Enters a rate.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class NewModel(AppDb db, SaveRate save, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public RateForm Form { get; set; } = new();

    public IReadOnlyList<MemberBand> Bands { get; private set; } = [];
    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public async Task OnGetAsync(int? wzor, string? kwota, CancellationToken cancel)
    {
        await Load(cancel);
        Form.ValidFrom = new DateOnly(clock.Today().Year + 1, 1, 1).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        if (wzor is { } id && await db.Set<FeeRate>().AsNoTracking().Include(r => r.Company).SingleOrDefaultAsync(r => r.Id == id, cancel) is { } like)
            Follow(like, kwota);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        var (order, fault) = await Read(cancel);
        var outcome = order is null ? fault! : await save.Run(order, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field is { } field ? $"Form.{field}" : "", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Stawka zapisana. Składki już naliczone nie zmieniły się; różnice pokaże podgląd naliczania."]);
        return LocalRedirect(Url.Content("~/biuro/skladki/stawki"));
    }

    private void Follow(FeeRate like, string? amount)
    {
        (Form.IsYearly, Form.PerHead, Form.Proration) = (like.YearlyAmount is not null, like.PerHead, like.Proration);
        Form.Amount = FeeTexts.ReadAmount(amount)?.ToString("0.##", CultureInfo.CurrentCulture);
        (Form.Cap, Form.Entry) = (like.YearlyCap?.ToString("0.##", CultureInfo.CurrentCulture), like.EntryFee?.ToString("0.##", CultureInfo.CurrentCulture));
        (Form.Schedule, Form.Parts) = ("raty", like.Schedule.Length == 0 ? FeeSchedule.Monthly.ToString() : like.Schedule);
        (Form.Target, Form.Firm) = like.Scope switch
        {
            FeeScope.Company => ("company", like.Company?.Name),
            FeeScope.Global => ("global", null),
            _ => ($"{like.Scope.ToString().ToLowerInvariant()}:{like.TargetId}", null),
        };
    }

    private async Task<(RateOrder? Order, Outcome? Fault)> Read(CancellationToken cancel)
    {
        if (await Target(cancel) is not { } target)
            return (null, Outcome.Refuse(texts["Wybierz, kogo dotyczy stawka."], "Target"));
        if (!ModelState.IsValid || Unreadable(Form.Amount) || Unreadable(Form.Cap) || Unreadable(Form.Entry))
            return (null, Outcome.Refuse(texts["Wpisz kwotę, na przykład 150,00."], "Amount"));
        if (FeeTexts.ReadDay(Form.ValidFrom) is not { } from)
            return (null, Outcome.Refuse(texts["Wpisz datę, na przykład 01.01.2027."], "ValidFrom"));
        if (!string.IsNullOrWhiteSpace(Form.ValidUntil) && FeeTexts.ReadDay(Form.ValidUntil) is null)
            return (null, Outcome.Refuse(texts["Wpisz datę, na przykład 31.12.2027, albo zostaw puste."], "ValidUntil"));
        var amount = FeeTexts.ReadAmount(Form.Amount);
        return (new RateOrder(target.Scope, target.Id, from, FeeTexts.ReadDay(Form.ValidUntil), new ResolutionName(Form.ResolutionNumber, FeeTexts.ReadDay(Form.ResolutionDate), Form.ResolutionBody, texts["Stawki składek"]))
        {
            Monthly = Form.IsYearly ? null : amount, Yearly = Form.IsYearly ? amount : null, Entry = FeeTexts.ReadAmount(Form.Entry), YearlyCap = FeeTexts.ReadAmount(Form.Cap), PerHead = Form.PerHead,
            Schedule = Form.ScheduleText, Proration = Form.Proration, Notes = Form.Notes,
        }, null);
    }

    private static bool Unreadable(string? typed) => !string.IsNullOrWhiteSpace(typed) && FeeTexts.ReadAmount(typed) is null;

    private async Task<(FeeScope Scope, int Id)?> Target(CancellationToken cancel)
    {
        if (Form.Target == "company")
            return await db.Companies.Where(c => c.Name == Form.Firm || c.Nip == Form.Firm || c.Slug == Form.Firm).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancel) is { } firm ? (FeeScope.Company, firm) : null;
        if (Form.Target == "global")
            return (FeeScope.Global, 0);
        return Form.Target?.Split(':') is [var scope, var id] && Enum.TryParse<FeeScope>(scope, true, out var known) && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (known, number) : null;
    }

    private async Task Load(CancellationToken cancel)
    {
        Bands = await db.Set<MemberBand>().AsNoTracking().OrderBy(b => b.SortOrder).ThenBy(b => b.Id).ToListAsync(cancel);
        Categories = await db.Categories.AsNoTracking().OrderBy(c => c.SortOrder).ToListAsync(cancel);
    }
}

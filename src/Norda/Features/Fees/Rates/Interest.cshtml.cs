using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Rates;

/// <summary>Rates of civil interest: those that the application knows, and those that the office enters.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class InterestModel(AppDb db, SaveInterestRate save, IStringLocalizer<Texts> texts) : PageModel
{
    public IReadOnlyList<InterestStep> Steps { get; private set; } = [];
    public string? Day { get; private set; }
    public string? Percent { get; private set; }
    public string? Where { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(string? od, string? procent, string? ogloszenie, CancellationToken cancel)
    {
        (Day, Percent, Where) = (od, procent, ogloszenie);
        if (await save.Run(FeeTexts.ReadDay(od), FeeTexts.ReadAmount(procent), ogloszenie, cancel) is { Refusal: { } refusal } outcome)
        {
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            await Load(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Stopa odsetek zapisana."]);
        return RedirectToPage();
    }

    private async Task Load(CancellationToken cancel) =>
        Steps = [.. CivilInterest.With(await db.Set<InterestRate>().Select(r => new InterestStep(r.ValidFrom, r.Percent, r.Announcement)).ToListAsync(cancel)).Reverse()];
}

/// <summary>Enters a rate of interest from a day on, or corrects it.</summary>
public class SaveInterestRate(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int LongestAnnouncement = 200;

    public async Task<Outcome> Run(DateOnly? from, decimal? percent, string? announcement, CancellationToken cancel)
    {
        if (from is not { } day || day.Year is < 2000 or > 2100)
            return Outcome.Refuse(texts["Wpisz dzień, od którego stopa obowiązuje, na przykład 05.03.2026."], "od");
        if (percent is not { } value || value is < 0 or > 100 || decimal.Round(value, 2) != value)
            return Outcome.Refuse(texts["Stopa to procent od 0 do 100, na przykład 9,25."], "procent");
        if (PlainText.Line(announcement) is { Length: > LongestAnnouncement })
            return Outcome.Refuse(texts["Miejsce ogłoszenia ma do 200 znaków."], "ogloszenie");
        var rate = await db.Set<InterestRate>().SingleOrDefaultAsync(r => r.ValidFrom == day, cancel);
        if (rate is null)
            db.Add(rate = new InterestRate { ValidFrom = day });
        (rate.Percent, rate.Announcement, rate.ChangedBy, rate.ChangedAt) = (value, PlainText.Line(announcement), me.Id, clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Ktoś właśnie zapisał stopę od tego dnia. Odśwież stronę."], "od");
        }
    }
}

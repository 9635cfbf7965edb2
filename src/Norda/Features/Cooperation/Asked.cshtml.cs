using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>What my firm was asked about. Who asks is not said before the firm agrees.</summary>
[Access(Resource.Introduction, Act.Change)]
[ResponseCache(NoStore = true)]
public class AskedModel(AppDb db, Me me, AnswerIntroduction answer, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int AtOnce = 20;
    private const int MostPages = 100;

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    public IReadOnlyList<AskedRow> Questions { get; private set; } = [];
    public int Pages { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (now, firms) = (clock.GetUtcNow().UtcDateTime, me.SpokenFor());
        Strona = Math.Clamp(Strona, 1, MostPages);
        var mine = db.Set<Introduction>().Where(i => firms.Contains(i.CompanyId));
        Pages = Math.Min((await mine.CountAsync(cancel) + AtOnce - 1) / AtOnce, MostPages);
        Questions = await mine.OrderByDescending(i => i.AskedAt).ThenByDescending(i => i.Id).Skip((Strona - 1) * AtOnce).Take(AtOnce).Select(i => new AskedRow(i.Id, i.Company.Name, i.Classified.Title, i.Classified.Description,
            i.Classified.BudgetInfo, i.Classified.LocationInfo, i.Reasons, i.AskedAt, i.ExpiresAt, i.Status, i.Status == IntroductionStatus.Asked && i.ExpiresAt > now && i.Classified.IsActive && i.Classified.HiddenAt == null)).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, string odpowiedz, CancellationToken cancel)
    {
        var (agrees, firms) = (odpowiedz == "tak", me.SpokenFor());
        if (!await db.Set<Introduction>().AnyAsync(i => i.Id == id && firms.Contains(i.CompanyId), cancel))
            return NotFound();
        var outcome = await answer.Run(id, agrees, cancel);
        this.Say(outcome.Refusal ?? (agrees ? texts["Dziękujemy. Teraz znacie się nawzajem: oto kontakt."] : texts["Zapisano. Nikt poza Twoją firmą tego nie zobaczy."]));
        return LocalRedirect(Url.Content(agrees && !outcome.Refused ? $"~/wspolpraca/{id}" : "~/moja-firma/zapytania"));
    }
}

public sealed record AskedRow(int Id, string Firm, string Title, string Description, string? Budget, string? Place, string Reasons, DateTime AskedAt, DateTime ExpiresAt, IntroductionStatus Status, bool Waits);

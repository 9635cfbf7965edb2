using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Recommendations;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Moderation;

/// <summary>What members wrote and nobody has read yet.</summary>
[Access(Resource.Moderation, Act.Change)]
public class IndexModel(AppDb db, DecideRecommendation decide, IStringLocalizer<Texts> texts) : PageModel
{
    private const int AtOnce = 20;

    public IReadOnlyList<WaitingRecommendation> Queue { get; private set; } = [];

    /// <summary>The item whose decision was refused, and the reason that was typed there.</summary>
    public int? Failed { get; private set; }

    public string? Reason { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) =>
        Queue = await db.Set<Recommendation>().Waiting().OrderBy(r => r.CreatedAt).Take(AtOnce).Select(r => new WaitingRecommendation(
            r.Id, r.Version, r.RecommendationText, r.ServiceCategory, r.CreatedAt, r.User.Name,
            r.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == r.User.CompanyId).Select(c => c.Company.Name).FirstOrDefault(),
            r.Company.Name, r.Company.Slug)).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(int id, int version, string decyzja, string? reason, CancellationToken cancel)
    {
        var outcome = await decide.Run(id, version, decyzja == "odrzuc" ? reason ?? "" : null, Request.LetterOrigin() + "/konto/polecenia", cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Clear();
            ModelState.AddModelError(outcome.Field is null ? "" : $"powod-{id}", refusal);
            (Failed, Reason) = (id, reason);
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(decyzja == "odrzuc" ? texts["Odrzucono. Autor dostanie powód e-mailem."] : texts["Opublikowano. Autor dostanie wiadomość."]);
        return RedirectToPage();
    }
}

public sealed record WaitingRecommendation(int Id, int Version, string Text, string? Service, DateTime CreatedAt, string Author, string? AuthorFirm, string Company, string Slug);

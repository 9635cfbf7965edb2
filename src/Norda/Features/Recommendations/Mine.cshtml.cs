using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Recommendations;

/// <summary>What I said of firms, and what came of it.</summary>
[Access(Resource.Recommendation, Act.Change)]
public class MineModel(AppDb db, Me me, WithdrawRecommendation withdraw, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<MyRecommendation> Said { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Said = await db.Set<Recommendation>().Where(r => r.UserId == me.Id).OrderByDescending(r => r.CreatedAt).Take(Most)
            .Select(r => new MyRecommendation(r.Id, r.Company.Name, r.Company.Slug, r.RecommendationText, r.Status, r.RejectionReason, r.CreatedAt)).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        var outcome = await withdraw.Run(id, cancel);
        this.Say(outcome.Refusal ?? texts["Wycofano polecenie."]);
        return RedirectToPage();
    }

    public static string Word(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Approved => "Opublikowane",
        RecommendationStatus.Rejected => "Odrzucone",
        _ => "Czeka na moderatora",
    };

    public static string? Kind(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Approved => "ok",
        RecommendationStatus.Rejected => "bad",
        _ => "warn",
    };
}

public sealed record MyRecommendation(int Id, string Company, string Slug, string Text, RecommendationStatus Status, string? Reason, DateTime CreatedAt);

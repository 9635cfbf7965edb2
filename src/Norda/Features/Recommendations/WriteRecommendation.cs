using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Recommendations;

public sealed class RecommendationForm
{
    public const int ShortestText = 30;

    [Required(ErrorMessage = "Napisz, za co polecasz tę firmę.")]
    [StringLength(RecommendationMap.LongestText, MinimumLength = ShortestText, ErrorMessage = "Polecenie ma od 30 do 2000 znaków.")]
    public string Text { get; set; } = "";

    [StringLength(RecommendationMap.LongestService, ErrorMessage = "Nazwa usługi ma do 100 znaków.")]
    public string? Service { get; set; }

    public bool ShowContact { get; set; }
}

/// <summary>Recommends a firm, or changes what one wrote while nobody has decided on it. Then it waits for a moderator.</summary>
public class WriteRecommendation(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int companyId, RecommendationForm form, CancellationToken cancel)
    {
        if (me.Id is not { } author)
            return Outcome.Refuse(texts["Zaloguj się, żeby polecić firmę."]);
        if (me.BelongsTo(companyId))
            return Outcome.Refuse(texts["Swojej firmy nie można polecić. Poproś o to kogoś, komu pomogliście."]);
        var now = clock.GetUtcNow().UtcDateTime;
        var said = await db.Set<Recommendation>().SingleOrDefaultAsync(r => r.UserId == author && r.CompanyId == companyId, cancel);
        if (said is { Status: not RecommendationStatus.Pending })
            return Outcome.Refuse(texts["To polecenie zostało już rozpatrzone i nie da się go zmienić."]);
        if (said is null)
            db.Add(said = new Recommendation { CompanyId = companyId, UserId = author, RecommendationText = "", CreatedAt = now });
        else
            (said.UpdatedAt, said.Version) = (now, said.Version + 1);
        (said.RecommendationText, said.ServiceCategory, said.ShowContact) = (PlainText.Clean(form.Text), PlainText.Line(form.Service), form.ShowContact);
        return await Save(cancel);
    }

    private async Task<Outcome> Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Moderator właśnie rozpatrzył to polecenie. Odśwież stronę."]);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["To polecenie już jest zapisane. Odśwież stronę, żeby je zmienić."]);
        }
    }
}

/// <summary>Takes back what one wrote, while nobody has decided on it.</summary>
public class WithdrawRecommendation(AppDb db, Me me, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, CancellationToken cancel)
    {
        var said = await db.Set<Recommendation>().SingleOrDefaultAsync(r => r.Id == id && r.UserId == me.Id && r.Status == RecommendationStatus.Pending, cancel);
        if (said is null)
            return Outcome.Refuse(texts["To polecenie zostało już rozpatrzone i nie da się go zmienić."]);
        db.Remove(said);
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Moderator właśnie rozpatrzył to polecenie. Odśwież stronę."]);
        }
    }
}

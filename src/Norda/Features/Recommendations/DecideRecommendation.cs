using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Recommendations;

/// <summary>A moderator lets a recommendation onto the firm's page, or refuses it and says why; the author is told either way.</summary>
public class DecideRecommendation(AppDb db, Me me, TimeProvider clock, QueueMail mail, ISearchIndex search, IStringLocalizer<Texts> texts)
{
    public const int LongestReason = 1000;

    /// <param name="version">Of the text that the moderator read.</param>
    /// <param name="reason">Why it is refused, as the author reads it; null approves.</param>
    /// <param name="address">Where the author sees what came of it.</param>
    public async Task<Outcome> Run(int id, int version, string? reason, string address, CancellationToken cancel)
    {
        var said = await db.Set<Recommendation>().Include(r => r.Company).Include(r => r.User).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (said is null)
            return Outcome.Refuse(texts["Tego polecenia już nie ma. Autor je wycofał."]);
        if (said.Status != RecommendationStatus.Pending)
            return Outcome.Refuse(texts["To polecenie rozpatrzył już ktoś inny."]);
        if (said.Version != version)
            return Outcome.Refuse(texts["Autor zmienił tekst, odkąd go czytasz. Przeczytaj jeszcze raz."]);
        if (reason is not null && PlainText.Clean(reason).Length is 0 or > LongestReason)
            return Outcome.Refuse(texts["Napisz autorowi, dlaczego odrzucasz polecenie (do 1000 znaków)."], "Reason");

        (said.Status, said.RejectionReason) = reason is null ? (RecommendationStatus.Approved, null) : (RecommendationStatus.Rejected, PlainText.Clean(reason));
        (said.ModeratedBy, said.ModeratedAt, said.Version) = (me.Id, clock.GetUtcNow().UtcDateTime, said.Version + 1);
        Tell(said, address);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return Outcome.Refuse(texts["To polecenie rozpatrzył już ktoś inny."]);
        }

        await search.Refresh([said.CompanyId], cancel);
        return Outcome.Done;
    }

    private void Tell(Recommendation said, string address)
    {
        mail.Run(RecommendationLetters.Decided(texts, new Reader(said.UserId, said.User.Email!, said.User.Name), said.Company.Name, said.RejectionReason, $"{said.Id}:{said.Version}", address));
    }
}

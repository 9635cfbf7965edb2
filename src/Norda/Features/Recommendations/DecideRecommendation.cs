using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Recommendations;

/// <summary>A moderator lets a recommendation onto the firm's page, or refuses it and says why; the author is told either way.</summary>
public class DecideRecommendation(AppDb db, Me me, TimeProvider clock, QueueMail mail, Notifier notifier, ISearchIndex search, IStringLocalizer<Texts> texts)
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
        if (said.UserId == me.Id)
            return Outcome.Refuse(texts["Własnego polecenia nie możesz rozpatrzyć. Zrobi to ktoś inny."]);
        if (said.Version != version)
            return Outcome.Refuse(texts["Autor zmienił tekst, odkąd go czytasz. Przeczytaj jeszcze raz."]);
        if (reason is not null && PlainText.Clean(reason).Length is 0 or > LongestReason)
            return Outcome.Refuse(texts["Napisz autorowi, dlaczego odrzucasz polecenie (do 1000 znaków)."], "Reason");

        (said.Status, said.RejectionReason) = reason is null ? (RecommendationStatus.Approved, null) : (RecommendationStatus.Rejected, PlainText.Clean(reason));
        (said.ModeratedBy, said.ModeratedAt, said.Version) = (me.Id, clock.GetUtcNow().UtcDateTime, said.Version + 1);
        WriteLetter(said, address);
        await Tell(said, cancel);
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

    /// <summary>The author beside the letter, and those who keep the profile of the firm that was recommended.</summary>
    private async Task Tell(Recommendation said, CancellationToken cancel)
    {
        var (approved, about) = (said.Status == RecommendationStatus.Approved, (Type: "company_recommendation", Key: $"recommendation:{said.Id}"));
        await notifier.Tell(said.UserId, new Notice(RecommendationNotices.Decided, $"{about.Key}:{said.Version}", approved ? texts["Twoje polecenie jest na stronie firmy {0}", said.Company.Name] : texts["Polecenie firmy {0} nie zostało opublikowane", said.Company.Name],
            "/konto/polecenia")
        { Message = said.RejectionReason, RelatedType = about.Type, RelatedId = said.Id }, cancel);
        if (approved)
            await notifier.TellAll(db.Set<CompanyUser>().Where(p => p.CompanyId == said.CompanyId && p.Status == CompanyUserStatus.Approved && p.Role >= CompanyRole.Editor).Select(p => p.UserId),
                new Notice(RecommendationNotices.Received, about.Key, texts["{0} poleca firmę {1}", said.User.Name, said.Company.Name], $"/firma/{said.Company.Slug}#polecenia") { Message = said.RecommendationText, RelatedType = about.Type, RelatedId = said.Id }, cancel);
    }

    private void WriteLetter(Recommendation said, string address)
    {
        mail.Run(RecommendationLetters.Decided(texts, new Reader(said.UserId, said.User.Email!, said.User.Name), said.Company.Name, said.RejectionReason, $"{said.Id}:{said.Version}", address));
    }
}

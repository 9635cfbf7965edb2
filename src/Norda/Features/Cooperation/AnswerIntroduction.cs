using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Cooperation;

/// <summary>The firm agrees to talk, and both are named to each other; or it does not, and nobody hears of it. The first answer holds.</summary>
public class AnswerIntroduction(AppDb db, Me me, Notifier notifier, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, bool agrees, CancellationToken cancel)
    {
        var (now, firms, person) = (clock.GetUtcNow().UtcDateTime, me.SpokenFor(), me.Id);
        var status = agrees ? IntroductionStatus.Agreed : IntroductionStatus.Declined;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Introduction>().Where(i => i.Id == id && firms.Contains(i.CompanyId) && i.Status == IntroductionStatus.Asked && i.ExpiresAt > now && i.Classified.IsActive && i.Classified.HiddenAt == null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.Status, status).SetProperty(x => x.AnsweredBy, person).SetProperty(x => x.AnsweredAt, now), cancel) == 0)
            return Outcome.Refuse(texts["Na to zapytanie już odpowiedziano albo minął jego termin."]);
        if (agrees)
        {
            var about = await db.Set<Introduction>().Where(i => i.Id == id).Select(i => new { i.Classified.AuthorId, i.Classified.Title, Firm = i.Company.Name }).SingleAsync(cancel);
            await notifier.Tell(about.AuthorId, new Notice(CooperationNotices.Agreed, $"introduction:{id}:agreed", texts["{0} chce porozmawiać", about.Firm], $"/wspolpraca/{id}")
            { Message = texts["Chodzi o ogłoszenie „{0}”. Zobacz, z kim się skontaktować.", about.Title], RelatedType = "introduction", RelatedId = id }, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Cooperation;

/// <summary>One side says whether it came to business; each side says it once.</summary>
public class SayOutcome(AppDb db, Me me, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, bool happened, CancellationToken cancel)
    {
        var (person, firms) = (me.Id, me.SpokenFor());
        var agreed = db.Set<Introduction>().Where(i => i.Id == id && i.Status == IntroductionStatus.Agreed);
        var said = await agreed.Where(i => i.Classified.AuthorId == person && i.AuthorSays == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.AuthorSays, happened), cancel)
            + await agreed.Where(i => firms.Contains(i.CompanyId) && i.FirmSays == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.FirmSays, happened), cancel);
        return said > 0 ? Outcome.Done : Outcome.Refuse(texts["Ta odpowiedź jest już zapisana."]);
    }
}

/// <summary>Two weeks after both agreed, asks both what came of it; once.</summary>
public class AskForOutcomes(AppDb db, Notifier notifier, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int Days = 14;
    private const int AtOnce = 200;

    public async Task<int> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now.AddDays(-Days);
        var due = await db.Set<Introduction>().Where(i => i.Status == IntroductionStatus.Agreed && i.AnsweredAt <= before && i.OutcomeAskedAt == null).OrderBy(i => i.AnsweredAt).Take(AtOnce)
            .Select(i => new { i.Id, i.Classified.Title, i.Classified.AuthorId, i.AnsweredBy, i.AuthorSays, i.FirmSays }).ToListAsync(cancel);
        var asked = 0;
        foreach (var talk in due)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await db.Set<Introduction>().Where(i => i.Id == talk.Id && i.OutcomeAskedAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.OutcomeAskedAt, now), cancel) == 0)
                continue;
            var silent = new[] { talk.AuthorSays is null ? talk.AuthorId : 0, talk.FirmSays is null ? talk.AnsweredBy ?? 0 : 0 };
            await notifier.TellAll(db.Users.Where(u => silent.Contains(u.Id)).Select(u => u.Id), new Notice(CooperationNotices.Outcome, $"introduction:{talk.Id}:outcome", texts["Doszło do współpracy?"], $"/wspolpraca/{talk.Id}")
            { Message = texts["Chodzi o „{0}”. Wystarczy jedno kliknięcie.", talk.Title], RelatedType = "introduction", RelatedId = talk.Id }, cancel);
            await transaction.CommitAsync(cancel);
            asked++;
        }

        return asked;
    }
}

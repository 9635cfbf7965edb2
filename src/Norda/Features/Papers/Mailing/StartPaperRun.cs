using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Mailing;

/// <summary>Sends papers to many firms in the background. Two presses of one form start one run.</summary>
public class StartPaperRun(AppDb db, Me me, Runner<WorkPaperRuns> runner, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int MostFirms = 2000;

    public async Task<(Outcome Outcome, int? RunId)> Run(IReadOnlyCollection<string> slugs, PostKind kind, bool withInterest, Guid key, CancellationToken cancel)
    {
        if (slugs.Count is 0 or > MostFirms)
            return (Outcome.Refuse(texts["Zaznacz firmy, do których wysyłasz pisma."]), null);
        if (kind == PostKind.Reminder)
            return (Outcome.Refuse(texts["Wybierz rodzaj pisma."], "rodzaj"), null);
        var firms = await db.Companies.Where(c => slugs.Contains(c.Slug)).OrderBy(c => c.Name).Select(c => c.Id).ToListAsync(cancel);
        var run = new PaperRun { Kind = kind, WithInterest = withInterest, Key = key, Firms = firms, StartedBy = me.Id, StartedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear();
            return (Outcome.Done, await db.Set<PaperRun>().Where(r => r.Key == key).Select(r => (int?)r.Id).SingleAsync(cancel));
        }

        runner.Wake();
        return (Outcome.Done, run.Id);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Papers.Mailing;

/// <summary>
/// Works off runs that somebody started and nobody is at. An instance that dies leaves a run behind; the next one goes on where it
/// stood, and a firm that had its paper by then does not get another.
/// </summary>
public class WorkPaperRuns(AppDb db, PostPaper post, Notifier notifier, TimeProvider clock, IStringLocalizer<Texts> texts) : IWorkOff
{
    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(2);

    public async Task<int> Run(CancellationToken cancel)
    {
        var worked = 0;
        while (await Take(cancel) is { } run)
        {
            await Work(run, cancel);
            worked++;
        }

        return worked;
    }

    private async Task<PaperRun?> Take(CancellationToken cancel)
    {
        var (now, dead) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime - Dead);
        var waiting = await db.Set<PaperRun>().Where(r => r.FinishedAt == null && (r.WorkedAt == null || r.WorkedAt < dead)).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
        foreach (var id in waiting)
            if (await db.Set<PaperRun>().Where(r => r.Id == id && r.FinishedAt == null && (r.WorkedAt == null || r.WorkedAt < dead)).ExecuteUpdateAsync(r => r.SetProperty(x => x.WorkedAt, now), cancel) == 1)
                return await db.Set<PaperRun>().AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        return null;
    }

    private async Task Work(PaperRun run, CancellationToken cancel)
    {
        try
        {
            foreach (var firm in run.Firms.Skip(run.Done))
            {
                var (posted, _) = await post.Run(new PostOrder(firm, run.Kind) { WithInterest = run.WithInterest, RunId = run.Id }, cancel);
                var now = clock.GetUtcNow().UtcDateTime;
                var (mailed, toPrint, skipped) = (posted == Posted.Mailed ? 1 : 0, posted == Posted.ToPrint ? 1 : 0, posted == Posted.Skipped ? 1 : 0);
                await db.Set<PaperRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Done, x => x.Done + 1).SetProperty(x => x.WorkedAt, now)
                    .SetProperty(x => x.Mailed, x => x.Mailed + mailed).SetProperty(x => x.ToPrint, x => x.ToPrint + toPrint).SetProperty(x => x.Skipped, x => x.Skipped + skipped), cancel);
            }

            await Finish(run, null, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !DatabaseAway.IsAway(fault))
        {
            db.ChangeTracker.Clear();
            await Finish(run, fault.GetBaseException().Message, cancel);
            throw;
        }
    }

    private async Task Finish(PaperRun run, string? fault, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<PaperRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.FinishedAt, now).SetProperty(x => x.Fault, fault), cancel);
        if (run.StartedBy is { } person)
            await notifier.Tell(person, Spoken.In("pl", () => new Notice(PaperNotices.RunDone, $"paper-run:{run.Id}", fault is null ? texts["Pisma są wysłane: {0}", texts[PostKinds.Word(run.Kind)].Value] : texts["Wysyłanie pism przerwane"], $"/biuro/skladki/wysylka/{run.Id}")), cancel);
        await transaction.CommitAsync(cancel);
    }
}

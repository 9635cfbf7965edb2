using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Membership;

namespace Norda.Features.Fees.Generation;

/// <summary>Works off runs that somebody started and nobody is at. An instance that dies leaves a run behind; the next one goes through all firms again, and what is there already stays as it is.</summary>
public class WorkFeeRuns(AppDb db, ChargeFirm charge, TimeProvider clock) : IWorkOff
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

    private async Task<FeeRun?> Take(CancellationToken cancel)
    {
        var (now, dead) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime - Dead);
        var waiting = await db.Set<FeeRun>().Where(r => r.FinishedAt == null && (r.WorkedAt == null || r.WorkedAt < dead)).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
        foreach (var id in waiting)
            if (await db.Set<FeeRun>().Where(r => r.Id == id && r.FinishedAt == null && (r.WorkedAt == null || r.WorkedAt < dead)).ExecuteUpdateAsync(r => r.SetProperty(x => x.WorkedAt, now), cancel) == 1)
                return await db.Set<FeeRun>().AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        return null;
    }

    private async Task Work(FeeRun run, CancellationToken cancel)
    {
        var span = new FeeSpan(run.FeeYear, run.FromMonth, run.ToMonth);
        var firms = await db.Set<Member>().Between(new(run.FeeYear - 1, 12, 1), new(run.FeeYear, 12, 31)).Select(m => m.CompanyId).Distinct().Order().ToListAsync(cancel);
        await db.Set<FeeRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Firms, firms.Count).SetProperty(x => x.FirmsDone, 0), cancel);
        try
        {
            foreach (var firm in firms)
            {
                var (created, changed, sum) = await charge.Run(firm, span, run.ChangesExisting, cancel);
                var now = clock.GetUtcNow().UtcDateTime;
                await db.Set<FeeRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.FirmsDone, x => x.FirmsDone + 1).SetProperty(x => x.WorkedAt, now)
                    .SetProperty(x => x.Created, x => x.Created + created).SetProperty(x => x.Changed, x => x.Changed + changed).SetProperty(x => x.CreatedSum, x => x.CreatedSum + sum), cancel);
            }

            await Finish(run.Id, null, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !DatabaseAway.IsAway(fault))
        {
            await Finish(run.Id, fault.GetBaseException().Message, cancel);
            throw;
        }
    }

    private Task<int> Finish(int id, string? fault, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<FeeRun>().Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.FinishedAt, now).SetProperty(x => x.Fault, fault), cancel);
    }
}

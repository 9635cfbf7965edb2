using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Jobs;

/// <summary>Runs a job once and notes what came of it. Never throws for what the job throws.</summary>
public class RunJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunJob> log)
{
    private const int LongestMessage = 2000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public async Task<bool> Run(ScheduledJob job, CancellationToken cancel)
    {
        var run = await Note(job, cancel);
        var (succeeded, message) = await Try(job, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var (now, note) = (clock.GetUtcNow().UtcDateTime, message.Length > LongestMessage ? message[..LongestMessage] : message);
        await scope.ServiceProvider.GetRequiredService<AppDb>().Set<JobRun>().Where(r => r.Id == run)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.EndedAt, now).SetProperty(x => x.Succeeded, succeeded).SetProperty(x => x.Message, note), CancellationToken.None);
        if (job.IsFrequent)
            await Forget(job, now - Kept, scope.ServiceProvider, cancel);
        return succeeded;
    }

    private static Task<int> Forget(ScheduledJob job, DateTime before, IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<AppDb>().Set<JobRun>().Where(r => r.Job == job.Name && r.StartedAt < before && r.Succeeded == true).ExecuteDeleteAsync(cancel);

    private async Task<int> Note(ScheduledJob job, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = new JobRun { Job = job.Name, StartedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(run);
        await db.SaveChangesAsync(cancel);
        return run.Id;
    }

    private async Task<(bool Succeeded, string Message)> Try(ScheduledJob job, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return (true, await job.Work(scope.ServiceProvider, cancel));
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Job {Job} failed", job.Name);
            return (false, fault.GetBaseException().Message);
        }
    }
}

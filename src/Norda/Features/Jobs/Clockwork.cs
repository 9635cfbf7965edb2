using Norda.Data;
using Norda.Platform;
using Quartz;

namespace Norda.Features.Jobs;

/// <summary>Starts the scheduler once the database is there, and brings what it keeps in step with <see cref="Schedule"/>.</summary>
public sealed class Clockwork(ISchedulerFactory schedulers, DatabaseGate gate, ILogger<Clockwork> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private IScheduler? running;

    public static JobKey KeyOf(ScheduledJob job) => new(job.Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var scheduler = await schedulers.GetScheduler(stoppingToken);
                await Arrange(scheduler, stoppingToken);
                running = scheduler;
                await scheduler.Start(stoppingToken);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("The schedule waits: {Reason}", fault.GetBaseException().Message);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref running, null) is { } scheduler)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    private static async Task Arrange(IScheduler scheduler, CancellationToken cancel)
    {
        foreach (var job in Schedule.All)
        {
            var detail = JobBuilder.Create<ScheduledWork>().WithIdentity(KeyOf(job)).StoreDurably().Build();
            var trigger = TriggerBuilder.Create().WithIdentity(job.Name).ForJob(KeyOf(job))
                .WithCronSchedule(job.Cron, cron => cron.InTimeZone(Warsaw.Zone)).Build();
            await scheduler.ScheduleJob(detail, [trigger], new ScheduleJobOptions { Replace = true }, cancel);
        }
    }
}

/// <summary>The bridge from Quartz: finds the entry of the schedule by its name, and tries a failed one again, at most three times.</summary>
[DisallowConcurrentExecution]
public sealed class ScheduledWork(RunJob run, TimeProvider clock) : IJob
{
    private const string Attempt = "attempt";
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(60)];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (Schedule.Find(context.JobDetail.Key.Name) is not { } job || await run.Run(job, cancellationToken))
            return;
        var attempt = context.MergedJobDataMap.TryGetInt(Attempt, out var before) ? before : 0;
        if (attempt < Waits.Length)
            await context.Scheduler.ScheduleJob(TriggerBuilder.Create().ForJob(context.JobDetail.Key).UsingJobData(Attempt, attempt + 1)
                .StartAt(clock.GetUtcNow() + Waits[attempt]).Build(), cancellationToken: cancellationToken);
    }
}

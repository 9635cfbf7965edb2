using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;
using Quartz;

namespace Norda.Features.Jobs;

/// <summary>How the machine fares: jobs, mail, database.</summary>
[Access(Resource.Operation, Act.Change)]
public class StateModel(AppDb db, ISchedulerFactory schedulers, RetryMail retry, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public IReadOnlyList<JobState> Jobs { get; private set; } = [];
    public int Waiting { get; private set; }
    public int Failed { get; private set; }
    public int Sent { get; private set; }
    public string? LastError { get; private set; }
    public string Database { get; private set; } = "";
    public string Size { get; private set; } = "";
    public long AuditEntries { get; private set; }
    public string Version { get; } = typeof(StateModel).Assembly.GetName().Version?.ToString(3) ?? "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime - Week;
        var runs = await db.Set<JobRun>().AsNoTracking().GroupBy(r => r.Job).Select(g => new
        {
            g.Key, Last = g.OrderByDescending(r => r.StartedAt).First(), Failures = g.Count(r => r.Succeeded == false && r.StartedAt > since),
        }).ToDictionaryAsync(g => g.Key, cancel);
        Jobs = [.. Schedule.All.Select(job => runs.TryGetValue(job.Name, out var run) ? new JobState(job, run.Last, run.Failures, NextOf(job)) : new JobState(job, null, 0, NextOf(job)))];

        var letters = db.Set<OutboxMail>();
        Waiting = await letters.CountAsync(m => m.SentAt == null && m.FailedAt == null, cancel);
        Failed = await letters.CountAsync(m => m.FailedAt != null && m.SentAt == null, cancel);
        Sent = await letters.CountAsync(m => m.SentAt > since, cancel);
        LastError = await letters.Where(m => m.SentAt == null && m.LastError != null).OrderByDescending(m => m.Id).Select(m => m.LastError).FirstOrDefaultAsync(cancel);
        AuditEntries = await db.Set<AuditHead>().Select(h => h.Entries).SingleAsync(cancel);
        (Database, var bytes) = await db.Describe(cancel);
        Size = $"{bytes / 1024.0 / 1024.0:N1} MB";
    }

    public async Task<IActionResult> OnPostAsync(string? praca, CancellationToken cancel)
    {
        if (Schedule.Find(praca ?? "") is not { } job)
            return NotFound();
        var scheduler = await schedulers.GetScheduler(cancel);
        if (await scheduler.GetJobDetail(Clockwork.KeyOf(job), cancel) is not null)
        {
            await scheduler.TriggerJob(Clockwork.KeyOf(job), cancellationToken: cancel);
            this.Say(texts["Uruchomiono. Odśwież stronę za chwilę, żeby zobaczyć wynik."]);
        }
        else
        {
            this.Say(texts["Zegar prac jeszcze nie ruszył. Spróbuj ponownie za chwilę."]);
        }


        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPocztaAsync(CancellationToken cancel)
    {
        var letters = await retry.Run(cancel);
        this.Say(texts["Do wysłania: {0}.", Plural.Of(letters, texts["list|listy|listów"])]);
        return RedirectToPage();
    }

    private DateTimeOffset? NextOf(ScheduledJob job) => new CronExpression(job.Cron, Warsaw.Zone).GetNextValidTimeAfter(clock.GetUtcNow());
}

/// <summary>A job and its last run.</summary>
public sealed record JobState(ScheduledJob Job, JobRun? Last, int Failures, DateTimeOffset? Next)
{
    public string Duration => Last?.EndedAt is { } end ? string.Create(CultureInfo.CurrentCulture, $"{(end - Last.StartedAt).TotalSeconds:N1} s") : "–";
}

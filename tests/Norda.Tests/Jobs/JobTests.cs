using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Directory;
using Norda.Features.Files;
using Norda.Features.Jobs;
using Norda.Features.Mail;
using Norda.Platform.Access;
using Quartz;

namespace Norda.Tests.Jobs;

public sealed class JobTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_run_is_noted_with_what_came_of_it()
    {
        Assert.True(await app.Run<RunJob, bool>(run => run.Run(new ScheduledJob("probe", "Próba", "0 0 0 1 1 ?", (_, _) => Task.FromResult("Zrobione.")), CancellationToken.None)));

        var noted = await app.Db(db => db.Set<JobRun>().AsNoTracking().SingleAsync(r => r.Job == "probe"));
        Assert.Equal((true, "Zrobione."), (noted.Succeeded!.Value, noted.Message));
        Assert.NotNull(noted.EndedAt);
    }

    [Fact]
    public async Task A_job_that_fails_is_noted_with_its_reason_and_harms_nobody()
    {
        Assert.False(await app.Run<RunJob, bool>(run => run.Run(new ScheduledJob("broken", "Zepsute", "0 0 0 1 1 ?", (_, _) => throw new InvalidOperationException("Zabrakło prądu.")), CancellationToken.None)));

        var noted = await app.Db(db => db.Set<JobRun>().AsNoTracking().SingleAsync(r => r.Job == "broken"));
        Assert.Equal((false, "Zabrakło prądu."), (noted.Succeeded!.Value, noted.Message));
    }

    [Fact]
    public async Task Every_job_of_the_schedule_runs()
    {
        await app.Firm("Firma Nocna", services: ["Nocne usługi"]);
        foreach (var job in Schedule.All)
            Assert.True(await app.Run<RunJob, bool>(run => run.Run(job, CancellationToken.None)), (await app.Db(db => db.Set<JobRun>().Where(r => r.Job == job.Name).OrderByDescending(r => r.Id).Select(r => r.Message).FirstAsync()))!);
        Assert.Contains("Firma Nocna", await app.Found("nocne usługi"));
    }

    [Fact]
    public async Task The_page_shows_the_last_run_and_starts_one()
    {
        await app.Run<RunJob, bool>(run => run.Run(Schedule.Find("retention")!, CancellationToken.None));
        var page = await (await (await app.As(await app.Person("Celina", staff: Role.Office))).GetAsync("/biuro/stan")).Page();

        var row = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("button")!.GetAttribute("value") == "retention");
        Assert.Contains("udała się", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2:10", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_instances_with_one_database_run_a_firing_once()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "PostgreSQL only: SQLite has one instance");
        await using var first = await WithClockwork();
        await using var second = await WithClockwork();
        var schedulers = await Task.WhenAll(Started(first.Services), Started(second.Services));
        var before = await Runs();

        await schedulers[0].TriggerJob(Clockwork.KeyOf(Schedule.Find("retention")!));
        for (var wait = 0; wait < 100 && await Runs() == before; wait++)
            await Task.Delay(200);
        await Task.Delay(2000);

        Assert.Equal(before + 1, await Runs());
    }

    [Fact]
    public async Task The_clockwork_keeps_the_schedule_and_runs_what_is_triggered()
    {
        await using var running = await WithClockwork();
        var scheduler = await Started(running.Services);
        var before = await Runs();

        await scheduler.TriggerJob(Clockwork.KeyOf(Schedule.Find("retention")!));
        for (var wait = 0; wait < 150 && await Runs() == before; wait++)
            await Task.Delay(100);

        Assert.True(await Runs() > before);
        Assert.NotNull(await scheduler.GetTrigger(new TriggerKey("links")));
    }

    [Fact]
    public async Task What_has_served_its_purpose_is_deleted_and_the_rest_stays()
    {
        var firm = await app.Firm("Archiwum");
        var (young, old) = (await app.Person("Nowy", verified: false), await app.Person("Dawny", verified: false));
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.Db(async db =>
        {
            await db.Users.Where(u => u.Id == old.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.CreatedAt, now.AddDays(-8)));
            db.Add(new ProfileDraft { CompanyId = firm.Id, UserId = young.Id, Section = "opis", Data = "{}", SavedAt = now.AddDays(-91) });
            db.Add(new ProfileDraft { CompanyId = firm.Id, UserId = young.Id, Section = "dane", Data = "{}", SavedAt = now.AddDays(-89) });
            foreach (var (id, age) in new[] { ("a", 31), ("b", 31), ("c", 29) })
                db.Add(new StoredFile { Id = new string(id[0], 32), ContentType = "image/webp", Content = [1], CreatedAt = now.AddDays(-age) });
            db.Add(new CompanyPhoto { CompanyId = firm.Id, FileId = new string('b', 32), Alt = "Widać", Width = 1, Height = 1 });
            db.Add(new OutboxMail { UniqueKey = "old", Recipient = "jan@osoby.example", Subject = "Dawno", Text = "Treść", Html = "<p>Treść</p>", CreatedAt = now.AddDays(-100), NextAttemptAt = now, SentAt = now.AddDays(-91) });
            await db.SaveChangesAsync();
        });

        await app.Run<RunJob, bool>(run => run.Run(Schedule.Find("retention")!, CancellationToken.None));

        Assert.Equal([young.Id], await app.Db(db => db.Users.Where(u => u.Id == young.Id || u.Id == old.Id).Select(u => u.Id).ToListAsync()));
        Assert.Equal(["dane"], await app.Db(db => db.Set<ProfileDraft>().Where(d => d.CompanyId == firm.Id).Select(d => d.Section).ToListAsync()));
        Assert.Equal(["b", "c"], await app.Db(db => db.Set<StoredFile>().Where(f => f.Content.Length == 1).OrderBy(f => f.Id).Select(f => f.Id.Substring(0, 1)).ToListAsync()));
        Assert.Equal(("old", "", ""), await app.Db(async db => (await db.Set<OutboxMail>().SingleAsync(m => m.UniqueKey == "old")) is var m ? (m.UniqueKey, m.Text, m.Recipient) : default));
    }

    [Fact]
    public async Task Nobody_but_the_office_is_told_that_letters_become_files()
    {
        var office = await app.As(await app.Person("Celina", staff: Role.Office));
        var member = await app.As(await app.Person("Marek", await app.Firm("Czytelnik")));

        Assert.Contains("Listy nie wychodzą", await (await office.GetAsync("/katalog")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Listy nie wychodzą", await (await member.GetAsync("/katalog")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Listy nie wychodzą", await app.Client().GetStringAsync("/katalog"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/biuro/stan")).StatusCode);
    }

    private Task<int> Runs() => app.Db(db => db.Set<JobRun>().CountAsync(r => r.Job == "retention" && r.Succeeded == true));

    private Task<Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program>> WithClockwork() =>
        app.Changed(host => host.ConfigureTestServices(services => services.AddHostedService<Clockwork>().AddSingleton(TimeProvider.System)));

    private static async Task<IScheduler> Started(IServiceProvider services)
    {
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        for (var wait = 0; wait < 600 && scheduler.Status != SchedulerStatus.Running; wait++) // triggers may be there already, from another instance
            await Task.Delay(100);
        return scheduler;
    }
}

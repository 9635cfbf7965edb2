using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Directory;
using Norda.Features.Fees.Statements;
using Norda.Features.Jobs;
using Norda.Features.Mail;
using Norda.Features.Papers.Mailing;
using Norda.Features.Papers.Reminders;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;
using Norda.Tests.Fees;

namespace Norda.Tests.Papers;

/// <summary>The plan of reminders: on working days, once, and only to those who have not paid. Each test has a chamber of its own, for each moves the clock.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private readonly PaperApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_step_writes_once_on_its_day_and_stops_when_the_firm_has_paid()
    {
        var firm = await app.LateFirm("Spóźniona", 11); // due on Monday, 30 November
        await Plan((-7, PostKind.Reminder), (3, PostKind.Reminder), (14, PostKind.Demand));

        Assert.Equal((0, 1, 0), (await Morning(20), await Morning(23), await Morning(24)));
        Assert.Equal(1, await Morning(33)); // Thursday, 3 December
        await app.Services.Pay(firm, 150);
        Assert.Equal(0, await Morning(44));

        Assert.Equal([PostKind.Reminder, PostKind.Reminder], (await Letters(firm)).Select(l => l.Kind));
        var mail = await app.Db(db => db.Set<OutboxMail>().AsNoTracking().Where(m => m.RecipientName == firm.Name).OrderBy(m => m.Id).ToListAsync());
        Assert.Equal(["Składka do 30 listopada", "Składka po terminie"], mail.Select(m => m.Subject));
        Assert.Contains("61 1090 1014 0000 0712 1981 2874", mail[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demand_of_the_plan_is_a_paper_with_a_number()
    {
        var firm = await app.LateFirm("Wezwana", 11);
        await Plan((14, PostKind.Demand));

        Assert.Equal((1, 0, 0), (await Morning(44), await Morning(45), await Morning(46)));

        Assert.Single(await app.PapersOf(firm));
        Assert.NotNull((await app.Db(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.RecipientName == firm.Name))).File);
    }

    [Fact]
    public async Task Free_days_are_respected()
    {
        await app.LateFirm("Świąteczna", 11);
        await Plan((-2, PostKind.Reminder), (25, PostKind.Reminder)); // Saturday the 28th; Christmas Day

        Assert.Equal((1, 0, 0), (await Morning(27), await Morning(28), await Morning(29)));
        Assert.Equal((0, 1), (await Morning(55), await Morning(58))); // 25 December is a Friday, 28 a Monday
    }

    [Fact]
    public async Task A_day_without_the_job_is_caught_up_and_what_is_older_is_let_be()
    {
        var firm = await app.LateFirm("Nadrobiona", 10, 11);
        await Plan((-7, PostKind.Reminder));

        Assert.Equal(1, await Morning(25));
        Assert.Equal(new DateOnly(2026, 11, 30), DateOnly.Parse(Assert.Single(await Letters(firm)).Occasion.Split(':')[2], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Two_instances_on_one_morning_write_one_letter()
    {
        for (var i = 0; i < 4; i++)
            await app.LateFirm($"Podwójna {i}", 11);
        await Plan((-7, PostKind.Reminder));
        At(23);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => app.Run<SendReminders, string>(v => v.Run(default)))));

        Assert.Equal(4, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.UniqueKey.StartsWith("paper:"))));
    }

    [Fact]
    public async Task Whoever_knows_a_reason_stops_the_reminders()
    {
        await app.LateFirm("Wstrzymana", 11);
        await Plan((-7, PostKind.Reminder));
        At(23);
        await using var other = await app.Changed(host => host.ConfigureServices(services => services.AddSingleton(new ReminderStop((_, _) => Task.FromResult<string?>("Ostatni wyciąg jest z zeszłego miesiąca.")))));

        Assert.Contains("Ostatni wyciąg", await other.Services.Use<SendReminders, string>(v => v.Run(default)), StringComparison.Ordinal);
        Assert.Equal(0, await app.Db(db => db.Set<PaperLetter>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_is_reminded_while_the_last_bank_statement_is_old()
    {
        await app.LateFirm("Może zapłaciła", 11);
        await Plan((-7, PostKind.Reminder));
        At(23);
        var day = app.Clock.Today();
        await app.Db(async db =>
        {
            db.Add(new BankStatement { FileName = "wyciag.sta", FileHash = new string('a', 64), ThroughDay = day.AddDays(-40), FinishedAt = app.Clock.GetUtcNow().UtcDateTime, StartedAt = app.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        });

        Assert.Contains("Ostatni wyciąg kończy się", await app.Run<SendReminders, string>(v => v.Run(default)), StringComparison.Ordinal);
        Assert.Equal(0, await app.Db(db => db.Set<PaperLetter>().CountAsync()));
    }

    [Fact]
    public async Task The_page_shows_the_plan_the_day_and_the_log()
    {
        var firm = await app.LateFirm("Podgląd", 11);
        At(23);
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var bad = await celina.Fill("/biuro/skladki/przypomnienia", "Dodaj do planu", new() { ["dni"] = "999", ["po"] = "true" });
        var wrong = await celina.Fill("/biuro/skladki/przypomnienia", "Dodaj do planu", new() { ["dni"] = "5", ["po"] = "false", ["rodzaj"] = nameof(PostKind.Demand) });
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [bad.StatusCode, wrong.StatusCode]);
        await celina.Fill("/biuro/skladki/przypomnienia", "Dodaj do planu", new() { ["dni"] = "7", ["po"] = "false", ["rodzaj"] = nameof(PostKind.Reminder) });

        var before = await (await celina.GetAsync("/biuro/skladki/przypomnienia")).Page();
        Assert.Contains("7 dni przed terminem", before.QuerySelector("[aria-labelledby=h-plan] tbody")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(firm.Name, before.QuerySelector("[aria-labelledby=h-dzis] tbody")!.TextContent, StringComparison.Ordinal);
        await app.Run<RunJob, bool>(v => v.Run(Schedule.Find("fee-reminders")!, default));
        var after = await (await celina.GetAsync("/biuro/skladki/przypomnienia")).Page();
        Assert.Null(after.QuerySelector("[aria-labelledby=h-dzis] tbody"));
        Assert.Contains(firm.Name, after.QuerySelector("[aria-labelledby=h-dziennik] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(await CommandCounter.Count(() => celina.GetAsync("/biuro/skladki/przypomnienia")), 1, 8);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Person("Ewa", staff: Role.Moderator))).GetAsync("/biuro/skladki/przypomnienia")).StatusCode);
    }

    private Task Plan(params (int Days, PostKind Kind)[] steps) => app.Db(async db =>
    {
        db.AddRange(steps.Select(s => new ReminderStep { Days = s.Days, Kind = s.Kind, CreatedAt = app.Clock.GetUtcNow().UtcDateTime }));
        await db.SaveChangesAsync();
    });

    /// <summary>The job of a morning; days go on counting after the end of November.</summary>
    /// <returns>How many letters went into the log.</returns>
    private async Task<int> Morning(int day)
    {
        At(day);
        var before = await app.Db(db => db.Set<PaperLetter>().CountAsync());
        await app.Run<SendReminders, string>(v => v.Run(default));
        return await app.Db(db => db.Set<PaperLetter>().CountAsync()) - before;
    }

    private void At(int day)
    {
        var morning = new DateTimeOffset(2026, 11, 1, 6, 50, 0, TimeSpan.Zero).AddDays(day - 1);
        if (morning > app.Clock.GetUtcNow())
            app.Clock.SetUtcNow(morning);
    }

    private Task<List<PaperLetter>> Letters(Company firm) => app.Db(db => db.Set<PaperLetter>().AsNoTracking().Where(l => l.CompanyId == firm.Id).OrderBy(l => l.Id).ToListAsync());
}

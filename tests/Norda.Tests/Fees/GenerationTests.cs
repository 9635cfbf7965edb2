using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Generation;
using Norda.Features.Fees.Rates;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Fees;

/// <summary>Each year is a test's own, so that the tests do not charge each other's.</summary>
public sealed class GenerationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_run_charges_what_the_preview_showed_and_a_second_one_finds_nothing()
    {
        var firm = await app.Member("Naliczana", new(2031, 3, 10));
        await Rate(firm, 2030, 100);
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        const string address = "/biuro/skladki/naliczanie?rok=2031";

        var preview = await (await celina.GetAsync(address)).Page();
        Assert.Contains("1 000,00 zł", preview.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(firm.Name, StringComparison.Ordinal)).TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var started = await celina.Send(preview, address, "Nalicz składki", []);
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var run = await Finished(started.Headers.Location!.ToString().Split('/')[^1]);

        Assert.Equal((run.Firms, null), (run.FirmsDone, run.Fault));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10, 11, 12], (await Fees(firm, 2031)).Select(f => f.FeeMonth));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await celina.Send(preview, address, "Nalicz składki", [])).StatusCode); // the preview is an old one by now
        Assert.Contains("wszystkie składki są już naliczone", (await (await celina.GetAsync(address)).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await celina.GetAsync(started.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task Two_instances_at_once_make_each_fee_once()
    {
        var firms = new List<Company>();
        for (var i = 0; i < 6; i++)
            firms.Add(await app.Member("Dwie", new(2020, 1, 1)));
        foreach (var firm in firms)
            await Rate(firm, 2030, 50);
        await using var other = await app.Changed(_ => { });

        await Task.WhenAll(firms.SelectMany(firm => new[] { app.Services, other.Services }.Select(instance =>
            instance.Use<ChargeFirm, (int, int, decimal)>(verb => verb.Run(firm.Id, new FeeSpan(2032, 1, 12), false, CancellationToken.None)))));

        foreach (var firm in firms)
            Assert.Equal(Enumerable.Range(1, 12), (await Fees(firm, 2032)).Select(f => f.FeeMonth));
    }

    [Fact]
    public async Task A_month_now_and_the_rest_later_is_the_year()
    {
        var firm = await app.Member("Po kawałku", new(2020, 1, 1));
        await Rate(firm, 2030, 80, "1-6@31.05 7-12@31.12");

        foreach (var month in Enumerable.Range(1, 12))
            await Charge(firm, new FeeSpan(2033, month, month));

        Assert.Equal([(1, 6, 480m), (7, 12, 480m)], (await Fees(firm, 2033)).Select(f => (f.FeeMonth, f.ThroughMonth, f.Amount)));
    }

    [Fact]
    public async Task A_changed_rate_rewrites_nothing_until_somebody_agrees()
    {
        var firm = await app.Member("Zmiana", new(2020, 1, 1));
        await Rate(firm, 2030, 100);
        await Charge(firm, new FeeSpan(2034, 1, 12));
        await app.Services.Pay(firm, 100);
        await Rate(firm, 2034, 120, from: new(2034, 7, 1));

        await Charge(firm, new FeeSpan(2034, 1, 12));
        Assert.All(await Fees(firm, 2034), f => Assert.Equal(100, f.Amount));

        var plan = await app.Services.Use<PlanFees, FeePlan>(p => p.Run(new FeeSpan(2034, 1, 12), CancellationToken.None));
        Assert.Equal([7, 8, 9, 10, 11, 12], plan.Differences.Where(d => d.Fee.CompanyId == firm.Id).Select(d => d.Expected.FirstMonth));
        await app.Services.Use<ChargeFirm, (int, int, decimal)>(v => v.Run(firm.Id, plan.Span, true, CancellationToken.None));

        Assert.Equal([100, 100, 100, 100, 100, 100, 120, 120, 120, 120, 120, 120], (await Fees(firm, 2034)).Select(f => (int)f.Amount));
        Assert.Equal(100, (await Fees(firm, 2034))[0].AmountPaid);
    }

    [Fact]
    public async Task Credit_pays_new_fees_at_once()
    {
        var firm = await app.Member("Nadpłata", new(2020, 1, 1));
        await Rate(firm, 2030, 100);
        await app.Services.Pay(firm, 250);

        await Charge(firm, new FeeSpan(2035, 1, 12));

        Assert.Equal([100, 100, 50, 0], (await Fees(firm, 2035)).Take(4).Select(f => (int)f.AmountPaid));
    }

    [Fact]
    public async Task A_run_that_an_instance_left_behind_is_finished_by_another()
    {
        var firm = await app.Member("Porzucona", new(2020, 1, 1));
        await Rate(firm, 2030, 10);
        var run = new FeeRun { FeeYear = 2036, FromMonth = 1, ToMonth = 12, Fingerprint = "porzucony", StartedAt = app.Clock.GetUtcNow().UtcDateTime, WorkedAt = app.Clock.GetUtcNow().UtcDateTime.AddMinutes(-10), Firms = 100, FirmsDone = 3 };
        await app.Db(async db =>
        {
            db.Add(run);
            await db.SaveChangesAsync();
        });

        await app.Services.Use<WorkFeeRuns, int>(w => w.Run(CancellationToken.None));

        Assert.Equal(12, (await Fees(firm, 2036)).Count);
        Assert.NotNull((await Finished($"{run.Id}")).FinishedAt);
    }

    [Theory]
    [InlineData("2026-10-31T22:59:00Z", "Pending")] // winter time since the 25th: an hour later than in summer
    [InlineData("2026-10-31T23:01:00Z", "Overdue")]
    [InlineData("2026-07-31T21:59:00Z", "Pending")]
    [InlineData("2026-07-31T22:01:00Z", "Overdue")]
    [InlineData("2026-12-31T23:01:00Z", "Overdue")]
    public async Task A_late_day_turns_overdue_at_midnight_in_Warsaw(string moment, string status)
    {
        await using var own = new TestApp();
        await own.InitializeAsync();
        var day = DateOnly.FromDateTime(DateTime.Parse(moment, null, System.Globalization.DateTimeStyles.AdjustToUniversal).AddHours(-3));
        var firm = await own.Firm("Północ");
        await own.Db(async db =>
        {
            db.Add(new Fee { CompanyId = firm.Id, FeeYear = day.Year, FeeMonth = day.Month, ThroughMonth = day.Month, Amount = 100, DueDate = day });
            await db.SaveChangesAsync();
        });
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.Parse(moment, null));
        await using var then = await own.Changed(host => host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));

        await then.Services.Use<NoteOverdue, string>(job => job.Run(CancellationToken.None));

        Assert.Equal(status, (await own.Db(db => db.Set<Fee>().SingleAsync())).Status.ToString());
    }

    [Fact]
    public async Task Rates_do_not_overlap_and_name_their_resolution()
    {
        var firm = await app.Member("Stawki", new(2020, 1, 1));
        await Rate(firm, 2040, 100);

        Assert.Equal("ValidFrom", (await Save(firm, new(2040, 1, 1), 110)).Field);
        Assert.Equal("ValidFrom", (await Save(firm, new(2039, 5, 1), 110)).Field);
        Assert.Equal("ResolutionNumber", (await Save(firm, new(2041, 1, 1), 110, resolution: "")).Field);
        Assert.Equal("Schedule", (await Save(firm, new(2041, 1, 1), 110, schedule: "1-5@31.05")).Field);
        Assert.Null((await Save(firm, new(2041, 1, 1), 110)).Refusal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Save(firm, new(2042, 1, 1), 120)));

        Assert.Single(answers, a => !a.Refused);
        Assert.Equal([new DateOnly(2040, 12, 31), new(2041, 12, 31), null], await app.Db(db => db.Set<FeeRate>().Where(r => r.CompanyId == firm.Id).OrderBy(r => r.ValidFrom).Select(r => r.ValidUntil).ToListAsync()));
    }

    [Fact]
    public async Task The_treasurer_enters_a_rate_in_the_form()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var firm = await app.Member("Formularz", new(2020, 1, 1));

        var answer = await celina.Fill("/biuro/skladki/stawki/nowa", "Zapisz stawkę", new()
        {
            ["Form.Target"] = "company", ["Form.Firm"] = firm.Name, ["Form.Amount"] = "1 300,00", ["Form.IsYearly"] = "true", ["Form.Schedule"] = "rok", ["Form.ValidFrom"] = "01.01.2050",
            ["Form.ResolutionNumber"] = "9/2026", ["Form.ResolutionBody"] = "Walne Zgromadzenie", ["Form.ResolutionDate"] = "12.06.2026",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var rate = await app.Db(db => db.Set<FeeRate>().Include(r => r.Resolution).SingleAsync(r => r.CompanyId == firm.Id));
        Assert.Equal((1300m, 108.33m, "1-12@31.03", "9/2026"), (rate.YearlyAmount, rate.MonthlyAmount, rate.Schedule, rate.Resolution!.Number));
        Assert.Contains(firm.Name, (await (await celina.GetAsync("/biuro/skladki/stawki")).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task Rate(Company firm, int year, decimal monthly, string? schedule = null, DateOnly? from = null) =>
        Assert.Null((await Save(firm, from ?? new DateOnly(year, 1, 1), monthly, schedule)).Refusal);

    private Task<Outcome> Save(Company firm, DateOnly from, decimal monthly, string? schedule = null, string resolution = "1/2026") => app.Services.Use<SaveRate, Outcome>(verb =>
        verb.Run(new RateOrder(FeeScope.Company, firm.Id, from, null, new ResolutionName(resolution, new(2026, 1, 5), "Zarząd", null)) { Monthly = monthly, Schedule = schedule }, CancellationToken.None));

    private Task<(int, int, decimal)> Charge(Company firm, FeeSpan span) => app.Services.Use<ChargeFirm, (int, int, decimal)>(v => v.Run(firm.Id, span, false, CancellationToken.None));

    private Task<List<Fee>> Fees(Company firm, int year) => app.Db(db => db.Set<Fee>().AsNoTracking().Where(f => f.CompanyId == firm.Id && f.FeeYear == year).OrderBy(f => f.FeeMonth).ToListAsync());

    private async Task<FeeRun> Finished(string id)
    {
        var number = int.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
        for (var wait = 0; ; wait++)
        {
            var run = await app.Db(db => db.Set<FeeRun>().AsNoTracking().SingleAsync(r => r.Id == number));
            if (run.FinishedAt is not null || wait > 300)
                return run;
            await Task.Delay(100);
        }
    }
}

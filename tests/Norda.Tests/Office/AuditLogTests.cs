using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;
using Norda.Features.Fees;
using Norda.Features.News;
using Norda.Features.Office.AuditLog;
using Norda.Platform.Access;
using Norda.Tests.Fees;

namespace Norda.Tests.Office;

public sealed class AuditLogTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_change_is_told_in_words_with_who_and_from_where()
    {
        var firm = await app.Firm("Zmieniana");
        var celina = await app.Person("Celina Biurowa", staff: Role.Office);
        var office = await app.As(celina);
        await office.Press($"/biuro/firmy/{firm.Id}", "Ukryj w katalogu");

        var page = await (await office.GetAsync($"/biuro/dziennik?firma={firm.Id}&kto={celina.Id}&tabela=companies")).Page();

        var entry = Assert.Single(page.QuerySelectorAll("main li.panel"));
        Assert.Equal(("W katalogu", "Ukryta"), (entry.QuerySelector("del")!.TextContent, entry.QuerySelector("ins")!.TextContent));
        Assert.Contains("Stan", entry.QuerySelector("dt")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Celina Biurowa", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zmieniana", entry.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_the_log_holds_has_a_Polish_name()
    {
        var audited = await app.Db(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.IsAudited() && e.GetTableName() is not null).ToList()));

        Assert.Empty(audited.Select(e => e.GetTableName()!).Except(LogNames.Tables.Keys));
        Assert.All(audited.SelectMany(AuditDraft.Columns).Select(p => p.GetColumnName()).Distinct(), column => Assert.NotEqual(column, LogNames.OfColumn(column)));
    }

    [Fact]
    public async Task Values_are_words_and_hours_of_Warsaw_and_what_serves_the_machine_is_left_out()
    {
        var celina = await app.Person("Celina Dziennikowa", staff: Role.Office);
        var firm = await app.Member("Płacąca", new(2020, 1, 1));
        await app.Db(async db =>
        {
            db.Add(new FeePayment { CompanyId = firm.Id, Amount = 10, PaidOn = new(2026, 11, 5), Method = PaymentMethod.Cash, Source = PaymentSource.Office, Title = "Składka", IdempotencyKey = "sekret", RecordedAt = new(2026, 11, 5, 22, 30, 0, DateTimeKind.Utc), RecordedBy = celina.Id });
            db.Add(new NewsPost { Title = "Przypięta", Slug = "przypieta", Content = "Treść", IsPinned = true, CreatedAt = new(2026, 11, 5, 8, 0, 0, DateTimeKind.Utc) });
            await db.SaveChangesAsync();
        });
        var office = await app.As(celina);
        async Task<Dictionary<string, string>> Last(string table) => (await (await office.GetAsync($"/biuro/dziennik?tabela={table}")).Page()).QuerySelector("main li.panel")!
            .QuerySelectorAll("dl > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!.TextContent.Trim());

        var (payment, news) = (await Last("fee_payments"), await Last("news_posts"));

        Assert.Equal(("10,00 zł", "05.11.2026", "Gotówka", "05.11.2026 23:30", "Celina Dziennikowa"), (payment["Kwota"], payment["Data wpłaty"], payment["Sposób"], payment["Zapisano"], payment["Kto zapisał"]));
        Assert.DoesNotContain("sekret", payment.Values);
        Assert.Equal("Tak", news["Przypięte"]);
    }

    [Fact]
    public async Task A_change_of_a_profile_is_taken_back_from_the_log_but_not_by_the_auditor()
    {
        var firm = await app.Firm("Cofana");
        var office = await app.As(await app.Person("Celina", staff: Role.Office));
        await office.Press($"/biuro/firmy/{firm.Id}", "Ukryj w katalogu");
        var auditor = await app.As(await app.Person("Alicja", staff: Role.Auditor));

        var read = await auditor.GetAsync($"/biuro/dziennik?firma={firm.Id}");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.DoesNotContain("Cofnij tę zmianę", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var log = await (await office.GetAsync($"/biuro/dziennik?firma={firm.Id}")).Page();
        var button = log.QuerySelectorAll("main li.panel button")[0].TextContent.Trim();
        await office.Press($"/biuro/dziennik?firma={firm.Id}", button);

        Assert.Equal(Norda.Features.Directory.CompanyStatus.Active, await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task Days_are_those_of_Warsaw()
    {
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 29, 23, 30, 0, TimeSpan.Zero)); // half past midnight of the 30th
        var office = await app.As(await app.Person("Celina", staff: Role.Office));
        var firm = await app.Firm("Nocna");

        Assert.Empty((await (await office.GetAsync($"/biuro/dziennik?firma={firm.Id}&od=2026-11-29&do=2026-11-29")).Page()).QuerySelectorAll("main li.panel"));
        Assert.NotEmpty((await (await office.GetAsync($"/biuro/dziennik?firma={firm.Id}&od=2026-11-30&do=2026-11-30")).Page()).QuerySelectorAll("main li.panel"));
    }

    [Fact]
    public async Task Older_entries_are_a_link_away_and_the_cost_stays()
    {
        var office = await app.As(await app.Person("Celina", staff: Role.Office));
        for (var i = 0; i < 60; i++)
            await app.Firm($"Kolejna {i}");

        var commands = await CommandCounter.Count(async () => await office.GetAsync("/biuro/dziennik"));
        var page = await (await office.GetAsync("/biuro/dziennik?tabela=companies")).Page();
        var older = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var next = await (await office.GetAsync(older)).Page();

        Assert.InRange(commands, 1, 8);
        Assert.Equal(50, page.QuerySelectorAll("main li.panel").Length);
        Assert.Empty(page.QuerySelectorAll("main li.panel").Select(l => l.Id).Intersect(next.QuerySelectorAll("main li.panel").Select(l => l.Id)));
    }

    [Fact]
    public async Task The_chain_is_checked_when_somebody_asks()
    {
        await app.Firm("Sprawdzana");
        var auditor = await app.As(await app.Person("Alicja", staff: Role.Auditor));

        var page = await (await auditor.GetAsync("/biuro/dziennik?sprawdz=1")).Page();

        Assert.Contains("Dziennik jest cały", page.QuerySelector(".note-ok")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_has_every_entry_and_the_office_does_not_take_it_away()
    {
        var firm = await app.Firm("=WYWÓZ()");
        var auditor = await app.As(await app.Person("Alicja", staff: Role.Auditor));

        var lines = (await (await auditor.GetAsync($"/biuro/dziennik.csv?firma={firm.Id}")).Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(await app.Db(db => db.Set<AuditEntry>().CountAsync(e => e.CompanyId == firm.Id)) + 1, lines.Length);
        Assert.Contains("\"'=WYWÓZ()\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Person("Celina", staff: Role.Office))).GetAsync("/biuro/dziennik.csv")).StatusCode);
    }
}

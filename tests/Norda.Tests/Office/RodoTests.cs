using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Jobs;
using Norda.Features.Office.Rodo;
using Norda.Tests.Privacy;

namespace Norda.Tests.Office;

/// <summary>What the chamber shows an inspector.</summary>
public sealed class RodoTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_page_shows_the_register_processors_and_when_old_data_were_last_deleted()
    {
        var olga = await app.As(await app.Officer());
        await app.Run<RunJob, bool>(run => run.Run(Schedule.Find("retention")!, CancellationToken.None));

        var page = await (await olga.GetAsync("/biuro/rodo")).Page();

        Assert.True(page.QuerySelectorAll("#h-rejestr ~ .table-wrap tbody tr").Length >= 7);
        Assert.Contains("Dostawca poczty", page.QuerySelector("[aria-labelledby=h-powierzenie]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ostatnio: 22 listopada 2026", page.QuerySelector("[aria-labelledby=h-terminy]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breach_is_written_down_with_its_72_hours_and_then_as_reported()
    {
        var olga = await app.As(await app.Officer());

        await olga.Fill("/biuro/rodo", "Zapisz", new() { ["Form.Noticed"] = "2026-11-22T10:00", ["Form.Description"] = "Zgubiony laptop.", ["Form.Affected"] = "Lista 40 osób.", ["Form.Measures"] = "Dysk był zaszyfrowany." });
        Assert.Contains("do 25 lis, 10:00", (await (await olga.GetAsync("/biuro/rodo")).Page()).QuerySelector("#naruszenia")!.TextContent, StringComparison.Ordinal);
        await olga.Press("/biuro/rodo", "Zgłoszone");

        var breach = await app.Db(db => db.Set<DataBreach>().AsNoTracking().SingleAsync(b => b.Description == "Zgubiony laptop."));
        Assert.Equal(new DateTime(2026, 11, 22, 9, 0, 0), breach.NoticedAt);
        Assert.NotNull(breach.ReportedAt);
    }

    [Fact]
    public async Task A_breach_of_tomorrow_is_refused_with_what_was_typed_kept()
    {
        var olga = await app.As(await app.Officer());

        var answer = await olga.Fill("/biuro/rodo", "Zapisz", new() { ["Form.Noticed"] = "2026-11-24T10:00", ["Form.Description"] = "Jutro.", ["Form.Affected"] = "Nikt.", ["Form.Measures"] = "Nic." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Jutro.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

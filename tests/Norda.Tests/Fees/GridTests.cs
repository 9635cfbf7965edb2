using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Fees;
using Norda.Platform.Access;

namespace Norda.Tests.Fees;

/// <summary>The grid of the office, the room of the firm, and the API.</summary>
public sealed class GridTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly LongAgo = new(2020, 3, 2);

    [Fact]
    public async Task The_grid_shows_months_beside_firms_and_what_is_late()
    {
        var firm = await app.Member("Baltic Soft", LongAgo);
        await app.Owes(firm, 200, 8, 9, 10, 11);
        await app.Services.Pay(firm, 320);
        var page = await Grid("?q=Baltic Soft");

        var row = Assert.Single(page.QuerySelectorAll(".fees tbody tr"));
        Assert.Equal(["–", "–", "–", "–", "–", "–", "–", "", "80", "200", "200", "–"], row.QuerySelectorAll("td:not(.bal)").Select(c => c.QuerySelector("[aria-hidden=true]:not(svg)")?.TextContent.Trim() ?? ""));
        Assert.Equal(["fee fee-paid", "fee fee-part", "fee fee-over", "fee fee-due"], row.QuerySelectorAll(".fee").Skip(7).Take(4).Select(c => c.ClassName));
        Assert.Contains("październik 2026: zaległa, 200 zł, termin 31 października", row.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("280 zł", row.QuerySelector(".bal")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll(".fees-cards .strip li").Length);
    }

    [Fact]
    public async Task Tabs_lead_to_the_firms_that_they_count()
    {
        await app.Owes(await app.Member("Filtr Zaległa", LongAgo), 100, 9);
        var part = await app.Member("Filtr Częściowa", LongAgo);
        await app.Owes(part, 100, 12);
        await app.Services.Pay(part, 30);
        await app.Owes(await app.Member("Filtr Listopad", LongAgo), 100, 11);
        string[] Names(AngleSharp.Dom.IDocument page) => [.. page.QuerySelectorAll(".fees tbody .who a").Select(a => a.TextContent.Trim()[..15].Trim())];

        Assert.Contains("Filtr Zaległa", Names(await Grid("?f=zalegle&q=Filtr")).Select(n => n[..13]));
        Assert.Single(Names(await Grid("?f=czesciowe&q=Filtr")));
        Assert.Single(Names(await Grid("?f=miesiac&q=Filtr")));
        Assert.Equal(3, Names(await Grid("?q=Filtr")).Length);
        Assert.Empty(Names(await Grid("?q=Filtr&rok=2019")));
    }

    [Fact]
    public async Task A_quarter_is_one_cell_over_three_months()
    {
        var firm = await app.Member("Kwartalna", LongAgo);
        await app.Db(async db =>
        {
            db.Add(new Fee { CompanyId = firm.Id, FeeYear = 2026, FeeMonth = 4, ThroughMonth = 6, Amount = 450, DueDate = new(2026, 6, 30), Status = FeeStatus.Overdue });
            await db.SaveChangesAsync();
        });

        var cells = (await Grid("?q=Kwartalna")).QuerySelectorAll(".fees tbody td:not(.bal)");

        Assert.Equal(10, cells.Length);
        Assert.Equal(("3", "450"), (cells[3].GetAttribute("colspan"), cells[3].QuerySelector("[aria-hidden]")!.TextContent));
    }

    [Fact]
    public async Task The_number_of_commands_does_not_grow_with_the_firms()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        await app.Owes(await app.Member("Stała", LongAgo), 100, 9, 10);
        await celina.GetAsync("/biuro/skladki");
        var few = await CommandCounter.Count(() => celina.GetAsync("/biuro/skladki?q=Stała"));
        for (var i = 0; i < 40; i++)
            await app.Owes(await app.Member("Stała", LongAgo), 100, 9, 10);
        var many = await CommandCounter.Count(() => celina.GetAsync("/biuro/skladki?q=Stała"));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, 8);
    }

    [Fact]
    public async Task The_auditor_reads_and_cannot_write()
    {
        var firm = await app.Member("Audytowana", LongAgo);
        await app.Owes(firm, 100, 9);
        var olga = await app.As(await app.Person("Olga", staff: Role.Auditor));

        var page = await (await olga.GetAsync($"/biuro/skladki?q=Audytowana&firma={firm.Slug}")).Page();
        Assert.Single(page.QuerySelectorAll(".fees tbody tr"));
        Assert.Null(page.QuerySelector("#wplata"));
        Assert.Empty(page.QuerySelectorAll("input[name=firma]"));
        Assert.Equal(HttpStatusCode.OK, (await olga.GetAsync($"/biuro/skladki/firma/{firm.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await olga.GetAsync("/biuro/skladki/wplata")).StatusCode);
    }

    [Fact]
    public async Task A_firm_sees_what_it_owes_and_nothing_of_others()
    {
        var firm = await app.Member("Anna i Spółka", LongAgo);
        var other = await app.Member("Obca Tajemnica", LongAgo);
        await app.Owes(firm, 150, 10, 11);
        await app.Owes(other, 999, 10);
        var anna = await app.As(await app.Person("Anna", firm, CompanyRole.Owner));

        var mine = (await (await anna.GetAsync("/moja-firma/skladki")).Page()).QuerySelector("main")!.TextContent.Replace('\u00A0', ' ');
        Assert.Contains("150,00 zł", mine, StringComparison.Ordinal);
        Assert.Contains("minął 31 października 2026", mine, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync($"/moja-firma/skladki?firma={other.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await anna.GetAsync("/biuro/skladki")).StatusCode);

        var list = await anna.GetFromJsonAsync<JsonElement>($"/api/v1/fees?company={other.Slug}");
        Assert.Equal(0, list.GetProperty("total").GetInt32());
        list = await anna.GetFromJsonAsync<JsonElement>("/api/v1/fees?year=2026");
        Assert.Equal([150m, 150m], list.GetProperty("items").EnumerateArray().Select(f => f.GetProperty("left").GetDecimal()));
    }

    [Fact]
    public async Task The_office_reads_all_fees_from_the_API_and_a_visitor_none()
    {
        await app.Owes(await app.Member("Z API", LongAgo), 150, 10);
        var olga = await app.As(await app.Person("Olga", staff: Role.Auditor));

        Assert.True((await olga.GetFromJsonAsync<JsonElement>("/api/v1/fees")).GetProperty("total").GetInt32() > 0);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client().GetAsync("/api/v1/fees")).StatusCode);
    }

    [Fact]
    public async Task The_grid_goes_into_a_spreadsheet_and_no_name_becomes_a_formula()
    {
        var firm = await app.Firm("=HYPERLINK(\"http://zle.example\")");
        await app.Owes(firm, 1250.50m, 10);
        var olga = await app.As(await app.Person("Olga", staff: Role.Auditor));

        var csv = await olga.GetStringAsync("/biuro/skladki/eksport.csv?q=HYPERLINK");
        Assert.Contains("\"'=HYPERLINK(\"\"http://zle.example\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("1250,50;1250,50;-1250,50", csv, StringComparison.Ordinal);
        using var workbook = new System.IO.Compression.ZipArchive(await olga.GetStreamAsync("/biuro/skladki/eksport.xlsx?q=HYPERLINK"));
        using var sheet = new StreamReader(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.Contains("<v>1250.50</v>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    private async Task<AngleSharp.Dom.IDocument> Grid(string query)
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var answer = await celina.GetAsync("/biuro/skladki" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Page();
    }
}

using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Fees;
using Norda.Features.Shared;
using Norda.Platform.Access;
using Norda.Tests.Fees;

namespace Norda.Tests.Papers;

/// <summary>The chamber's year, and files for the accountant. The chamber of these tests is otherwise empty.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_report_counts_who_came_and_went_and_what_was_paid()
    {
        var stayed = await app.Member("Stała", new(2020, 1, 1));
        await app.Member("Nowa", new(2026, 3, 14));
        await app.Member("Dawna", new(2019, 5, 1), new(2026, 8, 31));
        await app.Owes(stayed, 100, 1, 2, 11);
        await app.Services.Pay(stayed, 130);
        var celina = await app.As(await app.Person("Ewa", staff: Role.Auditor));

        var page = await (await celina.GetAsync("/biuro/skladki/raport")).Page();

        Assert.Equal(["2", "1", "1", "2", "300 zł", "130 zł", "0 zł", "70 zł"], page.QuerySelectorAll("main .figures dd").Select(d => d.TextContent.Replace('\u00A0', ' ').Trim()));
        var tables = page.QuerySelectorAll("main figure table");
        Assert.Equal("Razem 130 zł 0 zł 70 zł 100 zł", string.Join(' ', tables[0].QuerySelectorAll("tfoot th, tfoot td").Select(c => c.TextContent.Replace('\u00A0', ' '))));
        Assert.Equal(["1", "0"], tables[1].QuerySelectorAll("tbody tr")[2].QuerySelectorAll("td").Select(c => c.TextContent));
        Assert.Contains(page.QuerySelectorAll("main svg rect title"), t => t.TextContent.Replace('\u00A0', ' ') == "lut, Wpłacono: 30 zł");
        Assert.InRange(await CommandCounter.Count(() => celina.GetAsync("/biuro/skladki/raport")), 1, 8);
        Assert.Contains("W tym roku nic nie było", (await (await celina.GetAsync("/biuro/skladki/raport?rok=2010")).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_add_up_whoever_left_on_the_last_day_of_a_year_and_nobody_counts_before_coming()
    {
        await app.Member("Odeszła w sylwestra", new(2020, 1, 1), new(2025, 12, 31));
        await app.Member("Została", new(2020, 1, 1));
        await app.Member("Przyszła", new(2026, 3, 14));
        await app.Member("Przyjdzie", new(2026, 12, 15));
        await app.Member("Odejdzie", new(2020, 1, 1), new(2026, 12, 31));

        Assert.Equal(["2", "1", "0", "3"], await Members(2026));
        Assert.Equal(["3", "0", "1", "2"], await Members(2025));
    }

    [Fact]
    public async Task What_was_charged_is_the_same_here_and_above_the_grid()
    {
        var firm = await app.Member("Umorzona", new(2020, 1, 1));
        var fees = await app.Owes(firm, 100, 9, 10);
        await app.Db(db => db.Set<Fee>().Where(f => f.Id == fees[0]).ExecuteUpdateAsync(f => f.SetProperty(x => x.Waived, 40)));
        var ewa = await app.As(await app.Person("Ewa", staff: Role.Auditor));
        async Task<string> Charged(string address) => (await (await ewa.GetAsync(address)).Page()).QuerySelectorAll("main .figures div").First(d => d.TextContent.Contains("Naliczono", StringComparison.Ordinal)).QuerySelector("dd")!.TextContent.Replace('\u00A0', ' ').Trim();

        Assert.Equal("200 zł", await Charged("/biuro/skladki/raport"));
        Assert.Equal("200 zł umorzono 40 zł", await Charged("/biuro/skladki"));
    }

    [Fact]
    public async Task The_accountant_gets_payments_and_what_was_open_on_a_day()
    {
        var firm = await app.Member("Księgowana", new(2020, 1, 1));
        await app.Owes(firm, 100, 9, 10, 11);
        await app.Services.Pay(firm, 150, day: new(2026, 10, 5));
        await app.Services.Pay(firm, 200, day: new(2026, 11, 5));
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));

        var october = await Rows(celina, "/biuro/skladki/ksiegowosc/otwarte.csv?dzien=2026-10-31");
        var november = await Rows(celina, "/biuro/skladki/ksiegowosc/otwarte.csv?dzien=2026-11-22");
        var payments = await Rows(celina, "/biuro/skladki/ksiegowosc/wplaty.csv?od=2026-10-01&do=2026-10-31");

        Assert.Equal("\"październik 2026\";2026-10-31;100,00;50,00;50,00;0", Assert.Single(october).Split(';', 3)[2]);
        Assert.Equal("\"Nadpłata\";;;;-50,00;", Assert.Single(november).Split(';', 3)[2]);
        Assert.Contains(";150,00;\"Przelew\";", Assert.Single(payments), StringComparison.Ordinal);
        Assert.Contains("\"wrzesień 2026 100,00, październik 2026 50,00\"", payments[0], StringComparison.Ordinal);
        foreach (var file in (string[])["wplaty", "otwarte"])
            Assert.Equal("PK", Encoding.ASCII.GetString((await celina.GetByteArrayAsync($"/biuro/skladki/ksiegowosc/{file}.xlsx")).AsSpan(0, 2)));
    }

    [Fact]
    public void Bars_of_any_figures_stay_within_the_chart_and_add_up() => Gen.Select(Gen.Int[1, 12], Gen.Int[1, 4], Gen.Decimal[0, 1_000_000], Gen.Bool).Sample((labels, series, value, lying) =>
    {
        var chart = new Chart("t", [.. Enumerable.Range(0, labels).Select(i => $"{i}")], [.. Enumerable.Range(0, series).Select(s => new ChartSeries($"{s}", [.. Enumerable.Range(0, labels).Select(i => Math.Round(value * (i + s) / 10, 2))]))], v => $"{v:0.00}") { IsLying = lying };
        decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.All(chart.Bars, bar =>
        {
            Assert.InRange(Number(bar.X) + Number(bar.Width), 0, Chart.Wide + 0.05m);
            Assert.InRange(Number(bar.Y) + Number(bar.Height), 0, chart.High + 0.05m);
        });
        Assert.All(Enumerable.Range(0, labels), i => Assert.True(chart.SumOf(i) <= chart.Most));
    });

    private async Task<IEnumerable<string>> Members(int year) =>
        (await (await (await app.As(await app.Person("Ewa", staff: Role.Auditor))).GetAsync($"/biuro/skladki/raport?rok={year}")).Page()).QuerySelectorAll("main .figures dd").Take(4).Select(d => d.TextContent.Trim());

    private static async Task<IReadOnlyList<string>> Rows(HttpClient browser, string address) =>
        [.. (await browser.GetStringAsync(address)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
}

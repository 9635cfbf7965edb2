using Norda.Features.Fees.Arithmetic;
using Norda.Features.Papers;
using Norda.Features.Papers.Cards;
using Norda.Features.Papers.Demands;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Tests.Fees;

namespace Norda.Tests.Papers;

/// <summary>Demands in two steps, confirmations and cards.</summary>
public sealed class DemandTests(PaperApp app) : IClassFixture<PaperApp>
{
    [Fact]
    public async Task The_last_demand_comes_after_the_term_of_the_first_and_names_it()
    {
        var firm = await app.LateFirm("Zalegająca", 8, 9);
        Assert.NotNull((await Demand(firm.Id, PaperKind.FinalDemand)).Refusal);

        Assert.Null((await Demand(firm.Id, PaperKind.Demand)).Refusal);
        Assert.NotNull((await Demand(firm.Id, PaperKind.Demand)).Refusal);
        Assert.NotNull((await Demand(firm.Id, PaperKind.FinalDemand)).Refusal);
        app.Clock.Advance(TimeSpan.FromDays(16));
        Assert.Null((await Demand(firm.Id, PaperKind.FinalDemand)).Refusal);

        var papers = await app.PapersOf(firm);
        Assert.Equal([(PaperKind.Demand, 300m), (PaperKind.FinalDemand, 300m)], papers.Select(p => (p.Kind, p.Amount)));
        Assert.All(papers, p => Assert.False(WorkingDays.IsFree(p.PayBy!.Value)));
        var text = PaperKit.TextOf(await (await Celina()).Pdf($"/skladki/pisma/{papers[1].Id}.pdf"));
        Assert.Contains("Ostateczne przedsądowe wezwanie do zapłaty", text, StringComparison.Ordinal);
        Assert.Contains($"wezwania nr {PaperNames.Number("WZ", papers[0].Year, papers[0].Number)}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Odsetki", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interest_is_added_only_when_the_office_asks_for_it()
    {
        var firm = await app.LateFirm("Odsetki", 9);
        var celina = await Celina();
        var today = app.Clock.Today();

        await celina.Fill($"/biuro/skladki/wezwanie/{firm.Slug}", "Wystaw wezwanie", new() { ["odsetki"] = "true", ["ostateczne"] = "false" });

        var paper = Assert.Single(await app.PapersOf(firm));
        var interest = CivilInterest.Of(150, new(2026, 9, 30), today, CivilInterest.Announced).Amount;
        Assert.Equal((150m + interest, interest), (paper.Amount, PaperKit.ContentOf(paper).Interest));
        Assert.Contains("Odsetki ustawowe za opóźnienie", PaperKit.TextOf(await celina.Pdf($"/skladki/pisma/{paper.Id}.pdf")), StringComparison.Ordinal);
        Assert.Contains($"|{(long)(paper.Amount * 100):000000}|", PaperKit.CodeOf(await celina.Pdf($"/skladki/pisma/{paper.Id}.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_owes_nothing_late_is_not_demanded()
    {
        var firm = await app.LateFirm("Zapłacona", 9);
        await app.Services.Pay(firm, 150);

        Assert.Contains("zaległości", (await Demand(firm.Id, PaperKind.Demand)).Refusal, StringComparison.Ordinal);
        Assert.Contains("nie ma zaległości", (await (await (await Celina()).GetAsync($"/biuro/skladki/wezwanie/{firm.Slug}")).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_a_card_opens_a_page_that_says_whether_the_membership_holds()
    {
        var firm = await app.Member("Karciana", new(2021, 3, 14));
        var anna = await app.As(await app.Person("Anna", firm, CompanyRole.Owner));
        await anna.Press("/moja-firma/skladki", "Przygotuj kartę członkowską");

        var url = PaperKit.CodeOf(await anna.Pdf($"/skladki/karta/{firm.Slug}.pdf"))!;
        Assert.StartsWith("http://izba.example/karta/", url, StringComparison.Ordinal);
        Assert.Equal(url, PaperKit.CodeOf(await anna.Pdf($"/skladki/zaswiadczenie/{firm.Slug}.pdf")));
        var page = await app.Page(new Uri(url).AbsolutePath);
        Assert.Contains($"ważne do 31 grudnia {app.Clock.Today().Year}", page.QuerySelector("main .note-ok")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[0-9]\szł", page.QuerySelector("main")!.TextContent);

        await app.Db(db => End(db, firm.Id, app.Clock.Today().AddDays(-1)));
        Assert.Contains("wygasło", (await app.Page(new Uri(url).AbsolutePath)).QuerySelector("main .note-bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anna.GetAsync($"/skladki/zaswiadczenie/{firm.Slug}.pdf")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Client().GetAsync("/karta/zgadywanie")).StatusCode);
    }

    [Theory]
    [InlineData(null, "2026-12-31")]
    [InlineData("2027-05-31", "2026-12-31")]
    [InlineData("2026-12-10", "2026-12-10")]
    public void A_card_holds_for_the_year_or_as_long_as_the_membership(string? until, string valid) => Assert.Equal(
        DateOnly.Parse(valid, System.Globalization.CultureInfo.InvariantCulture), CardView.Validity(until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), new(2026, 11, 22)));

    private static Task<int> End(Norda.Data.AppDb db, int companyId, DateOnly day) =>
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(db.Set<Features.Membership.Member>().Where(m => m.CompanyId == companyId), m => m.SetProperty(x => x.Until, day));

    private async Task<HttpClient> Celina() => await app.As(await app.Person("Celina", staff: Role.Treasurer));

    private async Task<Outcome> Demand(int firm, PaperKind kind) => (await app.Run<IssueDemand, (Outcome Outcome, int? PaperId)>(v => v.Run(firm, kind, false, default))).Outcome;
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Platform.Access;

namespace Norda.Tests.Directory.Editor;

/// <summary>The office sends a firm a link; the firm corrects its data without an account; the office takes what it likes.</summary>
public sealed partial class ProfileRequestTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_office_takes_over_the_fields_that_it_ticks_and_no_others()
    {
        var (firm, office, link) = await Scene();
        var firmSide = app.Client();
        Assert.Equal("Reda", (await (await firmSide.GetAsync(link)).Page()).QuerySelector("#Form_town_")!.GetAttribute("value"));
        await firmSide.Fill(link, "Odeślij dane do izby", new() { ["Form[town]"] = "Rumia", ["Form[phone]"] = "58 672 00 22" });
        Assert.Equal("Reda", (await Row(firm)).Address.Town);

        var queue = await (await office.GetAsync("/biuro/moderacja/zmiany")).Page();
        var panel = queue.QuerySelectorAll("main li.panel").First(f => f.TextContent.Contains(firm.Name, StringComparison.Ordinal));
        Assert.Equal(["phone", "town"], panel.QuerySelectorAll("input[name=pola]").Select(i => i.GetAttribute("value")!).Order());
        await office.PostAsync("/biuro/moderacja/zmiany", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["id"] = panel.QuerySelector("input[name=id]")!.GetAttribute("value")!, ["pola"] = "town", ["decyzja"] = "przyjmij",
            ["__RequestVerificationToken"] = panel.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        }));

        var after = await Row(firm);
        Assert.Equal(("Rumia", null), (after.Address.Town, after.Phone));
        Assert.Equal("formularz firmy", await app.Db(db => db.Set<FieldSource>().Where(s => s.CompanyId == firm.Id && s.Field == "town").Select(s => s.Source).SingleAsync()));
    }

    [Fact]
    public async Task The_link_works_once_and_for_seven_days()
    {
        var (_, _, link) = await Scene();
        var firmSide = app.Client();
        var page = await (await firmSide.GetAsync(link)).Page();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => firmSide.Send(page, link, "Odeślij dane do izby", new() { ["Form[town]"] = $"Miasto {(char)('A' + i)}" })));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.Gone, (await firmSide.GetAsync(link)).StatusCode);

        var (_, _, late) = await Scene();
        app.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.Gone, (await firmSide.GetAsync(late)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await firmSide.GetAsync("/aktualizacja/zgadywanka")).StatusCode);
    }

    [Fact]
    public async Task A_number_written_with_other_spaces_is_no_change_and_whoever_sent_is_thanked()
    {
        var (firm, _, link) = await Scene();
        await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Phone, "58 000 84 75")));

        var sent = await app.Client().Fill(link, "Odeślij dane do izby", new() { ["Form[town]"] = "Hel" });

        var proposal = await app.Db(db => db.Set<ProfileRequest>().Where(r => r.CompanyId == firm.Id).Select(r => r.Proposal!).SingleAsync());
        Assert.Contains("Hel", proposal, StringComparison.Ordinal);
        Assert.DoesNotContain("phone", proposal, StringComparison.Ordinal);
        Assert.Contains("Dziękujemy", (await (await app.Client().GetAsync(sent.Headers.Location)).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_office_trusts_a_firm_its_corrections_are_taken_at_once()
    {
        var (firm, _, link) = await Scene(automatic: true);

        await app.Client().Fill(link, "Odeślij dane do izby", new() { ["Form[town]"] = "Puck" });

        Assert.Equal("Puck", (await Row(firm)).Address.Town);
    }

    [Fact]
    public async Task A_wrong_value_stays_in_the_form_and_the_link_still_works()
    {
        var (_, _, link) = await Scene();

        var answer = await app.Client().Fill(link, "Odeślij dane do izby", new() { ["Form[email]"] = "bez małpy" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("bez małpy", (await answer.Page()).QuerySelector("#Form_email_")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync(link)).StatusCode);
    }

    private async Task<(Company Firm, HttpClient Office, string Link)> Scene(bool automatic = false)
    {
        var firm = await app.Firm($"Hurtownia {Guid.NewGuid():N}"[..24], town: "Reda", more: f => f.AcceptsAutomatically = automatic);
        var office = await app.As(await app.Person("Celina", staff: Role.Office));
        await office.Fill($"/moja-firma?firma={firm.Id}", "Wyślij link do profilu", new() { ["email"] = "biuro@hurtownia.example" });
        var letter = await app.Db(db => db.Set<OutboxMail>().Where(m => m.Subject.Contains(firm.Name)).SingleAsync());
        return (firm, office, Address().Match(letter.Text).Value);
    }

    private Task<Company> Row(Company firm) => app.Db(db => db.Companies.AsNoTracking().SingleAsync(c => c.Id == firm.Id));

    [GeneratedRegex("/aktualizacja/[A-Za-z0-9_-]+")]
    private static partial Regex Address();
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Features.Recommendations;
using Norda.Features.Reports;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Reports;

/// <summary>Somebody reports a text; Monika decides and tells both sides why.</summary>
public sealed class ReportTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Why = "Ten tekst podaje nieprawdę o mojej firmie.";
    private const string Statement = "Autor nie potrafił wskazać źródła, a zarzut jest poważny.";

    [Fact]
    public async Task Anybody_reports_a_firm_from_its_page_and_gets_a_confirmation()
    {
        var firm = await app.Firm("Zgłaszana");
        var link = (await app.Page($"/firma/{firm.Slug}")).QuerySelector("a[href^='/zglos']")!.GetAttribute("href")!;

        var sent = await Send(app.Client(), link, "ewa@zgloszenia.example");

        Assert.Equal("/zglos?wyslano=1", sent.Headers.Location!.ToString());
        var report = await app.Db(db => db.Set<ContentReport>().SingleAsync(r => r.ReporterEmail == "ewa@zgloszenia.example"));
        Assert.Equal(("company", firm.Id, $"/firma/{firm.Slug}", Why, true, ReportStatus.Open), (report.SubjectType, report.SubjectId, report.Url, report.Reason, report.GoodFaith, report.Status));
        Assert.Contains($"{report.Id}", (await Letter("ewa@zgloszenia.example")).Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Reason", "krótko")]
    [InlineData("Form.Name", "")]
    [InlineData("Form.Email", "to nie adres")]
    [InlineData("Form.Url", "https://gdzie-indziej.example/")]
    [InlineData("Form.GoodFaith", "false")]
    public async Task What_the_law_asks_for_must_be_there(string field, string value)
    {
        var email = $"{Guid.NewGuid():N}@zgloszenia.example";
        var typed = Typed(email);
        typed["Form.Url"] = $"/firma/{(await app.Firm("Inna " + field)).Slug}";
        typed[field] = value;

        var answer = await app.Client().Fill("/zglos", "Wyślij zgłoszenie", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await app.Db(db => db.Set<ContentReport>().CountAsync(r => r.ReporterEmail == email)));
        Assert.Contains(field == "Form.Reason" ? value : Why, (await answer.Page()).QuerySelector("#Form_Reason")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_address_finds_the_firm_and_the_same_report_is_taken_once()
    {
        var firm = await app.Firm("Po Adresie");
        var typed = Typed("jan@zgloszenia.example");
        typed["Form.Url"] = $"https://norda.example/firma/{firm.Slug}";

        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().Fill("/zglos", "Wyślij zgłoszenie", typed)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Client().Fill("/zglos", "Wyślij zgłoszenie", typed)).StatusCode);
        Assert.Equal(firm.Id, await app.Db(db => db.Set<ContentReport>().Where(r => r.ReporterEmail == "jan@zgloszenia.example").Select(r => r.SubjectId).SingleAsync()));
    }

    [Fact]
    public async Task An_upheld_report_takes_the_recommendation_off_and_both_sides_read_why()
    {
        var (said, anna, firm) = await Shown();
        var link = (await app.Page($"/firma/{firm.Slug}")).QuerySelector("#polecenia a[href^='/zglos']")!.GetAttribute("href")!;
        await Send(app.Client(), link, "zofia@zgloszenia.example");
        var report = await Of("zofia@zgloszenia.example");
        var monika = await Moderator();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Decide(monika, report, "uznaj", "krótko")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Decide(monika, report, "uznaj", Statement)).StatusCode);

        Assert.Equal(RecommendationStatus.Rejected, await app.Db(db => db.Set<Recommendation>().Where(r => r.Id == said.Id).Select(r => r.Status).SingleAsync()));
        Assert.Empty((await app.Page($"/firma/{firm.Slug}")).QuerySelectorAll("#polecenia blockquote"));
        foreach (var side in (string[])["zofia@zgloszenia.example", anna.Email!])
        {
            var letter = await Letter(side);
            Assert.Contains(Statement, letter.Text, StringComparison.Ordinal);
            Assert.Contains("sześciu miesięcy", letter.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Zofia", (await Letter(anna.Email!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dismissed_report_leaves_the_text_and_tells_why()
    {
        var firm = await app.Firm("Niewinna");
        var owner = await app.Person("Olga", firm, CompanyRole.Owner);
        await Send(app.Client(), $"/zglos?rodzaj=company&id={firm.Id}", "iza@zgloszenia.example");
        var report = await Of("iza@zgloszenia.example");

        await Decide(await Moderator(), report, "oddal", Statement);

        Assert.Equal(ReportStatus.Dismissed, (await Of("iza@zgloszenia.example")).Status);
        Assert.Contains("nie zostało uznane", (await Letter("iza@zgloszenia.example")).Text, StringComparison.Ordinal);
        Assert.Contains(Statement, (await Letter(owner.Email!)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync($"/firma/{firm.Slug}")).StatusCode);
    }

    [Fact]
    public async Task Two_moderators_at_once_decide_once()
    {
        var firm = await app.Firm("Sporna");
        await Send(app.Client(), $"/zglos?rodzaj=company&id={firm.Id}", "ola@zgloszenia.example");
        var report = await Of("ola@zgloszenia.example");
        var moderators = new List<(HttpClient Browser, string Token)>();
        for (var i = 0; i < 5; i++)
            moderators.Add(await Opened(await Moderator()));

        var answers = await Task.WhenAll(moderators.Select((m, i) => Post(m.Browser, m.Token, report, i % 2 == 0 ? "uznaj" : "oddal", Statement)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(2, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.Recipient == "ola@zgloszenia.example"))); // received and decided
    }

    [Fact]
    public async Task The_queue_is_in_the_same_place_as_what_else_waits()
    {
        var firm = await app.Firm("W Kolejce");
        await Send(app.Client(), $"/zglos?rodzaj=company&id={firm.Id}", "kasia@zgloszenia.example");

        var browser = await Moderator();
        var page = await (await browser.GetAsync("/biuro/moderacja/zgloszenia")).Page();

        Assert.Equal(["/biuro/moderacja", "/biuro/moderacja/zgloszenia"], page.QuerySelectorAll(".tabs a").Select(a => a.GetAttribute("href")));
        Assert.Contains(page.QuerySelectorAll(".tabs a[aria-current] .count"), c => c.TextContent != "0");
        Assert.InRange(await CommandCounter.Count(async () => await browser.GetAsync("/biuro/moderacja/zgloszenia")), 1, 8);
    }

    [Fact]
    public async Task One_visitor_sends_ten_in_an_hour_and_is_then_asked_to_wait()
    {
        var client = app.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        HttpResponseMessage answer = null!;
        for (var i = 0; i <= RateLimits.ReportsPerHour; i++)
            answer = await client.Fill("/zglos", "Wyślij zgłoszenie", Typed("kto@zgloszenia.example"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3600);
    }

    private static Dictionary<string, string> Typed(string email) => new() { ["Form.Reason"] = Why, ["Form.Name"] = "Zofia Zgłaszająca", ["Form.Email"] = email, ["Form.GoodFaith"] = "true" };

    private static Task<HttpResponseMessage> Send(HttpClient client, string address, string email) => client.Fill(address, "Wyślij zgłoszenie", Typed(email));

    private async Task<(Recommendation Said, User Author, Company Firm)> Shown()
    {
        var (firm, anna) = (await app.Firm("Chwalona"), await app.Person("Anna", await app.Firm("Chwaląca")));
        var said = new Recommendation { CompanyId = firm.Id, UserId = anna.Id, RecommendationText = "Podobno ktoś kiedyś coś tam źle zrobił.", Status = RecommendationStatus.Approved, CreatedAt = app.Clock.GetUtcNow().UtcDateTime, ModeratedAt = app.Clock.GetUtcNow().UtcDateTime };
        await app.Db(async db =>
        {
            db.Add(said);
            await db.SaveChangesAsync();
        });
        return (said, anna, firm);
    }

    private static async Task<HttpResponseMessage> Decide(HttpClient moderator, ContentReport report, string decision, string statement) =>
        await Post(moderator, (await Opened(moderator)).Token, report, decision, statement);

    private static async Task<(HttpClient Browser, string Token)> Opened(HttpClient moderator) =>
        (moderator, (await (await moderator.GetAsync("/biuro/moderacja/zgloszenia")).Page()).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static Task<HttpResponseMessage> Post(HttpClient moderator, string token, ContentReport report, string decision, string statement) =>
        moderator.PostAsync("/biuro/moderacja/zgloszenia", new FormUrlEncodedContent([new("id", $"{report.Id}"), new("decyzja", decision), new("uzasadnienie", statement), new("__RequestVerificationToken", token)]));

    private Task<ContentReport> Of(string email) => app.Db(db => db.Set<ContentReport>().AsNoTracking().SingleAsync(r => r.ReporterEmail == email));

    private Task<OutboxMail> Letter(string to) => app.Db(db => db.Set<OutboxMail>().OrderByDescending(m => m.Id).FirstAsync(m => m.Recipient == to));

    private async Task<HttpClient> Moderator() => await app.As(await app.Person("Monika", staff: Role.Moderator));
}

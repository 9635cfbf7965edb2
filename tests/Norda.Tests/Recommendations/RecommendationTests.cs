using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Features.Recommendations;
using Norda.Platform.Access;

namespace Norda.Tests.Recommendations;

/// <summary>Anna of one firm praises another; Celina of the chamber reads it first.</summary>
public sealed class RecommendationTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Words = "Zrobili balustrady na czas i posprzątali po sobie.";

    [Fact]
    public async Task A_recommendation_appears_once_a_moderator_has_read_it()
    {
        var (firm, anna) = await Scene();
        var browser = await app.As(anna);

        var sent = await browser.Fill($"/firma/{firm.Slug}/polec", "Wyślij polecenie", new() { ["Form.Text"] = Words, ["Form.Service"] = "Balustrady" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.DoesNotContain(Words, await (await app.Client().GetAsync($"/firma/{firm.Slug}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var said = await app.Db(db => db.Set<Recommendation>().AsNoTracking().SingleAsync(r => r.UserId == anna.Id));
        await Decide(await app.As(await app.Person("Celina", staff: Role.Moderator)), said, "opublikuj", null);

        var page = await app.Page($"/firma/{firm.Slug}");
        Assert.Contains(Words, page.QuerySelector("#polecenia blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Anna", page.QuerySelector("#polecenia figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#polecenia a[href^='mailto:']"));
        Assert.Single(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_refused_author_reads_the_reason()
    {
        var (firm, anna) = await Scene();
        var said = await Say(anna, firm);
        var celina = await app.As(await app.Person("Celina", staff: Role.Office));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Decide(celina, said, "odrzuc", "")).StatusCode);
        await Decide(celina, said, "odrzuc", "Tekst podaje ceny.");

        var mine = await (await (await app.As(anna)).GetAsync("/konto/polecenia")).Page();
        Assert.Contains("Tekst podaje ceny.", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tekst podaje ceny.", (await app.Db(db => db.Set<OutboxMail>().SingleAsync(m => m.UserId == anna.Id))).Text, StringComparison.Ordinal);
        Assert.Equal(RecommendationStatus.Rejected, await Status(said));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_and_nobody_begins_to_write_about_their_own_firm()
    {
        var (firm, _) = await Scene();
        var own = await app.Firm($"Własna {Guid.NewGuid():N}"[..20]);
        var moderator = await app.Person("Celina", own, CompanyRole.Owner, staff: Role.Moderator);
        var (said, celina) = (await Say(moderator, firm), await app.As(moderator));

        var refused = await Decide(celina, said, "opublikuj", null);
        Assert.Contains("Własnego polecenia nie możesz rozpatrzyć", (await refused.Page()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RecommendationStatus.Pending, await Status(said));
        Assert.Equal($"/firma/{own.Slug}", (await celina.GetAsync($"/firma/{own.Slug}/polec")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Two_moderators_at_once_decide_once()
    {
        var (firm, anna) = await Scene();
        var said = await Say(anna, firm);
        var moderators = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await app.As(await app.Person("Celina", staff: Role.Moderator))));

        var answers = await Task.WhenAll(moderators.Select((m, i) => Decide(m, said, i % 2 == 0 ? "opublikuj" : "odrzuc", "Powód")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id).ToListAsync()));
    }

    [Fact]
    public async Task What_the_moderator_has_not_read_is_not_published()
    {
        var (firm, anna) = await Scene();
        var said = await Say(anna, firm);
        var old = said.Version;
        await Say(anna, firm, Words + " I jeszcze jedno zdanie.");

        var answer = await Decide(await app.As(await app.Person("Celina", staff: Role.Moderator)), said, "opublikuj", null, old);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(RecommendationStatus.Pending, await Status(said));
    }

    [Fact]
    public async Task One_person_recommends_a_firm_once_however_often_they_press()
    {
        var (firm, anna) = await Scene();
        var browser = await app.As(anna);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.Fill($"/firma/{firm.Slug}/polec", null, new() { ["Form.Text"] = Words })));

        Assert.Equal(1, await app.Db(db => db.Set<Recommendation>().CountAsync(r => r.UserId == anna.Id)));
    }

    [Fact]
    public async Task Nobody_recommends_their_own_firm()
    {
        var firm = await app.Firm("Swoja Chwali");
        var browser = await app.As(await app.Person("Bartek", firm));

        var form = await (await browser.GetAsync($"/firma/{(await app.Firm($"Cudza {Guid.NewGuid():N}"[..20])).Slug}/polec")).Page();
        form.QuerySelectorAll("button").First(b => b.TextContent.Trim() == "Wyślij polecenie").Closest("form")!.SetAttribute("action", $"/firma/{firm.Slug}/polec");

        var page = await (await browser.Send(form, "", "Wyślij polecenie", new() { ["Form.Text"] = Words })).Page();

        Assert.Contains("Swojej firmy nie można polecić", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Words, page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_text_comes_back_with_the_fault_beside_it()
    {
        var (firm, anna) = await Scene();

        var answer = await (await app.As(anna)).Fill($"/firma/{firm.Slug}/polec", "Wyślij polecenie", new() { ["Form.Text"] = "Super!" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Page();
        Assert.Contains("od 30 do 2000", page.QuerySelector("#Form_Text-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Form_Text-h Form_Text-e", page.QuerySelector("textarea")!.GetAttribute("aria-describedby"));
        Assert.Equal("Super!", page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Another_persons_recommendation_cannot_be_withdrawn()
    {
        var (firm, anna) = await Scene();
        var said = await Say(anna, firm);
        var thief = await app.As(await app.Person("Bartek", await app.Firm("Obca Firma")));
        var form = await (await thief.GetAsync($"/firma/{firm.Slug}/polec")).Page();

        await thief.PostAsync("/konto/polecenia", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["id"] = $"{said.Id}", ["__RequestVerificationToken"] = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        }));

        Assert.Equal(RecommendationStatus.Pending, await Status(said));
    }

    [Fact]
    public async Task A_member_sees_whom_they_know_among_those_who_recommend_and_can_ask_for_these_firms_alone()
    {
        var (firm, anna) = await Scene();
        await app.Firm("Balustrady Nieznane", services: ["Balustrady"]);
        var said = await Say(anna, firm);
        await Decide(await app.As(await app.Person("Celina", staff: Role.Moderator)), said, "opublikuj", null);
        var ownFirm = await app.Db(db => db.Companies.SingleAsync(c => c.Id == anna.CompanyId));
        var colleague = await app.As(await app.Person("Dorota", ownFirm));

        var all = await (await colleague.GetAsync("/katalog?q=balustrady")).Page();
        Assert.Contains("Polecają to osoby, które znasz: Anna", all.QuerySelectorAll("article").Single(a => a.QuerySelector("h2")!.TextContent.Trim() == firm.Name).TextContent, StringComparison.Ordinal);
        var known = await (await colleague.GetAsync("/katalog?q=balustrady&poleca=znajomi")).Page();
        Assert.Equal([firm.Name], known.QuerySelectorAll("article h2").Select(h => h.TextContent.Trim()));

        var visitor = await app.Page("/katalog?q=balustrady&poleca=znajomi");
        Assert.True(visitor.QuerySelectorAll("article").Length > 1);
        Assert.DoesNotContain("osoby, które znasz", visitor.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Company Firm, User Anna)> Scene()
    {
        var firm = await app.Firm($"Balustrady {Guid.NewGuid():N}"[..24], services: ["Balustrady"]);
        return (firm, await app.Person("Anna", await app.Firm($"Zleceniodawca {Guid.NewGuid():N}"[..26])));
    }

    private async Task<Recommendation> Say(User author, Company firm, string text = Words)
    {
        await (await app.As(author)).Fill($"/firma/{firm.Slug}/polec", null, new() { ["Form.Text"] = text });
        return await app.Db(db => db.Set<Recommendation>().AsNoTracking().SingleAsync(r => r.UserId == author.Id && r.CompanyId == firm.Id));
    }

    private static async Task<HttpResponseMessage> Decide(HttpClient moderator, Recommendation said, string decision, string? reason, int? version = null)
    {
        var page = await (await moderator.GetAsync("/konto/polecenia")).Page();
        var queue = await (await moderator.GetAsync("/biuro/moderacja")).Page();
        var token = (queue.QuerySelector("input[name=__RequestVerificationToken]") ?? page.QuerySelector("input[name=__RequestVerificationToken]"))?.GetAttribute("value") ?? "";
        return await moderator.PostAsync("/biuro/moderacja", new FormUrlEncodedContent(new Dictionary<string, string?>
        {
            ["id"] = $"{said.Id}", ["version"] = $"{version ?? said.Version}", ["decyzja"] = decision, ["reason"] = reason, ["__RequestVerificationToken"] = token,
        }.Where(f => f.Value is not null)!));
    }

    private Task<RecommendationStatus> Status(Recommendation said) => app.Db(db => db.Set<Recommendation>().Where(r => r.Id == said.Id).Select(r => r.Status).SingleAsync());
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Membership;
using Norda.Features.Membership.Joining;

namespace Norda.Tests.Membership;

/// <summary>Filip wants his joinery to be in the chamber. He has no account and no JavaScript.</summary>
public sealed class DeclarationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_declaration_is_typed_step_by_step_and_its_page_says_where_it_stands()
    {
        var nip = Declaring.Nip();
        var (answer, secret) = await app.Client().Declare(nip, "Stolarnia Filipa");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/dolacz/status/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var paper = await app.Declaration(nip);
        Assert.Equal((DeclarationStatus.Submitted, "Stolarnia Filipa", "84-200", 7, "Filip Stolarz", "2026-11", true, false), (paper.Status, paper.Name, paper.PostalCode, paper.Staff, paper.SignedBy, paper.NoteVersion, paper.Newsletter, paper.Pictures));
        var page = (await (await app.Client().GetAsync($"/dolacz/status/{secret}")).Page()).Text();
        Assert.Contains("Stolarnia Filipa", page, StringComparison.Ordinal);
        Assert.Contains("Biuro izby sprawdza deklarację", page, StringComparison.Ordinal);
        var letter = Assert.Single(await app.Letters("declaration-received", paper.Id));
        Assert.Contains($"/dolacz/status/{secret}", letter.Text, StringComparison.Ordinal);
        Assert.Equal("filip@stolarnia.example", letter.Recipient);
        Assert.Equal(0, await app.Db(db => db.Set<AccountToken>().CountAsync(t => t.Hash == secret))); // only its hash is kept
        Assert.Equal(0, await app.Db(db => db.Set<DeclarationDraft>().CountAsync(d => d.Data.Contains(nip))));
    }

    [Fact]
    public async Task What_was_typed_waits_in_the_browser_and_nowhere_else()
    {
        var browser = app.Client();
        await browser.Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = Declaring.Nip() });
        await browser.Steps("Stolarnia Przerwana");

        var again = await (await browser.GetAsync("/dolacz/firma")).Page();
        Assert.Equal("Stolarnia Przerwana", again.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Contains("Stolarnia Przerwana", (await (await browser.GetAsync("/dolacz")).Page()).Text(), StringComparison.Ordinal);
        var other = await app.Client().GetAsync("/dolacz/firma");
        Assert.Equal((HttpStatusCode.Redirect, "/dolacz"), (other.StatusCode, other.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_wrong_field_is_told_beside_it_and_the_rest_stays_typed()
    {
        var browser = app.Client();
        var wrong = await browser.Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = "123-456-78-90" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotEmpty((await wrong.Page()).QuerySelector("#Nip-e")!.TextContent);

        await browser.Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = Declaring.Nip() });
        var answer = await browser.Fill("/dolacz/firma", "Dalej: reprezentant", new() { ["Form.Name"] = "Dobra Nazwa", ["Form.Building"] = "5", ["Form.PostalCode"] = "wejherowo", ["Form.Town"] = "Reda", ["Form.Email"] = "to nie adres", ["Form.Regon"] = "123" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Page();
        Assert.Equal(["Form_Regon", "Form_PostalCode", "Form_Email"], page.QuerySelectorAll(".field.is-bad input").Select(i => i.Id));
        Assert.Equal("Dobra Nazwa", page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        var skipped = await browser.GetAsync("/dolacz/wyslij");
        Assert.Equal("/dolacz/firma", skipped.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_directory_fills_in_what_everyone_may_see()
    {
        var nip = Declaring.Nip();
        await app.Firm("Znana Huta", town: "Gdynia", nip: nip, more: c =>
        {
            (c.Email, c.Phone) = ("jawny@huta.example", "+48 58 111 22 33");
            c.FieldVisibility["phone"] = Norda.Features.Directory.Visibility.Me;
        });
        var browser = app.Client();
        await browser.Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = nip });

        var page = await (await browser.GetAsync("/dolacz/firma")).Page();

        Assert.Equal(("Znana Huta", "Gdynia", "jawny@huta.example", null), (Value("Name"), Value("Town"), Value("Email"), Value("Phone")));
        string? Value(string field) => page.QuerySelector("#Form_" + field)!.GetAttribute("value") is { Length: > 0 } value ? value : null;
    }

    [Fact]
    public async Task One_firm_has_one_open_declaration_also_when_two_press_at_once()
    {
        var nip = Declaring.Nip();
        var browsers = Enumerable.Range(0, 4).Select(_ => app.Client()).ToList();
        foreach (var browser in browsers)
        {
            await browser.Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = nip });
            await browser.Steps("Bliźniaki");
        }

        var answers = await Task.WhenAll(browsers.Select(b => b.Press("/dolacz/wyslij", "Wyślij deklarację")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Redirect), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Equal(1, await app.Db(db => db.Set<Declaration>().CountAsync(d => d.Nip == nip)));
        var late = await app.Client().Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = nip });
        Assert.Contains("już do nas dotarła", (await late.Page()).QuerySelector("#Nip-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_told_that_it_is_one()
    {
        var firm = await app.Firm("Już W Izbie", nip: Declaring.Nip());
        await app.Db(async db =>
        {
            db.Add(new Member { Number = 700_001, CompanyId = firm.Id, Since = new DateOnly(2020, 1, 1) });
            await db.SaveChangesAsync();
        });

        var answer = await app.Client().Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = firm.Nip! });

        Assert.Contains("jest już w izbie", (await answer.Page()).QuerySelector("#Nip-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_never_given_shows_nothing()
    {
        Assert.Equal(HttpStatusCode.Gone, (await app.Client().GetAsync("/dolacz/status/" + AccountToken.NewSecret())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/dolacz/druk/" + AccountToken.NewSecret())).StatusCode);
    }

    [Fact]
    public async Task A_declaration_to_be_signed_on_paper_can_be_printed()
    {
        var nip = Declaring.Nip();
        var (_, secret) = await app.Client().Declare(nip, "Papierowa", onScreen: false);

        var page = (await (await app.Client().GetAsync($"/dolacz/druk/{secret}")).Page()).Text();

        Assert.Contains("Papierowa", page, StringComparison.Ordinal);
        Assert.Contains("Podpis osoby uprawnionej", page, StringComparison.Ordinal);
        Assert.Equal("", (await app.Declaration(nip)).Papers);
    }

    [Fact]
    public async Task It_is_withdrawn_once_and_another_may_follow()
    {
        var nip = Declaring.Nip();
        var (_, secret) = await app.Client().Declare(nip, "Rozmyślona");

        await app.Client().Press($"/dolacz/status/{secret}", "Wycofaj deklarację");

        Assert.Equal(DeclarationStatus.Withdrawn, (await app.Declaration(nip)).Status);
        Assert.DoesNotContain("Wycofaj deklarację", (await (await app.Client().GetAsync($"/dolacz/status/{secret}")).Page()).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().Declare(nip, "Jednak Chce")).Answer.StatusCode);
    }

    [Fact]
    public async Task Drafts_go_after_two_weeks_and_refusals_after_three_years()
    {
        var (draft, sent) = (Declaring.Nip(), Declaring.Nip());
        await app.Client().Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = draft });
        var (_, secret) = await app.Client().Declare(sent, "Zapomniana");
        await app.Client().Press($"/dolacz/status/{secret}", "Wycofaj deklarację");
        Task<(int Drafts, int Sent)> Left() => app.Db(async db => (await db.Set<DeclarationDraft>().CountAsync(d => d.Data.Contains(draft)), await db.Set<Declaration>().CountAsync(d => d.Nip == sent)));
        Task<int> Forget(int days) => app.Run<ForgetDeclarations, int>(verb => verb.Run(app.Clock.GetUtcNow().UtcDateTime.AddDays(days), CancellationToken.None));

        await Forget(13);
        Assert.Equal((1, 1), await Left());
        await Forget(15);
        Assert.Equal((0, 1), await Left());
        await Forget(3 * 366);
        Assert.Equal((0, 0), await Left());
    }

    [Fact]
    public async Task Whoever_registered_with_an_unknown_number_is_asked_in_by_the_office()
    {
        var nip = Declaring.Nip();
        var ewa = await app.Person("Ewa");
        await app.Db(db => db.Users.Where(u => u.Id == ewa.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.CompanyNip, nip)));
        var office = await app.Office();

        Assert.Contains("Ewa", (await (await office.GetAsync("/biuro/deklaracje?stan=pytania")).Page()).Text(), StringComparison.Ordinal);
        var page = await (await office.GetAsync("/biuro/deklaracje?stan=pytania")).Page();
        var form = page.QuerySelector($"button[name=id][value='{ewa.Id}']")!;
        await office.Send(page, form.Closest("form")!.GetAttribute("action")!, form.TextContent.Trim(), []);

        Assert.Contains($"/dolacz?nip={nip}", Assert.Single(await app.Letters("declaration-invite", ewa.Id)).Text, StringComparison.Ordinal);
        var start = await (await (await app.As(ewa)).GetAsync("/dolacz")).Page();
        Assert.Equal(nip, start.QuerySelector("#Nip")!.GetAttribute("value"));
        Assert.Contains("Złóż deklarację członkowską", (await (await (await app.As(ewa)).GetAsync("/konto")).Page()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_visitor_takes_sixty_steps_in_an_hour_and_is_then_asked_to_wait()
    {
        var client = app.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.78");
        var page = await (await client.GetAsync("/dolacz")).Page();
        HttpResponseMessage answer = null!;
        for (var i = 0; i <= Norda.Platform.RateLimits.DeclarationStepsPerHour; i++)
            answer = await client.Send(page, "/dolacz", "Zacznij deklarację", new() { ["Nip"] = "1" });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3600);
    }
}

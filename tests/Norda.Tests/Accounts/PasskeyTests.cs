using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using Norda.Platform.Access;

namespace Norda.Tests.Accounts;

public sealed class PasskeyTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/konto/klucze";

    [Fact]
    public async Task Anna_adds_her_telephone_and_signs_in_with_it_alone()
    {
        var (anna, phone) = await WithPhone("Anna");
        var browser = app.Client();

        var answer = await SignIn(browser, phone, back: "/konto/sesje");

        Assert.Equal((HttpStatusCode.Redirect, "/konto/sesje"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains(anna.Email!, (await (await browser.GetAsync("/konto")).Page()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Telefon: Anna", await app.Db(db => db.Set<IdentityUserPasskey<int>>().Where(p => p.UserId == anna.Id).Select(p => p.Data.Name).SingleAsync()));
        Assert.Contains(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id).Select(m => m.Subject).ToListAsync()), s => s == "Dodano klucz do konta");
    }

    [Fact]
    public async Task A_key_is_a_second_factor_and_opens_the_office()
    {
        var (_, phone) = await WithPhone("Celina", Role.Office);
        var browser = app.Client();
        await SignIn(browser, phone);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/biuro/moderacja")).StatusCode);
    }

    [Fact]
    public async Task A_key_that_did_not_ask_for_finger_or_PIN_opens_nothing()
    {
        var (_, phone) = await WithPhone("Bartek");
        phone.IsVerified = false;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(app.Client(), phone)).StatusCode);
    }

    [Fact]
    public async Task A_key_shown_to_another_site_opens_nothing()
    {
        var (_, phone) = await WithPhone("Bartek");
        phone.Origin = "https://localhost.zly.example";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(app.Client(), phone)).StatusCode);
    }

    [Fact]
    public async Task A_form_that_opened_once_does_not_open_again()
    {
        var (_, phone) = await WithPhone("Bartek");
        var browser = app.Client();
        var page = await (await browser.GetAsync("/logowanie")).Page();
        var shown = phone.Show(Options(page));

        Assert.Equal(HttpStatusCode.Redirect, (await Send(browser, page, shown)).StatusCode);
        var thief = app.Client();
        var copied = page.QuerySelector("[name='Form.Seal']")!.GetAttribute("value")!;
        var again = await thief.Fill("/logowanie", "Zaloguj się kluczem urządzenia", new() { ["Form.Credential"] = shown, ["Form.Seal"] = copied });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_challenge_is_old_after_ten_minutes_and_of_another_form_it_is_worth_nothing()
    {
        var (_, phone) = await WithPhone("Bartek");
        var browser = app.Client();
        var (one, other) = (await (await browser.GetAsync("/logowanie")).Page(), await (await browser.GetAsync("/logowanie")).Page());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(browser, one, phone.Show(Options(other)))).StatusCode);

        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(browser, other, phone.Show(Options(other)))).StatusCode);
    }

    [Fact]
    public async Task A_copied_key_falls_behind_and_is_refused()
    {
        var (_, phone) = await WithPhone("Bartek");
        phone.Counter = 10;
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(app.Client(), phone)).StatusCode);
        phone.Counter = 5;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(app.Client(), phone)).StatusCode);
    }

    [Fact]
    public async Task A_disabled_person_and_a_stranger_with_a_key_are_told_the_same()
    {
        var (bartek, phone) = await WithPhone("Bartek");
        await app.Db(db => db.Set<User>().Where(u => u.Id == bartek.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));
        var disabled = await SignIn(app.Client(), phone);
        using var stranger = new Authenticator();
        var unknown = await SignIn(app.Client(), stranger);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (disabled.StatusCode, unknown.StatusCode));
        Assert.Equal((await disabled.Page()).QuerySelector(".error-summary")!.TextContent, (await unknown.Page()).QuerySelector(".error-summary")!.TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("to nie jest JSON")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":null}")]
    public async Task Rubbish_opens_nothing_and_breaks_nothing(string credential)
    {
        var browser = app.Client();
        var page = await (await browser.GetAsync("/logowanie")).Page();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(browser, page, credential)).StatusCode);
    }

    [Fact]
    public async Task A_key_is_renamed_and_removed_by_its_owner_alone()
    {
        var (anna, phone) = await WithPhone("Anna");
        var (hers, his) = (await app.As(anna), await app.As(await app.Person("Bartek")));
        var id = (await (await hers.GetAsync(Page)).Page()).QuerySelector("input[name=id]")!.GetAttribute("value")!;

        await hers.Fill(Page, "Zapisz nazwę", new() { ["Form.Name"] = "Stary telefon" });
        Assert.Equal("Stary telefon", (await (await hers.GetAsync(Page)).Page()).QuerySelector("li input[name='Form.Name']")!.GetAttribute("value"));
        var foreign = await his.Fill(Page, "Dodaj klucz tego urządzenia", new() { ["id"] = id });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostTo(his, Page + "?handler=Remove", id)).StatusCode);

        await hers.Fill(Page, "Usuń klucz", []);
        Assert.Equal(0, await app.Db(db => db.Set<IdentityUserPasskey<int>>().CountAsync(p => p.UserId == anna.Id)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(app.Client(), phone)).StatusCode);
    }

    [Fact]
    public async Task Without_its_last_second_factor_the_office_closes()
    {
        var (celina, phone) = await WithPhone("Celina", Role.Office);
        var browser = app.Client();
        await SignIn(browser, phone);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Fill(Page, "Usuń klucz", [])).StatusCode);

        Assert.Equal("/konto/drugi-skladnik", (await browser.GetAsync("/biuro/moderacja")).Headers.Location!.ToString());
        Assert.NotEqual(0, celina.Id);
    }

    [Fact]
    public async Task A_stolen_password_cannot_add_a_second_factor_beside_the_owners()
    {
        var (celina, _) = await WithPhone("Celina", Role.Office);
        var thief = await app.As(celina, secondFactor: false);

        Assert.Null((await (await thief.GetAsync(Page)).Page()).QuerySelector("form[data-passkey]"));
        await thief.Press("/konto/drugi-skladnik", "Przygotuj kod dla telefonu");
        var key = OtpNet.Base32Encoding.ToBytes((await (await thief.GetAsync("/konto/drugi-skladnik")).Page()).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        var answer = await thief.Fill("/konto/drugi-skladnik", "Włącz kody z telefonu", new() { ["Code"] = new OtpNet.Totp(key).ComputeTotp() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("/konto/drugi-skladnik", (await thief.GetAsync("/biuro/moderacja")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_stolen_password_cannot_remove_the_owners_key_to_make_room_for_another()
    {
        var (celina, _) = await WithPhone("Celina", Role.Office);
        var id = (await (await (await app.As(celina)).GetAsync(Page)).Page()).QuerySelector("input[name=id]")!.GetAttribute("value")!;
        var thief = await app.As(celina, secondFactor: false);

        await PostTo(thief, Page + "?handler=Remove", id);

        Assert.Equal(1, await app.Db(db => db.Set<IdentityUserPasskey<int>>().CountAsync(p => p.UserId == celina.Id)));
        Assert.DoesNotContain("Usuń klucz", (await (await thief.GetAsync(Page)).Page()).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(User Person, Authenticator Phone)> WithPhone(string name, params Role[] staff)
    {
        var person = await app.Person(name, staff: staff);
        var phone = new Authenticator();
        var added = await Add(await app.As(person), phone, new() { ["Form.Name"] = $"Telefon: {name}" });
        Assert.Equal((HttpStatusCode.Redirect, Page), (added.StatusCode, added.Headers.Location!.ToString()));
        return (person, phone);
    }

    private static async Task<HttpResponseMessage> Add(HttpClient browser, Authenticator phone, Dictionary<string, string> typed)
    {
        var page = await (await browser.GetAsync(Page)).Page();
        return await browser.Send(page, Page, "Dodaj klucz tego urządzenia", new(typed) { ["Form.Credential"] = phone.Create(Options(page)) });
    }

    private static async Task<HttpResponseMessage> SignIn(HttpClient browser, Authenticator phone, string? back = null)
    {
        var page = await (await browser.GetAsync("/logowanie" + (back is null ? "" : "?powrot=" + Uri.EscapeDataString(back)))).Page();
        return await Send(browser, page, phone.Show(Options(page)));
    }

    private static Task<HttpResponseMessage> Send(HttpClient browser, IDocument page, string credential) =>
        browser.Send(page, "/logowanie", "Zaloguj się kluczem urządzenia", new() { ["Form.Credential"] = credential });

    private static string Options(IDocument page) => page.QuerySelector("form[data-passkey]")!.GetAttribute("data-options")!;

    private static async Task<HttpResponseMessage> PostTo(HttpClient browser, string address, string id)
    {
        var token = (await (await browser.GetAsync(Page)).Page()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["id"] = id, ["__RequestVerificationToken"] = token }));
    }
}

using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using OpenIddict.Abstractions;

namespace Norda.Tests.Accounts;

public sealed class ProviderTests(ProviderApp app) : IClassFixture<ProviderApp>
{
    private readonly OpenIdProvider _provider = app.Provider;

    [Fact]
    public async Task A_new_person_comes_through_registration_with_name_and_address_filled_in()
    {
        _provider.Person = new("n-1", "Nowa@Dostawca.example", true, "Nina Nowa");
        var browser = app.Client();
        Assert.Equal("/rejestracja", (await browser.Enter()).Headers.Location!.ToString());
        var form = await (await browser.GetAsync("/rejestracja")).Page();
        Assert.Equal(("Nina Nowa", "nowa@dostawca.example"), (Value(form, "Form.Name"), form.QuerySelector("#adres")!.GetAttribute("value")!.ToLowerInvariant()));
        Assert.Null(form.QuerySelector("[name='Form.Password']"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill("/rejestracja", "Załóż konto", new() { ["Form.Nip"] = "5882413562" })).StatusCode);
        var made = await browser.Fill("/rejestracja", "Załóż konto", new() { ["Form.Nip"] = "5882413562", ["Form.Accepts"] = "true" });

        Assert.Equal("/konto", made.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto")).StatusCode);
        var person = await app.Db(db => db.Users.SingleAsync(u => u.Name == "Nina Nowa"));
        Assert.True(person.EmailConfirmed);
        Assert.Null(person.PasswordHash);
        Assert.Equal(2, await app.Db(db => db.Set<UserConsent>().CountAsync(c => c.UserId == person.Id)));
        Assert.Equal("/katalog", (await app.Client().Enter("/katalog")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Anna_whose_address_both_have_proved_is_joined_once_and_told()
    {
        var anna = await app.Person("Anna");
        _provider.Person = new("a-1", anna.Email!, true, "Anna z dostawcy");

        var browser = app.Client();
        Assert.Equal("/konto/sesje", (await browser.Enter("/konto/sesje")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto/sesje")).StatusCode);
        await app.Client().Enter();

        Assert.Equal(1, await app.Db(db => db.Set<IdentityUserLogin<int>>().CountAsync(l => l.UserId == anna.Id)));
        Assert.Equal(1, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.UserId == anna.Id && m.Subject == "Nowy sposób logowania")));
        Assert.False(await app.Db(db => db.Set<UserSession>().AnyAsync(s => s.UserId == anna.Id && s.SecondFactor)));
    }

    [Fact]
    public async Task The_subject_names_the_person_also_when_the_address_passed_to_somebody_else()
    {
        var (anna, bartek) = (await app.Person("Anna"), await app.Person("Bartek"));
        _provider.Person = new("a-2", anna.Email!, true, "Anna");
        await app.Client().Enter();
        _provider.Person = new("a-2", bartek.Email!, true, "Anna");
        await app.Client().Enter();

        Assert.Equal(0, await app.Db(db => db.Set<UserSession>().CountAsync(s => s.UserId == bartek.Id)));
        Assert.Equal(2, await app.Db(db => db.Set<UserSession>().CountAsync(s => s.UserId == anna.Id)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task An_address_that_the_provider_does_not_vouch_for_opens_nothing(bool? verified)
    {
        var anna = await app.Person("Anna");
        _provider.Person = new("x-1", anna.Email!, verified, "Nie Anna");

        await IsRefused("adres", "Dostawca nie potwierdza");
        Assert.Equal(0, await app.Db(db => db.Set<IdentityUserLogin<int>>().CountAsync(l => l.UserId == anna.Id)));
    }

    [Fact]
    public async Task An_account_whose_address_nobody_proved_is_not_taken_over()
    {
        var squatter = await app.Person("Ula", verified: false);
        _provider.Person = new("u-1", squatter.Email!, true, "Prawdziwa Ula");

        await IsRefused("konto", "Nie pamiętam hasła");
        Assert.False(await app.Db(db => db.Users.Where(u => u.Id == squatter.Id).Select(u => u.EmailConfirmed).SingleAsync()));
    }

    [Fact]
    public async Task A_disabled_person_stays_out()
    {
        var bartek = await app.Person("Bartek");
        await app.Db(db => db.Users.Where(u => u.Id == bartek.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));
        _provider.Person = new("b-1", bartek.Email!, true, "Bartek");

        await IsRefused("wylaczone", "To konto jest zamknięte");
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_all_the_same()
    {
        var celina = await app.Person("Celina");
        await app.Db(db => db.Users.Where(u => u.Id == celina.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, true)));
        _provider.Person = new("c-1", celina.Email!, true, "Celina");
        var browser = app.Client();

        Assert.StartsWith("/logowanie/kod", (await browser.Enter()).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
    }

    [Fact]
    public async Task A_token_with_another_nonce_issuer_audience_or_key_or_an_old_one_is_refused()
    {
        var anna = await app.Person("Anna");
        _provider.Person = new("a-3", anna.Email!, true, "Anna");
        foreach (var forge in (Action[])
        [
            () => _provider.Forge = token => token.Subject!.SetClaim("nonce", "inny"),
            () => _provider.Forge = token => token.Issuer = "https://inny.example/",
            () => _provider.Forge = token => { token.Claims?.Remove("aud"); token.Audiences.Clear(); token.Audience = "ktos-inny"; },
            () => _provider.Forge = token => (token.IssuedAt, token.NotBefore, token.Expires) = (DateTime.UnixEpoch, DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1)),
            () => _provider.UsesForeignKey = true,
        ])
        {
            (_provider.Forge, _provider.UsesForeignKey) = (null, false);
            forge();
            await IsRefused("dostawca", "się nie udało");
        }

        (_provider.Forge, _provider.UsesForeignKey) = (null, false);
        Assert.Equal("/start", (await app.Client().Enter()).Headers.Location!.ToString()); // and the same honest one is let in
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_is_refused()
    {
        var anna = await app.Person("Anna");
        _provider.Person = new("a-4", anna.Email!, true, "Anna");
        var answer = await app.Client().AnswerOfProvider();

        var other = await app.Client().GetAsync(answer);
        Assert.Equal("/logowanie?odmowa=dostawca", other.Headers.Location!.ToString());
    }

    [Fact]
    public async Task State_and_nonce_lie_in_cookies_of_this_host_alone_and_PKCE_is_asked_for()
    {
        await using var safe = await app.Changed(host => host.UseSetting("Norda:PublicUrl", "https://izba.example"));
        var asked = await safe.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }).GetAsync("/logowanie/przez/0");

        var cookies = asked.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, c => Assert.Matches("^__Host-norda-(state|nonce)\\.", c));
        Assert.All(cookies, c => Assert.All((string[])["path=/;", "secure", "samesite=lax", "httponly"], part => Assert.Contains(part, c + ";", StringComparison.OrdinalIgnoreCase)));
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked.Headers.Location!.Query);
        Assert.Equal(("S256", "code", "https://izba.example/logowanie/powrot-od/0"), (query["code_challenge_method"].ToString(), query["response_type"].ToString(), query["redirect_uri"].ToString()));
    }

    [Fact]
    public async Task A_provider_that_is_away_is_no_error_page()
    {
        await using var away = await app.Changed(host => host.UseSetting("Norda:Oidc:0:Authority", "http://127.0.0.1:9"));
        var answer = await away.CreateClient(new() { AllowAutoRedirect = false }).GetAsync("/logowanie/przez/0");

        Assert.Equal("/logowanie?odmowa=dostawca", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("//zly.example")]
    [InlineData("https://zly.example")]
    [InlineData("/\\zly.example")]
    public async Task Nobody_is_sent_to_another_site_afterwards(string back)
    {
        var anna = await app.Person("Anna");
        _provider.Person = new(Guid.NewGuid().ToString(), anna.Email!, true, "Anna");

        Assert.Equal("/start", (await app.Client().Enter(back)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Without_configuration_there_is_neither_button_nor_address()
    {
        Assert.Equal("Zaloguj się przez Dostawca", (await app.Page("/logowanie")).QuerySelector("a[rel=nofollow]")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/logowanie/przez/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/logowanie/powrot-od/1")).StatusCode);
    }

    private async Task IsRefused(string reason, string words)
    {
        var browser = app.Client();
        var answer = await browser.Enter();
        Assert.Equal($"/logowanie?odmowa={reason}", answer.Headers.Location!.ToString());
        Assert.Contains(words, (await (await browser.GetAsync(answer.Headers.Location)).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
    }

    private static string? Value(IDocument page, string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value");
}

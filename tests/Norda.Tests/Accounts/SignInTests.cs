using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Tests.Accounts;

public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Anna_signs_in_and_comes_back_to_where_she_was_going()
    {
        var browser = await app.NewAccount("anna@wejscie.example");

        var asked = await browser.GetAsync("/konto/sesje");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var answer = await browser.Login("anna@wejscie.example", back: "/konto/sesje");

        Assert.Equal("/konto/sesje", answer.Headers.Location!.ToString());
        Assert.Contains("To urządzenie", (await (await browser.GetAsync("/konto/sesje")).Page()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//zly.example")]
    [InlineData("/\\zly.example")]
    [InlineData("https://zly.example")]
    [InlineData("https:zly.example")]
    [InlineData("\t//zly.example")]
    public async Task Nobody_is_sent_to_another_site(string back)
    {
        var email = $"p{Guid.NewGuid():N}@wejscie.example";
        var browser = await app.NewAccount(email);

        Assert.Equal("/start", (await browser.Login(email, back: back)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Known_and_unknown_addresses_are_told_the_same()
    {
        await app.NewAccount("jest@wejscie.example");

        var known = await Failure("jest@wejscie.example");
        var unknown = await Failure("nie-ma@wejscie.example");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, known.Status);
        Assert.Equal(known, unknown);
    }

    [Fact]
    public async Task Guessing_gets_slower_and_the_page_says_how_long()
    {
        const string Email = "zgadywana@wejscie.example";
        await app.NewAccount(Email);
        var thief = app.Client();
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.Login(Email, $"zgaduję po raz {i} kolejny")).StatusCode);

        var stopped = await thief.Login(Email, "zgaduję jeszcze raz");
        Assert.Equal((HttpStatusCode)429, stopped.StatusCode);
        Assert.Equal("2", stopped.Headers.RetryAfter!.ToString());
        Assert.Equal((HttpStatusCode)429, (await thief.Login(Email)).StatusCode);

        app.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Login(Email)).StatusCode);
    }

    [Fact]
    public async Task An_old_hash_opens_and_is_made_anew()
    {
        var bartek = await app.Person("Bartek");
        await app.Db(db => db.Set<User>().Where(u => u.Id == bartek.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, BCrypt.Net.BCrypt.HashPassword("stare haslo 2024", 4))));

        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().Login(bartek.Email!, "stare haslo 2024")).StatusCode);

        Assert.StartsWith("sha384:", await app.Db(db => db.Set<User>().Where(u => u.Id == bartek.Id).Select(u => u.PasswordHash).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().Login(bartek.Email!, "stare haslo 2024")).StatusCode);
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_the_next_click()
    {
        var bartek = await app.Person("Bartek");
        var browser = await app.As(bartek);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto")).StatusCode);

        await app.Db(db => db.Set<User>().Where(u => u.Id == bartek.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Client().Login(bartek.Email!, "cokolwiek")).StatusCode);
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        var anna = await app.Person("Anna");
        var (one, other) = (await app.As(anna), await app.As(anna));

        var signedOut = await one.Press("/konto", "Wyloguj się");
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/konto")).StatusCode);
        await other.Press("/konto/sesje", "Wyloguj wszędzie");

        Assert.Equal(0, await app.Db(db => db.Set<UserSession>().CountAsync(s => s.UserId == anna.Id)));
    }

    [Fact]
    public async Task A_session_is_revoked_from_the_list_but_nobody_elses()
    {
        var (anna, bartek) = (await app.Person("Anna"), await app.Person("Bartek"));
        var (phone, laptop, his) = (await app.As(anna), await app.As(anna), await app.As(bartek));
        var foreign = await app.Db(db => db.Set<UserSession>().Where(s => s.UserId == bartek.Id).Select(s => s.Id).SingleAsync());

        var page = await (await laptop.GetAsync("/konto/sesje")).Page();
        var revoke = page.QuerySelectorAll("button[name=id]").Single();
        var token = revoke.Closest("form")!.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var id in (string[])[revoke.GetAttribute("value")!, foreign.ToString()])
            await laptop.PostAsync("/konto/sesje", new FormUrlEncodedContent(new Dictionary<string, string> { ["id"] = id, ["__RequestVerificationToken"] = token }));

        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/konto")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await laptop.GetAsync("/konto")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await his.GetAsync("/konto")).StatusCode);
    }

    [Fact]
    public async Task The_office_stays_closed_to_a_password_alone()
    {
        var celina = await app.Person("Celina", staff: Role.Office);

        var held = await (await app.As(celina, secondFactor: false)).GetAsync("/biuro/moderacja");
        Assert.Equal("/konto/drugi-skladnik", held.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await (await app.As(celina)).GetAsync("/biuro/moderacja")).StatusCode);
    }

    [Fact]
    public async Task Forms_without_their_token_are_refused()
    {
        var anna = await app.As(await app.Person("Anna"));
        foreach (var address in (string[])["/logowanie", "/logowanie/kod", "/rejestracja", "/haslo", "/wyloguj", "/konto", "/konto/sesje", "/konto/drugi-skladnik"])
            Assert.Equal(HttpStatusCode.BadRequest, (await anna.PostAsync(address, new FormUrlEncodedContent([]))).StatusCode);
    }

    private async Task<(HttpStatusCode Status, string Text)> Failure(string email)
    {
        var answer = await app.Client().Login(email, "to nie jest moje hasło");
        var page = await answer.Page();
        return (answer.StatusCode, page.QuerySelector("main")!.TextContent);
    }
}

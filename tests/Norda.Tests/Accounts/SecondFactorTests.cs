using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using OtpNet;

namespace Norda.Tests.Accounts;

public sealed class SecondFactorTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_phone_guards_the_account_and_a_recovery_code_stands_in_once()
    {
        const string Email = "telefon@kody.example";
        var browser = await app.NewAccount(Email);
        await browser.Login(Email);
        await browser.Press("/konto/drugi-skladnik", "Przygotuj kod dla telefonu");
        var key = Base32Encoding.ToBytes((await (await browser.GetAsync("/konto/drugi-skladnik")).Page()).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill("/konto/drugi-skladnik", "Włącz kody z telefonu", new() { ["Code"] = "000000" })).StatusCode);

        var on = await (await browser.Fill("/konto/drugi-skladnik", "Włącz kody z telefonu", new() { ["Code"] = new Totp(key).ComputeTotp() })).Page();
        var spare = on.QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, spare.Count);

        Assert.Equal(HttpStatusCode.OK, (await SignIn(Email, Next(key))).Account);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Email, spare[0])).Account);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(Email, spare[0])).Code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(Email, "000000")).Code);
    }

    [Fact]
    public async Task Neither_the_secret_nor_the_codes_can_be_read_in_the_database()
    {
        const string Email = "skradziona@kody.example";
        var browser = await app.NewAccount(Email);
        await browser.Login(Email);
        await browser.Press("/konto/drugi-skladnik", "Przygotuj kod dla telefonu");
        var secret = (await (await browser.GetAsync("/konto/drugi-skladnik")).Page()).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var on = await (await browser.Fill("/konto/drugi-skladnik", "Włącz kody z telefonu", new() { ["Code"] = new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp() })).Page();

        var stored = string.Join('\n', await app.Db(db => db.Set<IdentityUserToken<int>>().Select(t => t.Value).ToListAsync()));
        Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
        Assert.All(on.QuerySelectorAll(".codes code"), code => Assert.DoesNotContain(code.TextContent, stored, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_code_that_was_watched_does_not_work_again()
    {
        const string Email = "podgladana@kody.example";
        var browser = await app.NewAccount(Email);
        await browser.Login(Email);
        await browser.Press("/konto/drugi-skladnik", "Przygotuj kod dla telefonu");
        var key = Base32Encoding.ToBytes((await (await browser.GetAsync("/konto/drugi-skladnik")).Page()).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        await browser.Fill("/konto/drugi-skladnik", "Włącz kody z telefonu", new() { ["Code"] = new Totp(key).ComputeTotp() });

        var code = Next(key);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(Email, code)).Account);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), await SignIn(Email, code));
    }

    [Fact]
    public async Task A_lost_phone_is_switched_off_with_a_recovery_code_and_the_owner_is_told_of_both()
    {
        const string Email = "zgubiony@kody.example";
        var browser = await app.NewAccount(Email);
        await browser.Login(Email);
        await browser.Press("/konto/drugi-skladnik", "Przygotuj kod dla telefonu");
        var key = Base32Encoding.ToBytes((await (await browser.GetAsync("/konto/drugi-skladnik")).Page()).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        var on = await (await browser.Fill("/konto/drugi-skladnik", "Włącz kody z telefonu", new() { ["Code"] = new Totp(key).ComputeTotp() })).Page();

        await browser.Fill("/konto/drugi-skladnik", "Wyłącz kody z telefonu", new() { ["Code"] = on.QuerySelector(".codes code")!.TextContent });

        Assert.False(await app.Db(db => db.Set<User>().Where(u => u.Email == Email).Select(u => u.TwoFactorEnabled).SingleAsync()));
        var letters = await app.Db(db => db.Set<OutboxMail>().Where(m => m.Recipient == Email).Select(m => m.Subject).ToListAsync());
        Assert.Contains("Włączono kody z telefonu", letters);
        Assert.Contains("Wyłączono kody z telefonu", letters);
    }

    [Fact]
    public async Task The_second_step_cannot_be_reached_without_the_first() =>
        Assert.Equal("/logowanie", (await app.Client().GetAsync("/logowanie/kod")).Headers.Location!.ToString());

    /// <summary>A clock may go half a minute wrong; the code with which the phone was switched on has done its work.</summary>
    private static string Next(byte[] key) => new Totp(key).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30));

    private async Task<(HttpStatusCode Code, HttpStatusCode Account)> SignIn(string email, string code)
    {
        var browser = app.Client();
        var first = await browser.Login(email);
        Assert.StartsWith("/logowanie/kod", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
        var second = await browser.Fill("/logowanie/kod", "Sprawdź kod", new() { ["Code"] = code });
        return (second.StatusCode, (await browser.GetAsync("/konto")).StatusCode);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts.Demo;

namespace Norda.Tests.Security;

/// <summary>A cookie is worth what its row says now.</summary>
[Collection(SiegeGround.Name)]
public sealed class SessionTests(Siege siege)
{
    private const string Name = "norda";
    private const string Email = "celina" + DemoPeople.Domain;

    [Fact]
    public async Task Who_signs_in_gets_a_new_session_and_not_the_one_that_was_there()
    {
        await siege.Restore();
        var planted = await CookieOf(siege["bartek"].Client);
        var victim = siege.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var look = Get("/konto", planted);
        Assert.Equal(HttpStatusCode.OK, (await victim.SendAsync(look)).StatusCode);

        var celina = siege.Client();
        var answer = await SignIn(celina, DemoPeople.Password);

        var given = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Name + "=", StringComparison.Ordinal)).Split(';')[0];
        Assert.NotEqual(planted, given);
        Assert.Equal(HttpStatusCode.Redirect, (await Ask("/konto", Name + "=wymyslone")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Ask("/konto", $"{Name}={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/konto", given)).StatusCode);
        await siege.Restore();
    }

    [Fact]
    public async Task An_old_cookie_dies_with_the_password()
    {
        await siege.Restore();
        var (here, elsewhere) = (siege.Client(), siege.Client());
        await SignIn(here, DemoPeople.Password);
        await SignIn(elsewhere, DemoPeople.Password);
        var copied = await CookieOf(elsewhere);

        await here.Fill("/konto", "Zapisz hasło", new() { ["Form.Current"] = DemoPeople.Password, ["Form.Password"] = WebForm.NewPassword });

        Assert.Equal(HttpStatusCode.Redirect, (await Ask("/konto", copied)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/konto")).StatusCode);
        await siege.Restore();
    }

    [Fact]
    public async Task A_copied_cookie_dies_with_signing_out()
    {
        await siege.Restore();
        var celina = siege.Client();
        await SignIn(celina, DemoPeople.Password);
        var copied = await CookieOf(celina);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/konto", copied)).StatusCode);

        await celina.Press("/konto", "Wyloguj się");

        Assert.Equal(HttpStatusCode.Redirect, (await Ask("/konto", copied)).StatusCode);
        await siege.Restore();
    }

    [Fact]
    public async Task A_disabled_person_is_out_of_every_page_at_the_next_click()
    {
        await siege.Restore();
        var open = (await siege.PagesOf("anna")).Where(v => v.Answer.StatusCode == HttpStatusCode.OK && siege.Map.RouteOf(v.Address.Split('?')[0])!.Access is { Act: not Norda.Platform.Access.Act.Read } or { Resource: Norda.Platform.Access.Resource.Account }).Select(v => v.Address).ToList();
        var closed = (await siege.PagesOf(Siege.Visitor)).Where(v => v.Answer.StatusCode == HttpStatusCode.Redirect).Select(v => v.Address).ToHashSet();
        await siege.Db(db => db.Users.Where(u => u.Email == "anna" + DemoPeople.Domain).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));

        var asked = open.Where(closed.Contains).ToList();
        foreach (var address in asked)
            Assert.Equal(HttpStatusCode.Redirect, (await siege["anna"].Client.GetAsync(address)).StatusCode);
        Assert.True(asked.Count > 8, $"{asked.Count} of {open.Count}");
        await siege.Restore();
        Assert.Equal(HttpStatusCode.OK, (await siege["anna"].Client.GetAsync("/konto")).StatusCode);
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, string password) => browser.Fill("/logowanie", "Zaloguj się", new() { ["Form.Email"] = Email, ["Form.Password"] = password });

    private static async Task<string> CookieOf(HttpClient browser) => (await browser.GetAsync("/konto")).RequestMessage!.Headers.GetValues("Cookie").Single().Split("; ").Single(c => c.StartsWith(Name + "=", StringComparison.Ordinal));

    private async Task<HttpResponseMessage> Ask(string address, string cookie)
    {
        using var request = Get(address, cookie);
        return await siege.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }).SendAsync(request);
    }

    private static HttpRequestMessage Get(string address, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        return request;
    }
}

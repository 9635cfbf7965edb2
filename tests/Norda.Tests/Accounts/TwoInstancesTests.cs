using System.Net;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace Norda.Tests.Accounts;

/// <summary>Two applications over one database behind one address, as behind a load balancer: nobody notices which one answers.</summary>
public sealed class TwoInstancesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Who_signs_in_at_one_is_signed_in_at_the_other_and_signs_out_of_both()
    {
        const string Email = "dwie@instancje.example";
        await using var other = await app.Changed(_ => { });
        var (here, there) = await SignedIn(other, Email);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(here), await Status(there)));

        await there.Press("/konto", "Wyloguj się");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (await Status(here), await Status(there)));
    }

    [Fact]
    public async Task A_form_that_one_gave_out_is_taken_by_the_other()
    {
        await using var other = await app.Changed(_ => { });
        var (here, there) = await SignedIn(other, "formularz@instancje.example");
        var page = await (await here.GetAsync("/konto/sesje")).Page();

        Assert.Equal(HttpStatusCode.Redirect, (await there.Send(page, "/konto/sesje", "Wyloguj wszędzie", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await Status(here));
    }

    [Fact]
    public async Task A_device_revoked_at_one_is_out_at_the_other()
    {
        const string Email = "telefon@instancje.example";
        await using var other = await app.Changed(_ => { });
        var (here, there) = await SignedIn(other, Email);
        var phone = app.Client();
        await phone.Login(Email);
        Assert.Equal(HttpStatusCode.OK, await Status(phone));

        await there.Press("/konto/sesje", "Wyloguj");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (await Status(phone), await Status(here)));
    }

    [Fact]
    public async Task The_keys_that_protect_cookies_lie_in_the_database()
    {
        await app.NewAccount("klucze@instancje.example");

        Assert.NotEqual(0, await app.Db(db => db.Set<DataProtectionKey>().CountAsync()));
    }

    /// <summary>One browser, as it is seen from both: the same cookies.</summary>
    private async Task<(HttpClient Here, HttpClient There)> SignedIn(WebApplicationFactory<Program> other, string email)
    {
        await app.NewAccount(email);
        var cookies = new CookieContainer();
        var (here, there) = (Browser(app, cookies), Browser(other, cookies));
        Assert.Equal(HttpStatusCode.Redirect, (await here.Login(email)).StatusCode);
        return (here, there);
    }

    private static HttpClient Browser(WebApplicationFactory<Program> instance, CookieContainer cookies) => instance.CreateDefaultClient(new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(cookies));

    private static async Task<HttpStatusCode> Status(HttpClient browser) => (await browser.GetAsync("/konto")).StatusCode;
}

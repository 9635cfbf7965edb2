using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using Norda.Tests.Privacy;

namespace Norda.Tests.Accounts;

/// <summary>What a person sees and ends of the services through which they sign in.</summary>
public sealed class LinkedProviderTests(ProviderApp app) : IClassFixture<ProviderApp>
{
    private readonly OpenIdProvider _provider = app.Provider;

    [Fact]
    public async Task A_provider_is_unlinked_and_does_not_come_back_by_the_address_alone()
    {
        var anna = await app.WithPassword(await app.Person("Anna"));
        _provider.Person = new("o-1", anna.Email!, true, "Anna");
        var browser = app.Client();
        await browser.Enter();

        Assert.Equal("/konto/dostawcy", (await browser.Press("/konto/dostawcy", "Odłącz")).Headers.Location!.ToString());
        Assert.Equal(0, await Logins(anna));
        Assert.Equal(1, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.UserId == anna.Id && m.Subject == "Odłączono sposób logowania")));
        Assert.Equal("/logowanie?odmowa=odlaczone", (await app.Client().Enter()).Headers.Location!.ToString());
        Assert.Contains("odłączony od Twojego konta", (await app.Page("/logowanie?odmowa=odlaczone")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("/konto/dostawcy", (await browser.Press("/konto/dostawcy", "Pozwól połączyć ponownie")).Headers.Location!.ToString());
        Assert.Equal("/start", (await app.Client().Enter()).Headers.Location!.ToString());
        Assert.Equal(1, await Logins(anna));
    }

    [Fact]
    public async Task The_last_way_in_stays()
    {
        var anna = await app.Person("Anna");
        _provider.Person = new("o-2", anna.Email!, true, "Anna");
        var browser = app.Client();
        await browser.Enter();

        var answer = await browser.Press("/konto/dostawcy", "Odłącz");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("To jedyny sposób", (await answer.Page()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await Logins(anna));
    }

    [Fact]
    public async Task Anothers_provider_is_not_unlinked()
    {
        var (anna, bartek) = (await app.WithPassword(await app.Person("Anna")), await app.WithPassword(await app.Person("Bartek")));
        _provider.Person = new("o-3", anna.Email!, true, "Anna");
        await app.Client().Enter();
        _provider.Person = new("o-4", bartek.Email!, true, "Bartek");
        var his = app.Client();
        await his.Enter();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await his.Fill("/konto/dostawcy", "Odłącz", new() { ["subject"] = "o-3" })).StatusCode);
        Assert.Equal((1, 1), (await Logins(anna), await Logins(bartek)));
    }

    [Fact]
    public async Task Who_is_signed_in_proves_it_once_more_at_the_provider()
    {
        var anna = await app.Person("Anna");
        _provider.Person = new("o-5", anna.Email!, true, "Anna");
        var browser = app.Client();
        Assert.DoesNotContain("prompt=", (await browser.GetAsync("/logowanie/przez/0")).Headers.Location!.Query, StringComparison.Ordinal);
        await browser.Enter();

        Assert.Contains("prompt=login", (await browser.GetAsync("/logowanie/przez/0")).Headers.Location!.Query, StringComparison.Ordinal);
        Assert.Equal("/konto/dostawcy", (await browser.Enter("/konto/dostawcy")).Headers.Location!.ToString());
        Assert.Equal(1, await app.Db(db => db.Set<UserSession>().CountAsync(s => s.UserId == anna.Id))); // in place of the first
    }

    private Task<int> Logins(User person) => app.Db(db => db.Set<IdentityUserLogin<int>>().CountAsync(l => l.UserId == person.Id));
}

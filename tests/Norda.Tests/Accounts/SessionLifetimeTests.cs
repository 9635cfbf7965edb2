using System.Net;

namespace Norda.Tests.Accounts;

/// <summary>Each test moves the clock, so each has an application of its own.</summary>
public sealed class SessionLifetimeTests : TestApp
{
    [Fact]
    public async Task A_session_ends_after_twelve_idle_hours_and_a_remembered_one_after_thirty_days()
    {
        await this.NewAccount("krotka@sesja.example");
        await this.NewAccount("dluga@sesja.example");
        var (one, remembered) = (Client(), Client());
        await one.Login("krotka@sesja.example");
        await remembered.Fill("/logowanie", "Zaloguj się", new() { ["Form.Email"] = "dluga@sesja.example", ["Form.Password"] = Registering.Password, ["Form.Remember"] = "true" });
        Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/konto")).StatusCode);
        Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.Redirect, (await one.GetAsync("/konto")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await remembered.GetAsync("/konto")).StatusCode);
        Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.Redirect, (await remembered.GetAsync("/konto")).StatusCode);
    }

    [Fact]
    public async Task After_ninety_days_the_password_is_wanted_however_often_one_came()
    {
        var browser = await this.As(await this.Person("Anna"));
        for (var hours = 0; hours < 89 * 24; hours += 11)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto/sesje")).StatusCode);
            Clock.Advance(TimeSpan.FromHours(11));
        }

        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto/sesje")).StatusCode);
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Accounts.Passwords;

namespace Norda.Tests.Accounts;

/// <summary>bcrypt costs a tenth of a second of a whole processor: a hundred people at once must not take the site from the others.</summary>
public sealed class LoginStormTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly HttpStatusCode[] Honest = [HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable];

    [Fact]
    public async Task A_hundred_sign_ins_at_once_are_answered_or_told_when_to_come_back_and_other_pages_answer()
    {
        const string Email = "burza@wejscie.example";
        await app.NewAccount(Email);
        var people = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Opened()));

        var storm = people.Select((p, i) => p.Browser.Send(p.Page, "/logowanie", "Zaloguj się", new() { ["Form.Email"] = i % 2 == 0 ? Email : $"{i}@burza.example", ["Form.Password"] = i % 4 == 0 ? Registering.Password : "to nie jest moje hasło" })).ToList();
        var beside = Enumerable.Range(0, 20).Select(i => app.Client().GetAsync($"/katalog?q=burza{i}")).ToList();

        Assert.All(await Task.WhenAll(beside), page => Assert.Equal(HttpStatusCode.OK, page.StatusCode));
        var answers = await Task.WhenAll(storm);
        Assert.All(answers, a => Assert.Contains(a.StatusCode, Honest));
        Assert.All(answers.Where(a => a.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests), a => Assert.NotNull(a.Headers.RetryAfter));
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.ServiceUnavailable); // the gate was really full
        Assert.Equal(HashGate.AtOnce, app.Services.GetRequiredService<HashGate>().Peak);
    }

    [Fact]
    public async Task Of_many_hashes_one_runs_eight_wait_and_the_rest_are_sent_away()
    {
        using var gate = new HashGate();
        using var open = new ManualResetEventSlim();
        var asked = Enumerable.Range(0, 50).Select(_ => gate.Run(() => { open.Wait(); return 1; }, CancellationToken.None)).ToList();

        var refused = asked.Where(a => a.IsFaulted).ToList();
        Assert.Equal(50 - HashGate.AtOnce - HashGate.Waiting, refused.Count);
        Assert.All(refused, r => Assert.IsType<TooBusyException>(r.Exception!.InnerException));
        open.Set();
        Assert.Equal(HashGate.AtOnce + HashGate.Waiting, (await Task.WhenAll(asked.Except(refused))).Length);
        Assert.Equal(HashGate.AtOnce, gate.Peak);
    }

    private async Task<(HttpClient Browser, AngleSharp.Dom.IDocument Page)> Opened()
    {
        var browser = app.Client();
        return (browser, await (await browser.GetAsync("/logowanie")).Page());
    }
}

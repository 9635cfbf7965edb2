using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Demo;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Tests.Access;

namespace Norda.Tests.Security;

/// <summary>Whoever comes too often is told when to come back: 429 with Retry-After.</summary>
[Collection(SiegeGround.Name)]
public sealed class LimiterTests(Siege siege)
{
    private const int Few = 4;
    private const string WrongPassword = "to nie jest moje hasło";

    [Fact]
    public async Task Every_endpoint_that_writes_is_limited_for_a_visitor()
    {
        await siege.Restore();
        await using var strict = await siege.Changed(host => host.UseSetting(RateLimits.FormsSetting, $"{Few * 4}"));
        var (written, number) = (siege.Map.Roads.Where(r => r.IsWritten && AccessTable.Rules[(r.Access!.Resource, r.Access.Act)].Contains(Role.Visitor)).ToList(), 0);
        foreach (var road in written)
        {
            var visitor = strict.CreateClient(new() { AllowAutoRedirect = false });
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{++number}");
            for (var i = 0; i < Few; i++)
                await visitor.PostAsync(Addresses.Of(road.Route), new FormUrlEncodedContent([]));
            await IsSlowedDown(await visitor.PostAsync(Addresses.Of(road.Route), new FormUrlEncodedContent([])), road);
        }

        Console.WriteLine($"   limiters: {written.Count} routes that write");
    }

    [Fact]
    public async Task A_person_is_limited_wherever_they_come_from_and_others_are_not()
    {
        await siege.Restore();
        await using var strict = await siege.Changed(host => host.UseSetting(RateLimits.FormsSetting, $"{Few}"));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= Few; i++)
        {
            using var request = await Signed("anna", $"198.51.100.{i}");
            statuses.Add((await strict.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }).SendAsync(request)).StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, Few), HttpStatusCode.TooManyRequests], statuses);
        using var other = await Signed("bartek", "198.51.100.1");
        Assert.Equal(HttpStatusCode.BadRequest, (await strict.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }).SendAsync(other)).StatusCode);
    }

    [Fact]
    public async Task Every_question_is_limited_for_a_visitor()
    {
        await using var strict = await siege.Changed(host => host.UseSetting(RateLimits.Setting, $"{Few}"));
        var number = 0;
        foreach (var road in siege.Map.Roads.Where(r => r.IsRead && r.Access is { Resource: Resource.Directory or Resource.Search }))
        {
            var visitor = strict.CreateClient(new() { AllowAutoRedirect = false });
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{++number}");
            for (var i = 0; i < Few; i++) // another question each time: what is kept in memory is not counted
                await visitor.GetAsync($"/api/v1/search/suggest?q={number}x{i}");
            await IsSlowedDown(await visitor.GetAsync(Addresses.Of(road.Route) + $"?q={Guid.NewGuid():N}"), road);
        }
    }

    [Fact]
    public async Task Guessing_a_password_is_slowed_down_in_every_form_that_asks_for_one()
    {
        await siege.Restore();
        var (asked, wrong) = (0, new List<string>());
        foreach (var form in (await siege.Forms()).Where(f => f.Fields.Any(p => p.Kind == "password" && !p.IsNewPassword)))
        {
            await siege.Restore();
            var password = form.Fields.First(p => p.Kind == "password" && !p.IsNewPassword).Name;
            var answers = new List<HttpResponseMessage>();
            for (var i = 0; i < 5; i++)
                answers.Add(await siege[form.Who].Send(form, form.With(password, WrongPassword)));
            asked++;
            if (answers[^1] is not { StatusCode: HttpStatusCode.TooManyRequests, Headers.RetryAfter: not null })
                wrong.Add($"{form}: {string.Join(' ', answers.Select(a => (int)a.StatusCode))}");
        }

        await siege.Restore();
        Assert.True(asked >= 4, $"Only {asked} forms ask for a password.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Guessing_a_code_is_slowed_down_at_the_door_and_behind_it()
    {
        await siege.Restore();
        await siege.Db(db => db.Set<User>().Where(u => u.Email == "celina" + DemoPeople.Domain).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, true)));
        var door = siege.Client();
        await door.Fill("/logowanie", null, new() { ["Form.Email"] = "celina" + DemoPeople.Domain, ["Form.Password"] = DemoPeople.Password });
        await IsSlowedDown(await Last(5, () => door.Fill("/logowanie/kod", null, new() { ["Code"] = "000000" })));

        await siege.Restore();
        await siege.Db(db => db.Set<User>().Where(u => u.Email == "celina" + DemoPeople.Domain).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, true)));
        await IsSlowedDown(await Last(5, () => siege["celina"].Post("/konto/drugi-skladnik?handler=Off", [new("Code", "000000"), new("__RequestVerificationToken", siege["celina"].Token)])));
        await siege.Restore();
    }

    [Fact]
    public async Task A_firm_invites_so_many_in_a_day_and_no_more()
    {
        await siege.Restore();
        var sent = 0;
        var last = await Last(21, () => siege["anna"].Post("/moja-firma/zespol?handler=Invite", [new("email", $"kolega{sent++}@firma.example"), new("role", "Viewer"), new("__RequestVerificationToken", siege["anna"].Token)]));

        await IsSlowedDown(last);
        // The limiter counts the day in slices of its own clock, and one may have ended between the first invitation and the last.
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromHours(23), TimeSpan.FromDays(1));
        await siege.Restore();
    }

    private static async Task<HttpResponseMessage> Last(int times, Func<Task<HttpResponseMessage>> ask)
    {
        var answer = await ask();
        for (var i = 1; i < times; i++)
            answer = await ask();
        return answer;
    }

    private static async Task IsSlowedDown(HttpResponseMessage answer, Road? road = null)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.TooManyRequests, $"{road?.Route}: {answer.StatusCode}");
        Assert.True(answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("Coś się u nas zepsuło", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpRequestMessage> Signed(string who, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/konto") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Cookie", (await siege[who].Client.GetAsync("/konto")).RequestMessage!.Headers.GetValues("Cookie").Single());
        request.Headers.Add("X-Forwarded-For", address);
        return request;
    }
}

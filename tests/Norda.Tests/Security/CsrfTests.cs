using System.Net;
using Norda.Platform.Access;
using Norda.Tests.Access;

namespace Norda.Tests.Security;

/// <summary>Another site sends a form in somebody's name.</summary>
[Collection(SiegeGround.Name)]
public sealed class CsrfTests(Siege siege)
{
    /// <summary>No token is asked for: a look is all that it changes, and error pages show themselves for posts too.</summary>
    private static readonly string[] Harmless = ["/wyglad", "/blad/{code:int}"];

    /// <summary>Their secret is the proof, and mail programs press it without a page (RFC 8058).</summary>
    private static readonly string[] StopLinks = ["/powiadomienia/stop/{secret}", "/newsletter/rezygnacja/{secret}"];

    /// <summary>Called by scripts, which no other site's form can be: JSON alone is read, or the browser's word of where the call comes from stands in for the token.</summary>
    private static readonly string[] OfScripts = ["/biuro/wydarzenia/{id:int}/wejscie/bilety", "/api/v1/messages", "/api/v1/notifications/{id}/read"];

    /// <summary>Called by the operator of payments: its signature is the proof.</summary>
    private static readonly string[] Signed = ["/platnosci/przelewy24/wplata", "/platnosci/przelewy24/zwrot"];

    private static readonly string[] WithoutToken = [.. Harmless, .. StopLinks, .. OfScripts, .. Signed];

    [Fact]
    public async Task No_endpoint_takes_a_form_without_its_token()
    {
        await siege.Restore();
        var before = await siege.Rows();
        var (asked, wrong) = (0, new List<string>());
        foreach (var who in Siege.Everyone)
        {
            foreach (var road in siege.Map.Roads.Where(r => r.IsWritten && !WithoutToken.Contains(r.Route)))
            {
                var answer = await siege[who].Post(Addresses.Of(road.Route), [new("id", "1"), new("Form.Name", "x")]);
                asked++;
                if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized))
                    wrong.Add($"{who}: {road.Route} {answer.StatusCode}");
            }
        }

        Console.WriteLine($"   csrf: {asked} posts without a token");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Empty(RowChanges.Between(before, await siege.Rows()));
    }

    [Fact]
    public async Task No_form_is_taken_with_anothers_token_or_from_another_site()
    {
        await siege.Restore();
        var before = await siege.Rows();
        var (asked, wrong) = (0, new List<string>());
        foreach (var form in (await siege.Forms()).Where(f => !WithoutToken.Contains(f.Action)))
        {
            var mine = siege[form.Who];
            var foreign = mine with { Token = siege[form.Who == "anna" ? "bartek" : "anna"].Token };
            foreach (var (why, answer) in new[] { ("anothers token", await foreign.Send(form, form.Filled())), ("cross-site", await mine.Send(form, form.Filled(), more: r => r.Headers.Add("Sec-Fetch-Site", "cross-site"))) })
            {
                asked++;
                if (answer.StatusCode != HttpStatusCode.BadRequest)
                    wrong.Add($"{form} {why}: {answer.StatusCode}");
            }
        }

        Console.WriteLine($"   csrf: {asked} forms with all they need but their own token");
        Assert.True(asked > 60, $"Only {asked} forms were found.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Empty(RowChanges.Between(before, await siege.Rows()));
    }

    [Fact]
    public async Task The_look_cannot_be_changed_from_another_site()
    {
        var answer = await siege[Siege.Visitor].Post("/wyglad", [new("motyw", "dark")], more: r => r.Headers.Add("Sec-Fetch-Site", "cross-site"));

        Assert.Equal((HttpStatusCode.BadRequest, false), (answer.StatusCode, answer.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task What_scripts_call_takes_no_form_of_another_site()
    {
        await siege.Restore();
        var before = await siege.Rows();
        foreach (var road in siege.Map.Roads.Where(r => r.IsWritten && OfScripts.Contains(r.Route)))
            foreach (var who in Siege.Everyone)
                Assert.Equal(HttpStatusCode.BadRequest, (await siege[who].Post(Addresses.Of(road.Route), [new("id", "1")], more: r => r.Headers.Add("Sec-Fetch-Site", "cross-site"))).StatusCode); // before it is asked who

        Assert.Empty(RowChanges.Between(before, await siege.Rows()));
    }

    /// <summary>The harmless are few, and stay so.</summary>
    [Fact]
    public void Only_a_look_and_error_pages_ask_for_no_token() =>
        Assert.All(siege.Map.Roads.Where(r => Harmless.Contains(r.Route)), r => Assert.True(r.Access is { Resource: Resource.Preference or Resource.Page }));
}

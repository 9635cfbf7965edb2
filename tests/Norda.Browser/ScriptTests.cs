using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Norda.Features.Accounts.Demo;
using Norda.Platform.Access;

namespace Norda.Browser;

/// <summary>A hundred and twenty scripts in every text of every row: no page runs one, and none even tries, so the content policy has nothing to report.</summary>
public sealed partial class ScriptTests(BrowserApp app, HostileApp hostile) : IClassFixture<HostileApp>
{
    private const int MostOfOneShape = 1;

    /// <summary>The reference of the API looks whether it may compile its checks, and takes no for an answer; nothing that people write is on that page.</summary>
    private const string AsksForEval = "/api: script-src eval ";

    private readonly HashSet<string> opened = [];
    private readonly Dictionary<string, int> shapes = [];
    private readonly List<string> faults = [];

    [Fact]
    public async Task No_page_runs_a_stored_script_or_tries_to()
    {
        Assert.Equal(120, HostileApp.Payloads.Distinct().Count());
        Assert.True(hostile.Poisoned > 3000, $"{hostile.Poisoned} texts");
        foreach (var who in (string?[])[null, "anna", "biuro"])
        {
            await using var visitor = await app.Visitor();
            await visitor.AddInitScriptAsync("window.reports = []; addEventListener('securitypolicyviolation', e => window.reports.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`))");
            var page = await visitor.NewPageAsync();
            page.Dialog += async (_, dialog) =>
            {
                faults.Add($"{page.Url}: a dialog");
                await dialog.DismissAsync();
            };
            if (who is not null)
                await SignIn(page, who);
            await Open(page, who);
        }

        Console.WriteLine($"   scripts: {HostileApp.Payloads.Length} payloads in {hostile.Poisoned} texts, {opened.Count} pages");
        Assert.True(opened.Count > 50, $"Only {opened.Count} pages were opened.");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_planted_script_would_be_seen()
    {
        await using var visitor = await app.Visitor();
        await visitor.AddInitScriptAsync("window.reports = []; addEventListener('securitypolicyviolation', e => window.reports.push(e.violatedDirective))");
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(hostile.Url + "/blad/404");
        await page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')");
        await page.WaitForFunctionAsync("window.reports.length > 0");
    }

    private async Task SignIn(IPage page, string who)
    {
        await page.GotoAsync(hostile.Url + "/logowanie");
        await page.FillAsync("[name='Form.Email']", who + DemoPeople.Domain);
        await page.FillAsync("[name='Form.Password']", DemoPeople.Password);
        await page.PressAsync("[name='Form.Password']", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("logowanie", StringComparison.Ordinal));
    }

    /// <summary>Every route without places, and what links lead to; what another person has opened already is not opened again.</summary>
    private async Task Open(IPage page, string? who)
    {
        var waiting = new Queue<string>(AccessInventory.List(hostile.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .Where(e => e.Resource is not (Resource.Asset or Resource.Health) && !e.Route.Contains('{', StringComparison.Ordinal) && e.Methods != "POST" && !e.Route.StartsWith("/api/", StringComparison.Ordinal)).Select(e => e.Route));
        while (waiting.TryDequeue(out var address))
        {
            if (opened.Contains(address) || IsNoPage(address) || who is null && address.StartsWith("/moja-firma", StringComparison.Ordinal))
                continue;
            var shape = Shape().Replace(address.Split('=')[0], "/*");
            if (shapes.GetValueOrDefault(shape) >= MostOfOneShape)
                continue;
            IResponse? answer;
            try
            {
                answer = await page.GotoAsync(hostile.Url + address, new() { WaitUntil = WaitUntilState.Load });
            }
            catch (PlaywrightException file) when (file.Message.Contains("Download is starting", StringComparison.Ordinal))
            {
                continue;
            }

            if (answer is not { Status: < 400 } || !answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal) || answer.Url.Contains("/logowanie?powrot", StringComparison.Ordinal))
            {
                if (answer?.Status >= 500)
                    faults.Add($"{who} {address}: {answer.Status}");
                continue;
            }

            shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
            opened.Add(address);
            await Look(page, answer, address);
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]:not([download])')].map(a => a.getAttribute('href'))"))
                if (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !link.StartsWith("/en", StringComparison.Ordinal))
                    waiting.Enqueue(link.Split('#')[0]);
        }
    }

    /// <summary>Files are saved, not shown, and the stream of notifications never ends.</summary>
    private static bool IsNoPage(string address) => address.StartsWith("/powiadomienia/strumien", StringComparison.Ordinal) || Path.HasExtension(address.Split('?')[0]) || address.EndsWith("/pobierz", StringComparison.Ordinal);

    private async Task Look(IPage page, IResponse answer, string address)
    {
        var meant = WebUtility.HtmlDecode(Title().Match(await answer.TextAsync()).Groups["text"].Value);
        var (title, reports) = (await page.TitleAsync(), await page.EvaluateAsync<string[]>("window.reports"));
        if (Blanks().Replace(meant, " ").Trim() != Blanks().Replace(title, " ").Trim() || title == "XSS")
            faults.Add($"{address}: title \"{title}\" instead of \"{meant}\"");
        faults.AddRange(reports.Select(r => $"{address}: {r}").Where(r => r != AsksForEval));
    }

    [GeneratedRegex("<title>(?<text>.*?)</title>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("(?<=/firma|/katalog|/katalog/miejscowosc)/[^/?]+|/[0-9]+")]
    private static partial Regex Shape();
}

using System.Globalization;
using Microsoft.Playwright;
using Norda.Features.Accounts.Demo;

namespace Norda.Browser;

/// <summary>What a newcomer's browser fetches, in bytes with headers, from the published app: only there are files compressed as people get them.</summary>
public class FirstViewTests(BrowserApp app, PublishedApp published) : IClassFixture<PublishedApp>
{
    private const int Limit = 55 * 1024;

    [Theory]
    [InlineData("/katalog")]
    [InlineData("/firma/metal-port-zolkiewski")]
    public async Task The_first_view_is_light(string path)
    {
        var (page, arrived) = await FirstVisit(path);
        Weigh(path, arrived);
        await page.Context.CloseAsync();
    }

    /// <summary>Nobody comes here as a newcomer, but on a new device one does: the heaviest page of all, with its open line and the bell's count.</summary>
    [Theory]
    [InlineData("anna")]
    [InlineData("biuro")]
    public async Task The_start_page_is_light_as_well(string person)
    {
        var cookies = await SignIn(person);
        var (page, arrived) = await FirstVisit("/start", cookies);
        Weigh($"/start ({person})", arrived);
        await page.Context.CloseAsync();
    }

    /// <summary>Letters that Polish does not have are in a file that only the pages with such a letter fetch.</summary>
    [Fact]
    public async Task A_foreign_letter_brings_its_font()
    {
        var (page, arrived) = await FirstVisit("/katalog");
        Assert.DoesNotContain(arrived, file => file.Address.Contains("accents", StringComparison.Ordinal));

        await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync("document.querySelector('h1').append('Kaszëbë')"),
            answer => answer.Ok && answer.Url.Contains("accents", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private static void Weigh(string path, List<(string Address, double Bytes)> arrived)
    {
        var bytes = arrived.Sum(file => file.Bytes);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes:0} bytes"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes:0} bytes"));
        Assert.True(bytes < Limit, $"{bytes:0} of {Limit} bytes:\n{string.Join('\n', arrived.OrderByDescending(file => file.Bytes).Select(file => $"{file.Bytes,6:0} {file.Address}"))}");
    }

    private async Task<IReadOnlyList<BrowserContextCookiesResult>> SignIn(string person)
    {
        Assert.SkipWhen(published.Url is null, "Needs the published app: start it by bin/test browser.");
        await using var context = await app.Visitor();
        var page = await context.NewPageAsync();
        await page.GotoAsync(published.Url + "/logowanie");
        await page.FillAsync("[name='Form.Email']", person + DemoPeople.Domain);
        await page.FillAsync("[name='Form.Password']", DemoPeople.Password);
        await page.ClickAsync("main form button.btn-primary");
        await page.WaitForURLAsync(url => !url.Contains("/logowanie", StringComparison.Ordinal));
        return await context.CookiesAsync();
    }

    /// <param name="cookies">Of who is signed in; their pages keep a line open, so that the network never idles.</param>
    private async Task<(IPage Page, List<(string Address, double Bytes)> Arrived)> FirstVisit(string path, IReadOnlyList<BrowserContextCookiesResult>? cookies = null)
    {
        Assert.SkipWhen(published.Url is null, "Needs the published app: start it by bin/test browser.");
        var visitor = await app.Visitor();
        await visitor.AddCookiesAsync((cookies ?? []).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var page = await visitor.NewPageAsync();
        var network = await visitor.NewCDPSessionAsync(page);
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        var arrived = new List<(string Address, double Bytes)>();
        network.Event("Network.requestWillBeSent").OnEvent += (_, sent) => asked[sent!.Value.GetProperty("requestId").GetString()!] = sent.Value.GetProperty("request").GetProperty("url").GetString()!;
        network.Event("Network.loadingFinished").OnEvent += (_, end) => arrived.Add((asked[end!.Value.GetProperty("requestId").GetString()!], end.Value.GetProperty("encodedDataLength").GetDouble()));
        await network.SendAsync("Network.enable");
        if (cookies is null)
            await page.GotoAsync(published.Url + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        else
            await page.RunAndWaitForRequestFinishedAsync(() => page.GotoAsync(published.Url + path, new() { WaitUntil = WaitUntilState.Load }), new() { Predicate = request => request.Url.EndsWith("/powiadomienia/liczba", StringComparison.Ordinal) });
        return (page, arrived);
    }
}

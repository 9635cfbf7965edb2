using System.Globalization;
using Microsoft.Playwright;

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
        var bytes = arrived.Sum(file => file.Bytes);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes:0} bytes"));
        Assert.True(bytes < Limit, $"{bytes:0} of {Limit} bytes:\n{string.Join('\n', arrived.OrderByDescending(file => file.Bytes).Select(file => $"{file.Bytes,6:0} {file.Address}"))}");
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

    private async Task<(IPage Page, List<(string Address, double Bytes)> Arrived)> FirstVisit(string path)
    {
        Assert.SkipWhen(published.Url is null, "Needs the published app: start it by bin/test browser.");
        var visitor = await app.Visitor();
        while (!(await visitor.APIRequest.GetAsync(published.Url + "/health/ready")).Ok)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        var page = await visitor.NewPageAsync();
        var network = await visitor.NewCDPSessionAsync(page);
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        var arrived = new List<(string Address, double Bytes)>();
        network.Event("Network.requestWillBeSent").OnEvent += (_, sent) => asked[sent!.Value.GetProperty("requestId").GetString()!] = sent.Value.GetProperty("request").GetProperty("url").GetString()!;
        network.Event("Network.loadingFinished").OnEvent += (_, end) => arrived.Add((asked[end!.Value.GetProperty("requestId").GetString()!], end.Value.GetProperty("encodedDataLength").GetDouble()));
        await network.SendAsync("Network.enable");
        await page.GotoAsync(published.Url + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return (page, arrived);
    }
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Norda.Browser;

/// <summary>A page whose console is listened to: an error in it, a breach of the content policy, or a missing part fails the test.</summary>
public sealed class Watched(IPage page, List<string> errors)
{
    /// <summary>Milliseconds in which scripts that a page loads later may complain.</summary>
    private const int Settling = 150;

    public IPage Page { get; } = page;

    public IReadOnlyList<string> Errors => errors;

    public static async Task<Watched> Open(IBrowserContext visitor, string path)
    {
        var page = await visitor.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
                errors.Add(message.Text);
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !answer.Request.IsNavigationRequest)
                errors.Add($"{answer.Status} {answer.Url}");
        };
        page.PageError += (_, error) => errors.Add(error);
        // Not "network idle": the stream of notifications never ends.
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        await page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForTimeoutAsync(Settling);
        return new Watched(page, errors);
    }

    /// <summary>Asked through its root element a page is looked at in its own window; asked as a page, axe opens a second one each time to put frames together, and there are none here.</summary>
    public Task<AxeResult> Axe(AxeRunOptions? options = null) => Page.Locator(":root").RunAxe(options);

    public void IsQuiet() => Assert.True(errors.Count == 0, $"{Page.Url}:\n{string.Join('\n', errors)}");
}

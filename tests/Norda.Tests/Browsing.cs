using AngleSharp;
using AngleSharp.Dom;

namespace Norda.Tests;

public static class Browsing
{
    public static async Task<IDocument> Page(this HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html).Address(response.RequestMessage!.RequestUri!.ToString()));
    }

    /// <summary>Opens the page and presses the button, as a browser would: antiforgery token, hidden fields and all.</summary>
    public static Task<HttpResponseMessage> Press(this HttpClient client, string address, string button) => client.Fill(address, button, []);

    /// <summary>The same with some fields typed over; without a name, the first button of the page's content.</summary>
    public static async Task<HttpResponseMessage> Fill(this HttpClient client, string address, string? button, Dictionary<string, string> typed) =>
        await client.Send(await (await client.GetAsync(address)).Page(), address, button, typed);

    /// <summary>The same on a page that was opened before: for those who press at the same moment.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient client, IDocument page, string address, string? button, Dictionary<string, string> typed)
    {
        var pressed = button is null ? page.QuerySelector("main form[method=post] button")! : page.QuerySelectorAll("button").First(b => b.TextContent.Trim() == button);
        var form = pressed.Closest("form")!;
        var fields = form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(IsSent).Select(field => KeyValuePair.Create(field.GetAttribute("name")!, Value(field)))
            .Where(f => !typed.ContainsKey(f.Key)).Concat(typed).ToList();
        if (pressed.GetAttribute("name") is { } name)
            fields.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""));
        using var request = new HttpRequestMessage(HttpMethod.Post, (pressed.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } action ? action : address) { Content = new FormUrlEncodedContent(fields) };
        return await client.SendAsync(request);
    }

    /// <summary>A box that is not ticked says nothing.</summary>
    private static bool IsSent(IElement field) => field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked");

    private static string Value(IElement field) => field switch
    {
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
        AngleSharp.Html.Dom.IHtmlTextAreaElement text => text.Value,
        _ => field.GetAttribute("value") ?? "",
    };
}

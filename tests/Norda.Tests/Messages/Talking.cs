using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Messages;
using Norda.Platform.Access;

namespace Norda.Tests.Messages;

/// <summary>People who write to each other through the pages.</summary>
internal static class Talking
{
    public static Task<User> Owner(this TestApp app, string name, Company firm) => app.Person(name, firm, CompanyRole.Owner);

    public static async Task<User> Member(this TestApp app, string name) => await app.Person(name, await app.Firm($"Firma {name} {Guid.NewGuid():N}"[..24]));

    /// <summary>Number of the thread that the first message opened.</summary>
    public static async Task<int> Write(this HttpClient browser, string address, string text, string subject = "Pytanie")
    {
        var sent = await browser.Fill(address, "Wyślij", new() { ["Form.Subject"] = subject, ["Form.Content"] = text });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return int.Parse(sent.Headers.Location!.OriginalString.Split('/', '#')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    public static Task<HttpResponseMessage> Reply(this HttpClient browser, int thread, string text) =>
        browser.Fill($"/wiadomosci/{thread}", "Wyślij", new() { ["Form.Content"] = text });

    public static async Task<string> Read(this HttpClient browser, int thread) => await (await browser.GetAsync($"/wiadomosci/{thread}")).Content.ReadAsStringAsync();

    public static Task<List<PrivateMessage>> In(this TestApp app, int thread) => app.Db(db => db.Set<PrivateMessage>().AsNoTracking().Where(m => m.ThreadId == thread).OrderBy(m => m.Id).ToListAsync());

    /// <summary>The number in the top bar.</summary>
    public static async Task<int> Unread(this HttpClient browser) => int.Parse(await browser.GetStringAsync("/wiadomosci/liczba"), System.Globalization.CultureInfo.InvariantCulture);

    public static Task<HttpResponseMessage> Post(this HttpClient browser, int thread, string handler, Dictionary<string, string>? fields = null) => browser.PostForm($"/wiadomosci/{thread}", $"/wiadomosci/{thread}?handler={handler}", fields ?? []);

    /// <summary>A form with the token of a page that the person may open.</summary>
    public static async Task<HttpResponseMessage> PostForm(this HttpClient browser, string page, string address, Dictionary<string, string> fields)
    {
        var token = (await (await browser.GetAsync(page)).Page()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(address, new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }
}

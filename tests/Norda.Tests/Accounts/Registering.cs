using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Mail;

namespace Norda.Tests.Accounts;

/// <summary>What people do at the door: fill the form, open the letter, type the password.</summary>
internal static partial class Registering
{
    public const string Password = "trzy żagle nad Redą";

    public static Task<HttpResponseMessage> Register(this HttpClient browser, string email, string nip = "5882413562", string password = Password, string name = "Anna Żeglarz") =>
        browser.Fill("/rejestracja", "Załóż konto", new() { ["Form.Name"] = name, ["Form.Email"] = email, ["Form.Nip"] = nip, ["Form.Password"] = password, ["Form.Accepts"] = "true" });

    public static Task<HttpResponseMessage> Login(this HttpClient browser, string email, string password = Password, string? back = null) =>
        browser.Fill("/logowanie" + (back is null ? "" : "?powrot=" + Uri.EscapeDataString(back)), null, new() { ["Form.Email"] = email, ["Form.Password"] = password });

    /// <summary>The address of the newest letter's button, without the host.</summary>
    public static async Task<string> LinkTo(this TestApp app, string email)
    {
        var letter = await app.Db(db => db.Set<OutboxMail>().Where(m => m.Recipient == email).OrderByDescending(m => m.Id).FirstAsync());
        return Address().Match(letter.Text).Groups["path"].Value;
    }

    /// <summary>Registers and proves the address.</summary>
    public static async Task<HttpClient> NewAccount(this TestApp app, string email, string nip = "5882413562")
    {
        var browser = app.Client();
        await browser.Register(email, nip);
        await browser.Press(await app.LinkTo(email), "Tak, potwierdzam");
        return browser;
    }

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}

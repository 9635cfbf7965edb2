using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Mail;
using Norda.Features.Office.Settings;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.FirstRun;

/// <summary>The third step: the server that takes letters. It may wait; letters are then kept as files.</summary>
[Access(Resource.FirstRun, Act.Create)]
[ResponseCache(NoStore = true)]
public class PostModel(FirstRunCode code, ShortMemory memory, SaveChamberSettings save, IOptions<MailOptions> mail) : FirstRunPage(code, memory)
{
    [BindProperty]
    public PostForm Form { get; set; } = new();

    public void OnGet() => Form = PostForm.Of(mail.Value);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await save.Run(Form.Values(), cancel) is { Refusal: { } fault } outcome)
        {
            ModelState.AddModelError("Form." + outcome.Field?.Split(':')[^1], fault);
            return this.ShowAgain();
        }

        return RedirectToPage("/Office/FirstRun/Admin");
    }
}

/// <summary>The mail server as texts. The password is never shown; left blank it stays.</summary>
public sealed class PostForm
{
    public string? Host { get; set; }
    public string? Port { get; set; }
    public string? From { get; set; }
    public string? User { get; set; }
    public string? Password { get; set; }

    public static PostForm Of(MailOptions mail) => new() { Host = mail.Host, Port = mail.Port.ToString(CultureInfo.InvariantCulture), From = mail.From, User = mail.User };

    public Dictionary<string, string?> Values()
    {
        var values = new[] { (nameof(Host), Host), (nameof(Port), Port), (nameof(From), From), (nameof(User), User) }.ToDictionary(v => Key(v.Item1), v => v.Item2);
        if (!string.IsNullOrEmpty(Password))
            values[Key(nameof(Password))] = Password;
        return values;
    }

    private static string Key(string property) => KnownSetting.KeyOf(MailOptions.Section, property);
}

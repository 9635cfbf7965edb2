using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Newsletter;

internal static class IssueLetter
{
    /// <param name="effect">The issue and the person; for a test also the moment.</param>
    public static Letter Of(IStringLocalizer<Texts> texts, Issue issue, Reader to, string effect, string origin, string stop) => new()
    {
        UniqueKey = $"newsletter:{effect}", To = to.Email, ToName = to.Name, UserId = to.UserId, Subject = issue.Subject, Heading = issue.Subject,
        Preview = issue.Items.Count > 0 ? issue.Items[0].Title : null,
        Introduction = [.. (issue.Intro ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Items = [.. issue.Items.Select(i => new LetterItem(i.Title, i.Note, origin + i.Path) { Group = texts[i.Group] })],
        Button = (texts["Zobacz wszystko w serwisie"], origin + "/"),
        Footnote = texts["Dostajesz ten list, bo zgadzasz się na listy o wydarzeniach i ofertach izby."],
        UnsubscribeUrl = stop,
    };
}

/// <summary>Ends the letters of one person: signed by us, so that it needs neither a row nor signing in.</summary>
public sealed class NewsletterStopLink(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Norda.Newsletter");

    public string For(int userId, string origin) => $"{origin}/newsletter/rezygnacja/{protector.Protect(userId.ToString(CultureInfo.InvariantCulture))}";

    /// <returns>Null when we did not sign it.</returns>
    public int? Read(string secret)
    {
        try
        {
            return int.Parse(protector.Unprotect(secret), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

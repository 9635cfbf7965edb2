using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;

namespace Norda.Features.Mail.Bounces;

/// <summary>One letter that did not arrive, as the report of a mail server says (RFC 3464). The number and the moment name the letter.</summary>
public sealed partial record Bounce(int MailId, long Ticks, string Address, string Status, string? Reason)
{
    /// <summary>The server will not take letters to this address tomorrow either.</summary>
    public bool IsHard => Status.StartsWith('5');

    /// <summary>All that the message reports as failed. Empty where it is no report, or one about a letter that is none of ours.</summary>
    public static IReadOnlyList<Bounce> In(MimeMessage message)
    {
        if (message.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } report || LetterOf(message) is not { } letter)
            return [];
        // The first group is about the message, each other one about a recipient.
        return [.. report.StatusGroups.Skip(1).Where(g => g["Action"]?.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase) == true)
            .Select(g => (Address: Value(g["Final-Recipient"] ?? g["Original-Recipient"]), Status: StatusOf(g["Status"]), Reason: Value(g["Diagnostic-Code"])))
            .Where(g => g.Address is not null).Select(g => new Bounce(letter.Id, letter.Ticks, g.Address!, g.Status, g.Reason))];
    }

    /// <summary>The report carries the letter, or its headers, along: our name of it says which it was.</summary>
    private static (int Id, long Ticks)? LetterOf(MimeMessage message)
    {
        var names = message.BodyParts.OfType<MessagePart>().Select(p => p.Message?.MessageId)
            .Concat(message.BodyParts.OfType<TextRfc822Headers>().Select(h => h.Message?.MessageId)).OfType<string>();
        foreach (var name in names)
            if (OwnName().Match(name) is { Success: true } own && int.TryParse(own.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && long.TryParse(own.Groups["at"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
                return (id, ticks);
        return null;
    }

    /// <summary>"rfc822; anna@skrzynka.example" without its type.</summary>
    private static string? Value(string? field) => field?[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim() is { Length: > 0 } value ? value : null;

    /// <summary>A server that says nothing clear is asked again.</summary>
    private static string StatusOf(string? field) => field is not null && Code().Match(field) is { Success: true } code ? code.Value : "4.0.0";

    [GeneratedRegex(@"^norda-(?<id>\d{1,10})-(?<at>\d{1,19})@", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex OwnName();

    [GeneratedRegex(@"[245]\.\d{1,3}\.\d{1,3}", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Code();
}

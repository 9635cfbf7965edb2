using System.Globalization;
using MimeKit;

namespace Norda.Features.Mail;

/// <summary>A row of the outbox as a message: plain text and its HTML twin.</summary>
public static class Envelope
{
    public static MimeMessage Of(OutboxMail letter, MailOptions options, string chamber)
    {
        var from = MailboxAddress.Parse(options.From);
        from.Name = chamber;
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = new DateTimeOffset(letter.CreatedAt, TimeSpan.Zero),
            // The same letter sent twice after a cut has the same name, and servers keep one of the two.
            MessageId = string.Create(CultureInfo.InvariantCulture, $"norda-{letter.Id}-{letter.CreatedAt.Ticks}@{from.Domain}"),
            Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(letter.RecipientName, letter.Recipient));
        if (letter.ReplyTo is { } reply)
            message.ReplyTo.Add(MailboxAddress.Parse(reply));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.UnsubscribeUrl is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click"); // RFC 8058
        }

        return message;
    }
}

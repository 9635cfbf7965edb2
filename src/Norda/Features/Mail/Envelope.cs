using System.Globalization;
using System.Text;
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
            Body = Body(letter),
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

    private static MimeEntity Body(OutboxMail letter)
    {
        var body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html };
        if (letter.Calendar is { } calendar)
        {
            var file = body.Attachments.Add("wydarzenie.ics", Encoding.UTF8.GetBytes(calendar), new ContentType("text", "calendar"));
            file.ContentType.Charset = "utf-8";
            // Mail programs offer to enter it, or to strike it out, by what the file itself says.
            file.ContentType.Parameters["method"] = calendar.Contains("METHOD:CANCEL", StringComparison.Ordinal) ? "CANCEL" : "PUBLISH";
        }

        if (letter.File is { } paper)
            body.Attachments.Add(letter.FileName ?? "pismo.pdf", paper, new ContentType("application", "pdf"));
        return body.ToMessageBody();
    }
}

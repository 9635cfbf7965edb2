using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Mail;

/// <summary>Puts a letter into the outbox of the caller's unit of work: it is sent when, and only when, the caller's change is saved.</summary>
public class QueueMail(AppDb db, TimeProvider clock, IOptions<ChamberOptions> chamber, IStringLocalizer<Texts> texts)
{
    /// <summary>Saves nothing. A letter of the same <see cref="Letter.UniqueKey"/> makes the caller's save fail: ask before, or name the effect.</summary>
    public void Run(Letter letter)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new OutboxMail
        {
            UniqueKey = letter.UniqueKey, Recipient = letter.To, RecipientName = OneLine(letter.ToName), UserId = letter.UserId, Subject = OneLine(letter.Subject)!,
            Text = LetterLayout.Text(letter, chamber.Value.Name), Html = LetterLayout.Page(letter, chamber.Value.Name, chamber.Value.Owner, texts["Nie chcę takich wiadomości"]),
            Calendar = letter.Calendar, File = letter.File?.Content, FileName = letter.File?.Name, UnsubscribeUrl = letter.UnsubscribeUrl, ReplyTo = letter.ReplyTo, CreatedAt = now, NextAttemptAt = now,
        });
    }

    /// <summary>A header is one line; what was typed with line breaks does not become two headers.</summary>
    private static string? OneLine(string? text) => text is null ? null : string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Notifications;
using Norda.Features.Notifications.Stream;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Messages.Writing;

/// <summary>Puts a message into its thread within the caller's transaction, and tells those who are to read it.</summary>
public class DeliverMessage(AppDb db, Notifier notifier, Live live, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const string Word = "messages";
    public const string RelatedType = "message";

    /// <summary>False when the same message, by its key, is there already: the caller then commits nothing.</summary>
    public async Task<bool> Run(MessageThread thread, Draft draft, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Takes the thread's row, so that its messages are numbered in the order in which they can be read.
        await db.Set<MessageThread>().Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastMessageAt, now), cancel);
        var before = await db.Set<MessageThread>().Where(t => t.Id == thread.Id).Select(t => t.LastMessageId).SingleAsync(cancel);
        await LetManagersIn(thread, before, cancel);
        var message = new PrivateMessage
        {
            ThreadId = thread.Id, SenderId = draft.Writer, RecipientId = draft.Recipient, Subject = PlainText.Line(draft.Subject), Content = PlainText.Clean(draft.Content), ParentId = before == 0 ? null : before,
            CreatedAt = now, FromFirm = draft.FromFirm, ClientKey = string.IsNullOrEmpty(draft.Key) ? null : draft.Key,
        };
        message.Attachments.AddRange(draft.Files);
        db.Add(message);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear();
            await db.Database.RollbackTransactionAsync(cancel);
            return false;
        }

        await db.Set<MessageThread>().Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastMessageId, message.Id), cancel);
        await Tell(thread, message, cancel);
        return true;
    }

    /// <summary>Why these people and the writer do not write to each other; null when they do.</summary>
    public async Task<string?> Blocked(int writer, IQueryable<int> readers, CancellationToken cancel)
    {
        var blocks = await db.Set<MessageBlock>().Where(b => (b.BlockedId == writer && readers.Contains(b.UserId)) || (b.UserId == writer && readers.Contains(b.BlockedId))).Select(b => b.UserId).ToListAsync(cancel);
        return blocks.Count == 0 ? null : blocks.Contains(writer) ? texts["Ta osoba jest przez Ciebie zablokowana. Odblokuj ją, żeby napisać."].Value : texts["Ta osoba nie przyjmuje od Ciebie wiadomości."].Value;
    }

    /// <summary>Managers who came since the last message have a place of their own from now on, with what came before read.</summary>
    private async Task LetManagersIn(MessageThread thread, int before, CancellationToken cancel)
    {
        if (thread.CompanyId is null)
            return;
        var missing = await db.WhoAnswerFor(thread.CompanyId).Where(u => !db.Set<ThreadPerson>().Any(p => p.ThreadId == thread.Id && p.UserId == u.Id)).Select(u => u.Id).ToListAsync(cancel);
        db.AddRange(missing.Select(id => new ThreadPerson { ThreadId = thread.Id, UserId = id, IsFirm = true, LastReadId = before }));
    }

    private async Task Tell(MessageThread thread, PrivateMessage message, CancellationToken cancel)
    {
        var places = db.Set<ThreadPerson>().Where(p => p.ThreadId == thread.Id && p.UserId != message.SenderId);
        await places.Where(p => p.IsArchived).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsArchived, false), cancel);
        // The firm's people read what their colleague wrote, but are not told of it.
        var seen = await places.Select(p => new { p.UserId, p.IsFirm, p.LastReadId }).ToListAsync(cancel);
        foreach (var person in seen.Select(p => p.UserId).Append(message.SenderId))
            live.Publish(person, Word);
        var readers = seen.Where(p => !(p.IsFirm && message.FromFirm)).ToList();
        if (readers.Count == 0)
            return;
        var (ids, from) = (readers.Select(r => r.UserId).ToList(), await From(thread, message, cancel));
        var told = thread.CompanyId is null || message.FromFirm ? db.Users.Where(u => ids.Contains(u.Id)) : db.WhoAnswerFor(thread.CompanyId).Where(u => ids.Contains(u.Id));
        foreach (var language in (string?[])[null, "en"])
        {
            var spoken = told.Where(u => language == "en" ? u.Language == "en" : u.Language == null || u.Language != "en").Select(u => u.Id);
            // One notice for all that comes before it is read: ten lines in a row are one letter.
            await notifier.TellAll(spoken, new Notice(MessageNotices.Received, $"message:{thread.Id}:{readers.Max(r => r.LastReadId)}", Spoken.In(language, () => texts["Nowa wiadomość: {0}", from].Value), $"/wiadomosci/{thread.Id}#odpowiedz")
            { Message = thread.Subject, RelatedType = RelatedType, RelatedId = thread.Id }, cancel);
        }
    }

    private async Task<string> From(MessageThread thread, PrivateMessage message, CancellationToken cancel)
    {
        var name = await db.Users.Where(u => u.Id == message.SenderId).Select(u => u.Name).SingleAsync(cancel);
        return message.FromFirm ? $"{name}, {await db.Companies.Where(c => c.Id == thread.CompanyId).Select(c => c.Name).SingleAsync(cancel)}" : name;
    }
}

/// <param name="Recipient">Null where it goes to a firm.</param>
/// <param name="Key">Of the sender, against sending twice.</param>
public sealed record Draft(int Writer, bool FromFirm, int? Recipient, string? Subject, string Content, string? Key, IReadOnlyList<MessageAttachment> Files);

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Messages.Keeping;

/// <summary>One of a thread asks a moderator to look at one message of it: this message, and no other, can then be seen by moderators.</summary>
public class ShowToModerator(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int threadId, int messageId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var threads = db.Set<MessageThread>().VisibleTo(me).Where(t => t.Id == threadId).Select(t => t.Id);
        var there = db.Set<PrivateMessage>().Where(m => m.Id == messageId && threads.Contains(m.ThreadId) && m.SenderId != me.Id && m.RemovedAt == null);
        return await there.ExecuteUpdateAsync(m => m.SetProperty(x => x.ReportedAt, x => x.ReportedAt ?? now), cancel) == 1 ? Outcome.Done : Outcome.Refuse(texts["Tej wiadomości nie da się zgłosić."]);
    }
}

/// <summary>A message as those of its thread and, once reported, the moderators see it.</summary>
public sealed class ReportedMessage(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts) : IReportable
{
    public string Kind => "message";

    public async Task<Reportable?> Find(int id, CancellationToken cancel)
    {
        var moderates = AccessTable.Allows(me, Resource.Moderation, Act.Change);
        var threads = db.Set<MessageThread>().VisibleTo(me).Select(t => t.Id);
        var said = await db.Set<PrivateMessage>().Where(m => m.Id == id && m.RemovedAt == null && m.ReportedAt != null && (moderates || threads.Contains(m.ThreadId)))
            .Select(m => new { m.Content, m.ThreadId, m.SenderId, m.Sender.Email, m.Sender.Name }).SingleOrDefaultAsync(cancel);
        return said is null ? null : new Reportable(texts["Wiadomość od: {0}", said.Name], said.Content, $"/wiadomosci/{said.ThreadId}#m{id}", null, [new AuthorToTell(said.SenderId, said.Email!, said.Name)]);
    }

    /// <summary>A thread's address is of many messages: the button beside each names its number.</summary>
    public Task<int?> Locate(string path, CancellationToken cancel) => Task.FromResult<int?>(null);

    public async Task<bool> TakeDown(int id, string statement, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<MessageAttachment>().Where(f => f.MessageId == id && f.Message.ReportedAt != null).ExecuteDeleteAsync(cancel);
        return await db.Set<PrivateMessage>().Where(m => m.Id == id && m.ReportedAt != null && m.RemovedAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.RemovedAt, now).SetProperty(x => x.Content, ""), cancel) == 1;
    }
}

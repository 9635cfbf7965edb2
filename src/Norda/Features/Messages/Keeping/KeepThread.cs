using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Keeping;

/// <summary>Puts a thread away for oneself, or takes it back; a new message takes it back too.</summary>
public class ArchiveThread(AppDb db, Me me, TakePlace place, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int threadId, bool away, CancellationToken cancel) =>
        await place.Run(threadId, cancel) && await db.Set<ThreadPerson>().Where(p => p.ThreadId == threadId && p.UserId == me.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsArchived, away), cancel) == 1
            ? Outcome.Done : Outcome.Refuse(texts["Tej rozmowy już nie ma."]);
}

/// <summary>Deletes one's own copy of a thread. The other side keeps theirs, and what they write next brings the thread back without the past.</summary>
public class DeleteThread(AppDb db, Me me, TakePlace place, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int threadId, CancellationToken cancel) =>
        await place.Run(threadId, cancel) && await db.Set<ThreadPerson>().Where(p => p.ThreadId == threadId && p.UserId == me.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.DeletedUpTo, x => db.Set<MessageThread>().Where(t => t.Id == x.ThreadId).Select(t => t.LastMessageId).First()), cancel) == 1
            ? Outcome.Done : Outcome.Refuse(texts["Tej rozmowy już nie ma."]);
}

/// <summary>Gives a manager who came later a place of their own in a thread of the firm.</summary>
public class TakePlace(AppDb db, Me me)
{
    /// <summary>False when the thread is not the person's to see.</summary>
    public async Task<bool> Run(int threadId, CancellationToken cancel)
    {
        var threads = db.Set<MessageThread>().VisibleTo(me).Where(t => t.Id == threadId);
        if (await threads.Select(t => new { HasPlace = t.People.Any(p => p.UserId == me.Id), t.LastMessageId }).SingleOrDefaultAsync(cancel) is not { } thread)
            return false;
        if (thread.HasPlace)
            return true;
        var place = new ThreadPerson { ThreadId = threadId, UserId = me.Id!.Value, IsFirm = true, LastReadId = thread.LastMessageId };
        db.Add(place);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.Entry(place).State = EntityState.Detached;
        }

        return true;
    }
}

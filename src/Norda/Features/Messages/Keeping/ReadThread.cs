using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Notifications.Inbox;
using Norda.Features.Notifications.Stream;
using Norda.Features.Messages.Writing;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Keeping;

/// <summary>Somebody opened a thread: what it shows is read, the other side sees that, and no letter speaks of it any more.</summary>
public class ReadThread(AppDb db, Me me, ReadNotices notices, LiveFeed feed, TimeProvider clock)
{
    /// <param name="newest">Of the messages that were shown; what came since stays unread.</param>
    /// <param name="people">Of the thread, whose open pages show the receipt.</param>
    public async Task Run(int threadId, int newest, IReadOnlyList<int> people, CancellationToken cancel)
    {
        if (me.Id is not { } reader)
            return;
        if (await db.Set<ThreadPerson>().Where(p => p.ThreadId == threadId && p.UserId == reader && p.LastReadId < newest).ExecuteUpdateAsync(p => p.SetProperty(x => x.LastReadId, newest), cancel) == 0)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        var place = db.Set<ThreadPerson>().Where(p => p.ThreadId == threadId && p.UserId == reader);
        var heard = await db.Set<PrivateMessage>().Where(m => m.ThreadId == threadId && m.Id <= newest && !m.IsRead && m.SenderId != reader && place.Any(p => !(p.IsFirm && m.FromFirm)))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.IsRead, true).SetProperty(x => x.ReadAt, now), cancel);
        await notices.About(DeliverMessage.RelatedType, threadId, cancel);
        if (heard == 0)
            return;
        foreach (var person in people)
            feed.Publish(person, DeliverMessage.Word);
    }
}

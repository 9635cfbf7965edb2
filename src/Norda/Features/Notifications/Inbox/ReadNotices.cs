using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Notifications.Stream;
using Norda.Platform.Access;

namespace Norda.Features.Notifications.Inbox;

/// <summary>Marks notices as read: one, or all that the person has seen the list of. Once read, they go into no mail.</summary>
public class ReadNotices(AppDb db, Me me, LiveFeed feed, TimeProvider clock)
{
    public Task<int> One(int id, CancellationToken cancel) => Read(db.Set<UserNotification>().Where(n => n.Id == id), cancel);

    /// <param name="newest">Of the list that the person looked at; what came since stays unread.</param>
    public Task<int> UpTo(int newest, CancellationToken cancel) => Read(db.Set<UserNotification>().Where(n => n.Id <= newest), cancel);

    /// <summary>The person was at the place itself: what told of it is read.</summary>
    public Task<int> About(string relatedType, int relatedId, CancellationToken cancel) => Read(db.Set<UserNotification>().Where(n => n.RelatedType == relatedType && n.RelatedId == relatedId), cancel);

    private async Task<int> Read(IQueryable<UserNotification> notices, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var read = await notices.Where(n => n.UserId == me.Id && !n.IsRead).ExecuteUpdateAsync(n => n.SetProperty(x => x.IsRead, true).SetProperty(x => x.ReadAt, now).SetProperty(x => x.IsPushDue, false), cancel);
        if (read > 0)
            feed.Publish(me.Id!.Value, Live.Notifications);
        return read;
    }
}

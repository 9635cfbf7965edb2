using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Notifications;

public static class NotificationQueries
{
    /// <summary>More than this nobody counts: "99+".</summary>
    public const int MostCounted = 100;

    extension(IQueryable<UserNotification> told)
    {
        public IQueryable<UserNotification> Of(int? userId) => told.Where(n => n.UserId == userId);

        public IQueryable<UserNotification> Unread() => told.Where(n => !n.IsRead);
    }

    /// <summary>Unread notices, counted no further than <see cref="MostCounted"/>: one look into the index.</summary>
    public static Task<int> CountUnread(this AppDb db, int? userId, CancellationToken cancel) =>
        db.Set<UserNotification>().Of(userId).Unread().Take(MostCounted).CountAsync(cancel);
}

using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications;

public static class NotificationQueries
{
    extension(IQueryable<UserNotification> told)
    {
        public IQueryable<UserNotification> Of(int? userId) => told.Where(n => n.UserId == userId);

        public IQueryable<UserNotification> Unread() => told.Where(n => !n.IsRead);
    }

    /// <summary>Unread notices, no more of them than anybody counts: one look into the index.</summary>
    public static IQueryable<int> UnreadNotices(this AppDb db, int? userId) => db.Set<UserNotification>().Of(userId).Unread().Select(n => n.Id).Take(TopBarSign.MostCounted);
}

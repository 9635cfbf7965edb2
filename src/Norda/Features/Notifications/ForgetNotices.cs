using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Notifications;

/// <summary>Deletes notices that nobody needs any more, and all of people who closed their account or never proved its address.</summary>
public class ForgetNotices(AppDb db)
{
    private static readonly TimeSpan Read = TimeSpan.FromDays(180);
    private static readonly TimeSpan Unread = TimeSpan.FromDays(365);

    public async Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var (read, unread) = (now - Read, now - Unread);
        return await db.Set<UserNotification>().Where(n => n.CreatedAt < unread || n.IsRead && n.CreatedAt < read || !db.Users.Any(u => u.Id == n.UserId && u.IsActive)).ExecuteDeleteAsync(cancel)
            + await db.Set<PushSubscription>().Where(d => db.Users.Any(u => u.Id == d.UserId && !u.IsActive)).ExecuteDeleteAsync(cancel);
    }
}

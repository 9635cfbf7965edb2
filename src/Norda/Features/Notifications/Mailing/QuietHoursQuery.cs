using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Notifications.Mailing;

public static class QuietHoursQuery
{
    /// <summary>Notices of people who do not want to be left in peace at this hour.</summary>
    public static IQueryable<UserNotification> OutsideQuietHours(this IQueryable<UserNotification> notices, AppDb db, DateTime now)
    {
        var hour = now.ToWarsaw().Hour;
        return notices.Where(n => !db.Set<QuietHours>().Any(q => q.UserId == n.UserId && (q.From < q.Until ? hour >= q.From && hour < q.Until : hour >= q.From || hour < q.Until)));
    }
}

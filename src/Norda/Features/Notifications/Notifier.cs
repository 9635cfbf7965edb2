using Norda.Data;
using Norda.Data.Notices;
using Norda.Features.Notifications.Stream;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications;

/// <summary>
/// Tells people what happened, in the caller's unit of work: at once when the caller has a transaction, else with the caller's next
/// save. Nobody is told of what was not saved; nobody is told twice by the same key; a key that is there already is no error.
/// </summary>
public class Notifier(AppDb db, Live live, TimeProvider clock) : ITellPeople
{
    public Task Tell(int userId, Notice notice, CancellationToken cancel)
    {
        live.Publish(userId, Live.Notifications);
        return InWork(db.Users.Where(u => u.Id == userId).Select(u => u.Id), notice, cancel);
    }

    /// <summary>One statement, however many people.</summary>
    /// <param name="people">Numbers of the people, as a query.</param>
    public Task TellAll(IQueryable<int> people, Notice notice, CancellationToken cancel)
    {
        live.PublishToAll(Live.NotificationsOfAll);
        return InWork(people, notice, cancel);
    }

    private Task InWork(IQueryable<int> people, Notice notice, CancellationToken cancel)
    {
        if (!IsLocal(notice.ActionUrl))
            throw new ArgumentException($"{notice.Key}: {notice.ActionUrl} is no local path.", nameof(notice));
        var now = clock.GetUtcNow().UtcDateTime;
        var fitting = notice with { Title = Cut(notice.Title, NotificationMap.LongestTitle) };
        if (db.Database.CurrentTransaction is not null)
            return db.InsertNotices(people, fitting, now, cancel);
        db.Work.InNextSave(saving => db.InsertNotices(people, fitting, now, saving));
        return Task.CompletedTask;
    }

    private static bool IsLocal(string path) => path is ['/', ..] and not ['/', '/' or '\\', ..];

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}

using Norda.Data;

namespace Norda.Features.Notifications.Stream;

/// <summary>Tells open pages of a change once it is saved; without a save or a transaction that follows, use <see cref="LiveFeed"/> itself.</summary>
public class Live(AppDb db, LiveFeed feed)
{
    public const string Notifications = "notifications";

    /// <summary>The same for everybody at once: pages take their time to ask.</summary>
    public const string NotificationsOfAll = "notifications-all";

    /// <param name="kind">What is new, in one word of Latin letters: the name of the event that the page hears.</param>
    public void Publish(int userId, string kind) => db.Work.AfterCommit(() => feed.Publish(userId, kind));

    public void PublishToAll(string kind) => db.Work.AfterCommit(() => feed.PublishToAll(kind));
}

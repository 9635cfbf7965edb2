using Norda.Platform.Access;

namespace Norda.Platform.Contributions;

/// <summary>
/// A kind of happening that people are told of: keep one as a static field of the feature, register it as a singleton, and name it in
/// each <see cref="Notice"/>. People choose per kind how they are told.
/// </summary>
/// <param name="Name">In the database; never changes: "event-reminder".</param>
/// <param name="Title">Key of <see cref="Texts"/>, as the page of preferences lists it: "Przypomnienia o wydarzeniach".</param>
/// <param name="Type">The source's notification_type: "news", "system", "message" or "event".</param>
/// <param name="Default">How those are told who have not chosen.</param>
public sealed record NotificationKind(string Name, string Title, string Type, NotificationChannel Default)
{
    /// <summary>The verb writes a letter of its own, so that no mail is made of the notice: nobody gets two for one thing.</summary>
    public bool HasOwnLetter { get; init; }

    /// <summary>The row of the access table of those who are ever told: others do not see the choice.</summary>
    public (Resource Resource, Act Act) Requires { get; init; } = (Resource.Notification, Act.Change);
}

/// <summary>How a person is told of a kind. All but None show on the page of notifications; mail leaves out what was read there meanwhile.</summary>
public enum NotificationChannel
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>On the page and the bell alone.</summary>
    InApp,

    /// <summary>And by mail, within a minute or after the quiet hours.</summary>
    MailNow,

    /// <summary>And in the digest of the day.</summary>
    Daily,

    /// <summary>And in the digest of the week.</summary>
    Weekly,
}

/// <summary>What a person is told: once, by its key.</summary>
/// <param name="Key">Of the happening: the same key never tells the same person twice. "event:12:cancelled".</param>
/// <param name="Title">One line in the reader's language.</param>
/// <param name="ActionUrl">Local path that the notice opens: "/wydarzenia/12-walne".</param>
public sealed record Notice(NotificationKind Kind, string Key, string Title, string ActionUrl)
{
    /// <summary>A sentence or two more.</summary>
    public string? Message { get; init; }

    /// <summary>What it is about, in the source's words: "event", "message", "company_news".</summary>
    public string? RelatedType { get; init; }

    public int? RelatedId { get; init; }
}

/// <summary>Tells people from features that stand below the notifications; those above use Notifier itself.</summary>
public interface ITellPeople
{
    /// <summary>Within the caller's transaction, or with the caller's next save.</summary>
    Task Tell(int userId, Notice notice, CancellationToken cancel);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Events;

/// <summary>What people are told of events beside the letters, which have a calendar file and are written here.</summary>
public static class EventKinds
{
    public static readonly NotificationKind Invitation = new("event-invitation", "Zaproszenia na wydarzenia", "event", NotificationChannel.InApp) { HasOwnLetter = true };
    public static readonly NotificationKind Reminder = new("event-reminder", "Przypomnienia o wydarzeniach", "event", NotificationChannel.InApp) { HasOwnLetter = true };
    public static readonly NotificationKind Change = new("event-change", "Zmiany i odwołania wydarzeń", "event", NotificationChannel.InApp) { HasOwnLetter = true };
    public static readonly NotificationKind Seat = new("event-seat", "Miejsca z listy rezerwowej", "event", NotificationChannel.InApp) { HasOwnLetter = true };
    public static readonly IReadOnlyList<NotificationKind> All = [Invitation, Reminder, Change, Seat];
}

/// <summary>Tells people on their page of notifications, each in their language: two statements, however many people.</summary>
public class EventNotices(AppDb db, Notifier notifier, IStringLocalizer<Texts> texts)
{
    /// <param name="key">Of the happening; who was told is not told again.</param>
    /// <param name="title">Key of <see cref="Texts"/> with a place for the event's title.</param>
    public async Task Tell(IQueryable<int> people, NotificationKind kind, string key, Event one, string title, CancellationToken cancel)
    {
        foreach (var language in (string?[])[null, "en"])
        {
            var readers = db.Users.Where(u => people.Contains(u.Id) && u.IsActive && (language == "en" ? u.Language == "en" : u.Language == null || u.Language != "en")).Select(u => u.Id);
            await notifier.TellAll(readers, new Notice(kind, key, Spoken.In(language, () => texts[title, one.Title].Value), $"/wydarzenia/{one.Slug}") { RelatedType = "event", RelatedId = one.Id }, cancel);
        }
    }

    /// <summary>Leaves out who wants no letters of this kind.</summary>
    public IQueryable<User> WhoWantLetters(IQueryable<User> people, NotificationKind kind)
    {
        var name = kind.Name;
        return people.Where(u => u.IsActive && !db.Set<NotificationPreference>().Any(p => p.UserId == u.Id && p.Kind == name && (p.Channel == NotificationChannel.None || p.Channel == NotificationChannel.InApp)));
    }
}

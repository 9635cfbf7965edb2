using System.Linq.Expressions;

namespace Norda.Features.Events.Calendar;

/// <summary>An event in a list, with the answer of who looks.</summary>
public sealed record EventCard(
    int Id, string Slug, string Title, EventType Type, DateTime StartsAt, DateTime EndsAt, string? Location, bool IsFeatured, EventVisibility Visibility, DateTime? CancelledAt,
    int Going, int? Most, DateTime? RsvpUntil, int MostGuests, AttendeeStatus? Mine)
{
    public static Expression<Func<Event, EventCard>> For(int? userId) => e => new EventCard(
        e.Id, e.Slug, e.Title, e.EventType, e.StartsAt, e.EndsAt, e.Location, e.IsFeatured, e.Visibility, e.CancelledAt, e.Taken, e.MaxAttendees, e.RsvpUntil, e.MostGuests,
        e.Attendees.Where(a => a.UserId == userId).Select(a => (AttendeeStatus?)a.Status).FirstOrDefault());

    public int? Free => Most is { } most ? Math.Max(0, most - Going) : null;

    /// <summary>Null when there is nothing to answer any more.</summary>
    public RsvpView? Rsvp(DateTime now) => CancelledAt is null && StartsAt > now && (RsvpUntil is null || RsvpUntil > now || Mine is AttendeeStatus.Confirmed or AttendeeStatus.Offered or AttendeeStatus.Waiting)
        ? new RsvpView(Slug, Title, Mine)
        : null;
}

/// <summary>The three buttons.</summary>
public sealed record RsvpView(string Slug, string Title, AttendeeStatus? Mine);

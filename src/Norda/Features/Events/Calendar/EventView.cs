using System.Linq.Expressions;
using Norda.Features.Accounts;

namespace Norda.Features.Events.Calendar;

/// <summary>All that the page of an event shows.</summary>
public sealed record EventView(
    EventCard Card, string? Description, string? Programme, string? Category, string? LocationUrl, string? SpeakerName, string? SpeakerFirm, string? SpeakerFirmSlug,
    string? CancelReason, int? CreatedBy, bool HasQuestions, MyPlace? Mine, int WaitingBefore)
{
    public static Expression<Func<Event, EventView>> For(int? userId) => e => new EventView(
        new EventCard(e.Id, e.Slug, e.Title, e.EventType, e.StartsAt, e.EndsAt, e.Location, e.IsFeatured, e.Visibility, e.CancelledAt, e.Taken, e.MaxAttendees, e.RsvpUntil, e.MostGuests,
            e.Attendees.Where(a => a.UserId == userId).Select(a => (AttendeeStatus?)a.Status).FirstOrDefault()),
        e.Description, e.Programme, e.Category, e.LocationUrl, e.SpeakerName, e.SpeakerCompany!.Name, e.SpeakerCompany!.Slug, e.CancelReason, e.CreatedBy, e.Questions.Count > 0,
        e.Attendees.Where(a => a.UserId == userId).Select(a => new MyPlace(a.Seats, a.OfferedUntil, a.WaitingSince, a.AttendedAt)).FirstOrDefault(),
        e.Attendees.Count(a => a.Status == AttendeeStatus.Waiting && a.WaitingSince < e.Attendees.Where(m => m.UserId == userId).Select(m => m.WaitingSince).FirstOrDefault()));
}

public sealed record MyPlace(int Seats, DateTime? OfferedUntil, DateTime? WaitingSince, DateTime? AttendedAt);

/// <summary>One of those who come, as other attendees see them.</summary>
public sealed record Companion(string Name, string? Firm, string? FirmSlug, int Guests)
{
    public static readonly Expression<Func<Attendee, Companion>> From = a => new Companion(a.User.Name,
        a.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == a.User.CompanyId).Select(c => c.Company.Name).FirstOrDefault(),
        a.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == a.User.CompanyId).Select(c => c.Company.Slug).FirstOrDefault(), a.Seats - 1);
}

using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Platform;

namespace Norda.Features.Events;

/// <summary>A season of the demo chamber: what was, what comes, one full and one called off.</summary>
public class DemoEvents(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<Event>().AnyAsync(cancel))
            return;
        var people = await db.Users.ToDictionaryAsync(u => u.Email!.Split('@')[0], u => u.Id, cancel);
        if (!people.TryGetValue("biuro", out var office))
            return;
        var firms = await db.Companies.OrderBy(c => c.Id).Take(8).Select(c => c.Id).ToListAsync(cancel);
        foreach (var planned in DemoSeason.All)
            db.Add(Make(planned, office, firms, people));
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        await db.Set<Event>().ExecuteUpdateAsync(e => e.SetProperty(x => x.Taken, x => x.Attendees.Where(a => a.Status == AttendeeStatus.Confirmed).Sum(a => a.Seats)), cancel);
    }

    private Event Make(DemoEvent planned, int office, List<int> firms, Dictionary<string, int> people)
    {
        var (now, day) = (clock.GetUtcNow().UtcDateTime, Weekday(clock.Today().AddDays(planned.InDays)));
        var startsAt = Warsaw.Instants(day, planned.Start)[0];
        var one = new Event
        {
            Title = planned.Title, Slug = Slug.From(planned.Title), EventType = planned.Type, Visibility = planned.Visibility, Category = planned.Category, Description = planned.Description, Programme = planned.Programme,
            EventDate = day, TimeStart = planned.Start, TimeEnd = planned.End, StartsAt = startsAt, EndsAt = startsAt + (planned.End - planned.Start), Location = planned.Place,
            LocationUrl = planned.Type == EventType.Webinar ? "https://spotkanie.norda.example/pokoj" : null, SpeakerName = planned.Speaker, SpeakerCompanyId = planned.Firm is { } firm ? firms[firm] : null,
            IsFeatured = planned.IsFeatured, MaxAttendees = planned.Seats, MostGuests = planned.Guests, CreatedBy = office, CreatedAt = now.AddDays(Math.Min(planned.InDays, 0) - 20),
            CancelledAt = planned.CancelReason is null ? null : now.AddDays(-1), CancelReason = planned.CancelReason, Sequence = planned.CancelReason is null ? 0 : 1,
            RsvpUntil = planned.Guests > 0 ? Warsaw.Instants(day.AddDays(-5), new TimeOnly(23, 59))[0] : null,
        };
        foreach (var (mailbox, status, guest) in planned.Answers.Where(a => people.ContainsKey(a.Mailbox)))
            one.Attendees.Add(Answer(people[mailbox], status, guest, one));
        return one;
    }

    private static Attendee Answer(int person, AttendeeStatus status, string? guest, Event one)
    {
        var answered = one.CreatedAt.AddDays(2);
        var attendee = new Attendee { UserId = person, Status = status, RegisteredAt = answered, ChangedAt = answered, Seats = guest is null ? 1 : 2, WaitingSince = status == AttendeeStatus.Waiting ? answered : null };
        if (guest is not null)
            attendee.Guests.Add(new EventGuest { Name = guest });
        return attendee;
    }

    /// <summary>The chamber does not meet on Sundays.</summary>
    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(1), _ => day };
}

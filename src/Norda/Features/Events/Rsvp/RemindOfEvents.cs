using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Events.Rsvp;

/// <summary>
/// Reminds those who come a day and an hour before, once: the event is marked in the transaction of the letters, and of several
/// instances one marks it. A day is a day by the clock, also when it has 23 or 25 hours.
/// </summary>
public class RemindOfEvents(AppDb db, EventLetters letters, EventNotices notices, RsvpLinks links, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(25);

    /// <returns>How many events people were reminded of.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (soon, tomorrow) = (now + Hour, now + LongestDay);
        var near = await db.Set<Event>().AsNoTracking().Where(e => e.CancelledAt == null && e.StartsAt > now && e.StartsAt <= tomorrow && (e.DayReminderAt == null || e.HourReminderAt == null && e.StartsAt <= soon)).OrderBy(e => e.StartsAt).ToListAsync(cancel);
        if (near.Count > 0)
            links.Prepare();
        var reminded = 0;
        foreach (var one in near)
            reminded += one.StartsAt <= soon ? await Remind(one, hour: true, now, cancel) : one.StartsAt.DayBefore() <= now ? await Remind(one, hour: false, now, cancel) : 0;
        return reminded;
    }

    private async Task<int> Remind(Event one, bool hour, DateTime now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var same = db.Set<Event>().Where(e => e.Id == one.Id && e.StartsAt == one.StartsAt && e.CancelledAt == null);
        // Whoever was not reminded a day before is not told an hour before that it is tomorrow.
        var mine = hour
            ? await same.Where(e => e.HourReminderAt == null).ExecuteUpdateAsync(e => e.SetProperty(x => x.HourReminderAt, now).SetProperty(x => x.DayReminderAt, x => x.DayReminderAt ?? now), cancel)
            : await same.Where(e => e.DayReminderAt == null).ExecuteUpdateAsync(e => e.SetProperty(x => x.DayReminderAt, now), cancel);
        if (mine == 0)
            return 0;
        var coming = db.Set<Attendee>().Coming(one.Id);
        await notices.Tell(coming.Select(a => a.UserId), EventKinds.Reminder, $"event:{one.Id}:{(hour ? "hour" : "day")}:{one.StartsAt.Ticks}", one, hour ? "Za godzinę: {0}" : "Jutro: {0}", cancel);
        var readers = await notices.WhoWantLetters(coming.Select(a => a.User), EventKinds.Reminder).Select(u => new Reader(u.Id, u.Email!, u.Name, u.Language)).ToListAsync(cancel);
        foreach (var reader in readers)
        {
            if (hour)
                letters.HourBefore(one, reader);
            else
                letters.DayBefore(one, reader);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return 1;
    }
}

public static class AttendeeQueries
{
    extension(IQueryable<Attendee> attendees)
    {
        public IQueryable<Attendee> Coming(int eventId) => attendees.Where(a => a.EventId == eventId && a.Status == AttendeeStatus.Confirmed && a.User.IsActive);
    }
}

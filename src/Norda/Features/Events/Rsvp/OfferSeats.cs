using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Events.Rsvp;

/// <summary>
/// Gives free seats to those who wait, in their order, and keeps each for them a while. A group waits until as many seats are
/// free; a smaller one behind it does not wait for it. Works inside the transaction that freed the seats.
/// </summary>
public class OfferSeats(AppDb db, EventLetters letters, EventNotices notices, TimeProvider clock)
{
    public async Task Run(int eventId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        while (await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == eventId, cancel) is { CancelledAt: null } one && one.StartsAt > now && await Next(one, cancel) is { } next)
        {
            if (!await db.Set<Event>().TakeSeats(eventId, next.Seats, cancel))
                return;
            var until = now.AddHours(one.OfferHours) < one.StartsAt ? now.AddHours(one.OfferHours) : one.StartsAt;
            var mine = await db.Set<Attendee>().Where(a => a.Id == next.Id && a.Status == AttendeeStatus.Waiting && a.Seats == next.Seats).ExecuteUpdateAsync(a => a
                .SetProperty(x => x.Status, AttendeeStatus.Offered).SetProperty(x => x.OfferedUntil, until).SetProperty(x => x.ChangedAt, now).SetProperty(x => x.Version, x => x.Version + 1), cancel);
            if (mine == 0)
            {
                await db.Set<Event>().FreeSeats(eventId, next.Seats, cancel);
                continue;
            }

            letters.Offer(one, next.Reader, until);
            await notices.Tell(db.Users.Where(u => u.Id == next.Reader.Id).Select(u => u.Id), EventKinds.Seat, $"event:{eventId}:offer:{until.Ticks}", one, "Zwolniło się miejsce: {0}", cancel);
        }
    }

    private async Task<Waiting?> Next(Event one, CancellationToken cancel)
    {
        var free = one.MaxAttendees is { } most ? most - one.Taken : int.MaxValue;
        return free <= 0 ? null : await db.Set<Attendee>().Where(a => a.EventId == one.Id && a.Status == AttendeeStatus.Waiting && a.Seats <= free && a.User.IsActive)
            .OrderBy(a => a.WaitingSince).ThenBy(a => a.Id).Select(a => new Waiting(a.Id, a.Seats, new Reader(a.UserId, a.User.Email!, a.User.Name, a.User.Language))).FirstOrDefaultAsync(cancel);
    }

    private sealed record Waiting(int Id, int Seats, Reader Reader);
}

/// <summary>Seats are counted where nobody can count past another: in one conditional update.</summary>
public static class Seats
{
    extension(IQueryable<Event> events)
    {
        /// <returns>False when so many are not free, or the event is off.</returns>
        public async Task<bool> TakeSeats(int id, int seats, CancellationToken cancel) =>
            await events.Where(e => e.Id == id && e.CancelledAt == null && (e.MaxAttendees == null || e.Taken + seats <= e.MaxAttendees))
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.Taken, x => x.Taken + seats), cancel) == 1;

        public Task<int> FreeSeats(int id, int seats, CancellationToken cancel) =>
            events.Where(e => e.Id == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Taken, x => x.Taken - seats), cancel);
    }
}

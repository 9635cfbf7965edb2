using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Events.Calendar;

namespace Norda.Features.Events.Rsvp;

/// <summary>Takes back offers that nobody answered in time, and seats of people whose account was closed, and offers them to the next; by the clock, and by several instances at once without doubling.</summary>
public class PassOnSeats(AppDb db, OfferSeats offers, RsvpLinks links, EventPages pages, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <returns>How many people gave up their seats.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var late = await db.Set<Attendee>().Where(a => a.Status == AttendeeStatus.Offered && a.OfferedUntil <= now
            || !a.User.IsActive && a.Event.StartsAt > now && (a.Status == AttendeeStatus.Confirmed || a.Status == AttendeeStatus.Offered))
            .OrderBy(a => a.OfferedUntil).ThenBy(a => a.Id).Take(AtOnce).Select(a => new { a.Id, a.EventId, a.Seats, a.Version }).ToListAsync(cancel);
        if (late.Count > 0)
            links.Prepare();
        var passed = 0;
        foreach (var offer in late)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // The event first: answers lock it before the attendee too, and whoever locks the other way round waits for ever.
            await db.Set<Event>().FreeSeats(offer.EventId, offer.Seats, cancel);
            var mine = await db.Set<Attendee>().Where(a => a.Id == offer.Id && a.Version == offer.Version)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, AttendeeStatus.Lapsed).SetProperty(x => x.OfferedUntil, (DateTime?)null).SetProperty(x => x.ChangedAt, now).SetProperty(x => x.Version, x => x.Version + 1), cancel);
            if (mine == 0)
                continue;
            await offers.Run(offer.EventId, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            passed++;
        }

        if (passed > 0)
            await pages.Forget(cancel);
        return passed;
    }
}

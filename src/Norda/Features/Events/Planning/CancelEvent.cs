using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Events.Calendar;
using Norda.Features.Events.Rsvp;
using Norda.Platform;

namespace Norda.Features.Events.Planning;

/// <summary>Calls an event off and says why: once, to all who come, might come, wait or were invited. Its page and calendar entry stay, as cancelled.</summary>
public class CancelEvent(AppDb db, EventLetters letters, EventNotices notices, RsvpLinks links, EventPages pages, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, string? reason, CancellationToken cancel)
    {
        var why = PlainText.Clean(reason);
        if (why.Length is 0 or > EventMap.LongestReason)
            return Outcome.Refuse(texts["Napisz uczestnikom, dlaczego wydarzenie się nie odbędzie (do 1000 znaków)."], "Reason");
        links.Prepare();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var one = await db.Set<Event>().SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (one is null || one.CancelledAt is not null)
            return Outcome.Refuse(texts["To wydarzenie jest już odwołane."]);
        var now = clock.GetUtcNow().UtcDateTime;
        if (one.EndsAt <= now)
            return Outcome.Refuse(texts["To wydarzenie już się odbyło."]);
        (one.CancelledAt, one.CancelReason, one.UpdatedAt, one.Sequence) = (now, why, now, one.Sequence + 1);
        try
        {
            await Tell(one, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return Outcome.Refuse(texts["To wydarzenie jest już odwołane."]);
        }

        await pages.Forget(cancel);
        return Outcome.Done;
    }

    private async Task Tell(Event one, CancellationToken cancel)
    {
        var concerned = db.Set<Attendee>().Where(a => a.EventId == one.Id && a.User.IsActive && a.Status != AttendeeStatus.Declined && a.Status != AttendeeStatus.Lapsed);
        await notices.Tell(concerned.Select(a => a.UserId), EventKinds.Change, $"event:{one.Id}:cancelled", one, "Odwołane: {0}", cancel);
        foreach (var reader in await concerned.Select(a => new Reader(a.UserId, a.User.Email!, a.User.Name, a.User.Language)).ToListAsync(cancel))
            letters.Cancelled(one, reader);
    }
}

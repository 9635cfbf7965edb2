using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Events.Door;

/// <summary>A ticket as it was shown: by its code, or by the person's row on the list.</summary>
public sealed record ShownTicket(string? Code, int? Attendee, Guid Nonce, DateTimeOffset? At);

public enum Verdict { Admitted, Used, NotConfirmed, Unknown }

/// <summary>What the door says.</summary>
/// <param name="At">When the ticket was used first.</param>
/// <param name="By">Who let them in then.</param>
public sealed record Admission(Guid Nonce, Verdict Verdict, int? Attendee, string? Name, int Seats, AttendeeStatus? Status, DateTime? At, string? By);

/// <summary>
/// Lets somebody in once. A telephone that was without a connection may send the same ticket twice: its nonce tells, and the
/// answer is the same as the first. Two doors that saw one ticket both learn which was first.
/// </summary>
public class AdmitAttendee(AppDb db, Me me, TimeProvider clock)
{
    private static readonly TimeSpan LongestAway = TimeSpan.FromDays(3);

    public async Task<Admission> Run(int eventId, ShownTicket ticket, CancellationToken cancel)
    {
        var code = string.Concat((ticket.Code ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var person = await db.Set<Attendee>().Where(a => a.EventId == eventId && (ticket.Attendee != null ? a.Id == ticket.Attendee : a.TicketCode == code))
            .Select(a => new { a.Id, a.User.Name, a.Seats, a.Status }).SingleOrDefaultAsync(cancel);
        if (person is null)
            return new Admission(ticket.Nonce, Verdict.Unknown, null, null, 0, null, null, null);
        if (person.Status != AttendeeStatus.Confirmed)
            return new Admission(ticket.Nonce, Verdict.NotConfirmed, person.Id, person.Name, person.Seats, person.Status, null, null);
        await Note(eventId, person.Id, ticket, cancel);
        var entered = await (from c in db.Set<CheckIn>()
                             where c.AttendeeId == person.Id && c.Accepted
                             select new { c.Nonce, c.ShownAt, By = db.Users.Where(u => u.Id == c.ByUserId).Select(u => u.Name).FirstOrDefault() }).FirstAsync(cancel);
        return new Admission(ticket.Nonce, entered.Nonce == ticket.Nonce ? Verdict.Admitted : Verdict.Used, person.Id, person.Name, person.Seats, person.Status, entered.ShownAt, entered.By);
    }

    private async Task Note(int eventId, int attendeeId, ShownTicket ticket, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var shown = ticket.At is { } at && at.UtcDateTime <= now && at.UtcDateTime > now - LongestAway ? at.UtcDateTime : now; // a telephone's clock may be wrong
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<CheckIn>().AnyAsync(c => c.Nonce == ticket.Nonce, cancel))
            return;
        var first = await db.Set<Attendee>().Where(a => a.Id == attendeeId && a.AttendedAt == null).ExecuteUpdateAsync(a => a.SetProperty(x => x.AttendedAt, shown), cancel) == 1;
        db.Add(new CheckIn { EventId = eventId, AttendeeId = attendeeId, Nonce = ticket.Nonce, ShownAt = shown, ReceivedAt = now, ByUserId = me.Id, Accepted = first });
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear(); // the same telephone, at the same moment: the other one noted it
        }
    }
}

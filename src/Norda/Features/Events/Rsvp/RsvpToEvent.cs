using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Events.Calendar;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Events.Rsvp;

public enum RsvpAnswer { Yes, Maybe, No }

/// <summary>What one says besides yes. Null: as it was said before.</summary>
public sealed class RsvpForm
{
    public List<string?> Guests { get; set; } = [];

    /// <summary>By the number of the question.</summary>
    public Dictionary<int, string?> Answers { get; set; } = [];
}

/// <summary>
/// Says whether a person comes. Seats are taken by a conditional update of the event, in the transaction of the answer, so that
/// there are never more than there are; who finds none waits. Who gives seats back makes an offer to the next.
/// </summary>
public class RsvpToEvent(AppDb db, OfferSeats offers, EventLetters letters, RsvpLinks links, EventPages pages, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int Attempts = 4;

    /// <summary>The refusal concerns guests, or questions that have to be answered first.</summary>
    public const string GuestsField = "Guests", AnswersField = "Answers";

    /// <param name="userId">Whoever answers: the person who is signed in, or the holder of a signed link.</param>
    public async Task<(AttendeeStatus? Status, Outcome Outcome)> Run(int eventId, int userId, RsvpAnswer answer, RsvpForm? form, CancellationToken cancel)
    {
        links.Prepare();
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                var said = await Try(eventId, userId, answer, form, cancel);
                if (!said.Outcome.Refused)
                    await pages.Forget(cancel);
                return said;
            }
            catch (DbUpdateException late) when (Races.IsLost(late))
            {
                db.ChangeTracker.Clear();
            }
        }

        return (null, Outcome.Refuse(texts["Ta odpowiedź właśnie się zapisuje. Odśwież stronę."]));
    }

    private async Task<(AttendeeStatus? Status, Outcome Outcome)> Try(int eventId, int userId, RsvpAnswer answer, RsvpForm? form, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var one = await db.Set<Event>().AsNoTracking().Include(e => e.Questions).SingleAsync(e => e.Id == eventId, cancel);
        var mine = await db.Set<Attendee>().Include(a => a.Guests).Include(a => a.Answers).AsSplitQuery().SingleOrDefaultAsync(a => a.EventId == eventId && a.UserId == userId, cancel);
        if (Refusal(one, mine, answer, form) is { } refusal)
            return (mine?.Status, refusal);
        var now = clock.GetUtcNow().UtcDateTime;
        var held = mine is { HoldsSeats: true } ? mine.Seats : 0;
        if (mine is null)
            db.Add(mine = new Attendee { EventId = eventId, UserId = userId, RegisteredAt = now });
        if (form is not null && answer != RsvpAnswer.No)
            Fill(one, mine, form);
        var settled = await Settle(one, answer == RsvpAnswer.Yes ? mine.Seats - held : -held, cancel);
        if (!settled && held > 0)
            return (AttendeeStatus.Confirmed, Outcome.Refuse(texts["Nie ma tylu wolnych miejsc. Zmniejsz liczbę gości."], GuestsField));
        var status = answer switch { RsvpAnswer.No => AttendeeStatus.Declined, RsvpAnswer.Maybe => AttendeeStatus.Maybe, _ => settled ? AttendeeStatus.Confirmed : AttendeeStatus.Waiting };
        mine.WaitingSince = status == AttendeeStatus.Waiting ? mine.Status == AttendeeStatus.Waiting ? mine.WaitingSince : now : null;
        (mine.Status, mine.OfferedUntil, mine.ChangedAt, mine.Version) = (status, null, now, mine.Version + 1);
        if (status == AttendeeStatus.Confirmed)
            await Confirm(one, userId, cancel);
        await db.SaveChangesAsync(cancel);
        if ((status == AttendeeStatus.Confirmed ? mine.Seats : 0) < held)
        {
            await offers.Run(eventId, cancel);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return (status, Outcome.Done);
    }

    private Outcome? Refusal(Event one, Attendee? mine, RsvpAnswer answer, RsvpForm? form)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (one.CancelledAt is not null)
            return Outcome.Refuse(texts["To wydarzenie zostało odwołane."]);
        if (one.StartsAt <= now)
            return Outcome.Refuse(texts["To wydarzenie już się zaczęło, odpowiedzi nie można zmienić."]);
        if (answer == RsvpAnswer.No)
            return null;
        var offered = mine is { Status: AttendeeStatus.Offered } && mine.OfferedUntil > now;
        if (one.RsvpUntil <= now && !offered)
            return Outcome.Refuse(texts["Zapisy na to wydarzenie są już zamknięte. Zadzwoń do biura izby."]);
        if (form is not null && Names(form).Count > one.MostGuests)
            return Outcome.Refuse(one.MostGuests == 0 ? texts["Na to wydarzenie nie można zabrać gości."] : texts["Możesz zabrać najwyżej tylu gości: {0}.", one.MostGuests], GuestsField);
        var open = one.Questions.Where(q => q.IsRequired && (form is null ? mine?.Answers.Exists(a => a.QuestionId == q.Id) != true : PlainText.Line(form.Answers.GetValueOrDefault(q.Id)) is null)).ToList();
        return answer == RsvpAnswer.Yes && open.Count > 0 ? Outcome.Refuse(texts["Odpowiedz na pytanie: {0}", open[0].Text], AnswersField) : null;
    }

    private static List<string> Names(RsvpForm form) => [.. form.Guests.Select(PlainText.Line).OfType<string>().Select(name => name[..Math.Min(name.Length, AttendeeMap.LongestName)])];

    private static void Fill(Event one, Attendee mine, RsvpForm form)
    {
        var names = Names(form);
        if (!names.SequenceEqual(mine.Guests.Select(g => g.Name)))
        {
            mine.Guests.Clear();
            mine.Guests.AddRange(names.Select(name => new EventGuest { Name = name }));
        }

        mine.Seats = 1 + names.Count;
        foreach (var question in one.Questions)
        {
            var (said, text) = (mine.Answers.Find(a => a.QuestionId == question.Id), PlainText.Line(form.Answers.GetValueOrDefault(question.Id)));
            if (text is { Length: > AttendeeMap.LongestAnswer })
                text = text[..AttendeeMap.LongestAnswer];
            if (said is not null && text is null)
                mine.Answers.Remove(said);
            else if (said is not null)
                said.Text = text!;
            else if (text is not null)
                mine.Answers.Add(new EventAnswer { QuestionId = question.Id, Text = text });
        }
    }

    /// <returns>False when more seats are wanted than there are.</returns>
    private async Task<bool> Settle(Event one, int seats, CancellationToken cancel)
    {
        if (seats > 0)
            return await db.Set<Event>().TakeSeats(one.Id, seats, cancel);
        if (seats < 0)
            await db.Set<Event>().FreeSeats(one.Id, -seats, cancel);
        return true;
    }

    private async Task Confirm(Event one, int userId, CancellationToken cancel)
    {
        var key = EventLetters.SeatKey(one, userId);
        if (!await db.Set<OutboxMail>().AnyAsync(m => m.UniqueKey == key, cancel))
            letters.Seat(one, Reader.Of(await db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == userId, cancel)));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Events.Calendar;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Planning;

public enum Rhythm { Weekly, Monthly }

/// <summary>Puts an event into the calendar again, each week or each month at the same hour by the clock. All of them or none.</summary>
public class RepeatEvent(AppDb db, Me me, EventPages pages, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int Most = 26;

    public async Task<Outcome> Run(int id, Rhythm rhythm, int times, CancellationToken cancel)
    {
        if (times is < 1 or > Most)
            return Outcome.Refuse(texts["Liczba powtórzeń to liczba od 1 do 26."], "Times");
        var one = await db.Set<Event>().Include(e => e.Questions).SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (one is null)
            return Outcome.Refuse(texts["Tego wydarzenia już nie ma."]);
        one.SeriesId ??= Guid.NewGuid();
        var slug = Slug.From(one.Title) is { Length: > 0 } made ? made : "wydarzenie";
        var taken = (await db.Set<Event>().Where(e => e.Slug.StartsWith(slug)).Select(e => e.Slug).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        for (var turn = 1; turn <= times; turn++)
        {
            var day = rhythm == Rhythm.Weekly ? one.EventDate.AddDays(7 * turn) : one.EventDate.AddMonths(turn);
            var free = Slug.Free(slug, taken.Contains);
            taken.Add(free);
            if (Again(one, day, free) is not { } again)
                return Outcome.Refuse(EventTimes.Skipped(texts, day, one.TimeStart ?? default), "Times");
            db.Add(again);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return Outcome.Refuse(texts["To wydarzenie zmienił w międzyczasie ktoś inny. Otwórz je jeszcze raz."]);
        }

        await pages.Forget(cancel);
        return Outcome.Done;
    }

    /// <returns>Null when the clock leaves the hour out on that day. Of an hour that comes twice the first is taken.</returns>
    private Event? Again(Event one, DateOnly day, string slug)
    {
        var start = one.TimeStart ?? TimeOnly.FromDateTime(one.StartsAt.ToWarsaw());
        if (Warsaw.Instants(day, start) is not [var startsAt, ..])
            return null;
        var again = new Event
        {
            Title = one.Title, Slug = slug, Description = one.Description, Programme = one.Programme, EventType = one.EventType, Visibility = one.Visibility, Category = one.Category,
            EventDate = day, TimeStart = one.TimeStart, TimeEnd = one.TimeEnd, StartsAt = startsAt, EndsAt = startsAt + (one.EndsAt - one.StartsAt), RsvpUntil = Deadline(one, day),
            Location = one.Location, LocationUrl = one.LocationUrl, SpeakerName = one.SpeakerName, SpeakerCompanyId = one.SpeakerCompanyId, MaxAttendees = one.MaxAttendees, OfferHours = one.OfferHours,
            MostGuests = one.MostGuests, SeriesId = one.SeriesId, CreatedBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        again.Questions.AddRange(one.Questions.Select(q => new EventQuestion { Text = q.Text, Position = q.Position, IsRequired = q.IsRequired }));
        return again;
    }

    /// <summary>As many days before, at the same hour.</summary>
    private static DateTime? Deadline(Event one, DateOnly day)
    {
        if (one.RsvpUntil?.ToWarsaw() is not { } until)
            return null;
        var last = day.AddDays(DateOnly.FromDateTime(until).DayNumber - one.EventDate.DayNumber);
        return Warsaw.Instants(last, TimeOnly.FromDateTime(until)) is [var instant, ..] ? instant : Warsaw.Instants(last, TimeOnly.FromDateTime(until).AddHours(1))[0];
    }
}

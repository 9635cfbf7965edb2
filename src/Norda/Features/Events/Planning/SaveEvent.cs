using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Events.Calendar;
using Norda.Features.Events.Rsvp;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Planning;

/// <summary>
/// Puts an event into the calendar, or changes it: its calendar entry gets the next number, those who come are told of another
/// time or place, and seats that were added go to the waiting list. There are never fewer seats than are taken.
/// </summary>
public class SaveEvent(AppDb db, Me me, EventLetters letters, EventNotices notices, OfferSeats offers, RsvpLinks links, EventPages pages, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int MostSeats = 100_000, MostGuests = 5, LongestOffer = 168, MostQuestions = 10;

    /// <param name="id">Null: a new one.</param>
    public async Task<(Event? Event, Outcome Outcome)> Run(int? id, EventForm form, CancellationToken cancel)
    {
        var (times, outcome) = EventTimes.Read(form, texts);
        if (times is null)
            return (null, outcome);
        var (plan, wrong) = await Plan(form, cancel);
        if (plan is null)
            return (null, wrong);
        links.Prepare();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var one = id is null ? await New(form, cancel) : await db.Set<Event>().Include(e => e.Questions).SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (one is null || id is not null && (one.Sequence != form.Sequence || one.CancelledAt is not null))
            return (null, Outcome.Refuse(texts["To wydarzenie zmienił w międzyczasie ktoś inny. Otwórz je jeszcze raz."]));
        if (id is not null && !await Fits(one.Id, plan.Seats, cancel))
            return (null, Outcome.Refuse(texts["Więcej miejsc jest już zajętych: {0}. Wpisz większą liczbę.", one.Taken], "Form.Seats"));
        var moved = id is not null && (one.StartsAt != times.StartsAt || one.Location != PlainText.Line(form.Location) || one.LocationUrl != plan.Place);
        Fill(one, form, times, plan, moved: one.StartsAt != times.StartsAt);
        try
        {
            if (moved && one.StartsAt > clock.GetUtcNow().UtcDateTime)
                await TellOfMove(one, cancel);
            await db.SaveChangesAsync(cancel);
            await offers.Run(one.Id, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return (null, Outcome.Refuse(texts["To wydarzenie zmienił w międzyczasie ktoś inny. Otwórz je jeszcze raz."]));
        }

        await pages.Forget(cancel);
        return (one, Outcome.Done);
    }

    private async Task<Event> New(EventForm form, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var one = new Event { Title = "", Slug = await db.FreeSlug(form.Title, cancel), CreatedBy = me.Id, CreatedAt = now };
        db.Add(one);
        return one;
    }

    private async Task<(Planned? Plan, Outcome Outcome)> Plan(EventForm form, CancellationToken cancel)
    {
        if (!Number(form.Seats, 1, MostSeats, out var seats))
            return (null, Outcome.Refuse(texts["Liczba miejsc to liczba od 1 do 100 000. Puste pole: bez limitu."], "Form.Seats"));
        if (!Number(form.Guests, 0, MostGuests, out var guests))
            return (null, Outcome.Refuse(texts["Liczba gości to liczba od 0 do 5."], "Form.Guests"));
        if (!Number(form.OfferHours, 1, LongestOffer, out var hours))
            return (null, Outcome.Refuse(texts["Liczba godzin to liczba od 1 do 168."], "Form.OfferHours"));
        string? place = null;
        if (PlainText.Line(form.LocationUrl) is { } typed && !WebAddress.TryParse(typed, out place))
            return (null, Outcome.Refuse(texts["Wpisz adres strony, na przykład https://mapa.example/biuro"], "Form.LocationUrl"));
        int? firm = null;
        if (PlainText.Line(form.SpeakerFirm) is { } name && (firm = await FirmOf(name, cancel)) is null)
            return (null, Outcome.Refuse(texts["Nie ma takiej firmy w katalogu. Wpisz jej nazwę tak jak na stronie firmy."], "Form.SpeakerFirm"));
        var questions = (form.Questions ?? "").Split('\n').Select(PlainText.Line).OfType<string>().Select(q => (Text: q.TrimStart('*', ' '), Required: q[0] == '*')).Where(q => q.Text.Length > 0).DistinctBy(q => q.Text, StringComparer.Ordinal).ToList();
        if (questions.Count > MostQuestions || questions.Exists(q => q.Text.Length > EventMap.LongestLine))
            return (null, Outcome.Refuse(texts["Może być do 10 pytań, każde do 200 znaków."], "Form.Questions"));
        return (new Planned(seats, guests ?? 0, hours ?? 24, place, firm, questions), Outcome.Done);
    }

    private Task<int?> FirmOf(string name, CancellationToken cancel)
    {
        var slug = Slug.From(name);
        return db.Companies.Listed().Where(c => c.Name == name || c.Slug == slug).OrderBy(c => c.Name == name ? 0 : 1).ThenBy(c => c.Id).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancel);
    }

    private static bool Number(string? typed, int least, int most, out int? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(typed))
            return true;
        var read = int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most;
        number = value;
        return read;
    }

    /// <summary>Also holds the row, so that nobody takes a seat between this and the change.</summary>
    private async Task<bool> Fits(int id, int? seats, CancellationToken cancel) =>
        await db.Set<Event>().Where(e => e.Id == id && (seats == null || e.Taken <= seats)).ExecuteUpdateAsync(e => e.SetProperty(x => x.MaxAttendees, seats), cancel) == 1;

    private void Fill(Event one, EventForm form, EventTimes times, Planned plan, bool moved)
    {
        (one.Title, one.EventType, one.Visibility, one.Category) = (PlainText.Line(form.Title) ?? form.Title, form.Type, form.Visibility, PlainText.Line(form.Category));
        (one.Description, one.Programme) = (Long(form.Description), Long(form.Programme));
        (one.EventDate, one.TimeStart, one.TimeEnd, one.StartsAt, one.EndsAt, one.RsvpUntil) = (times.Day, times.Start, times.End, times.StartsAt, times.EndsAt, times.RsvpUntil);
        (one.Location, one.LocationUrl, one.SpeakerName, one.SpeakerCompanyId) = (PlainText.Line(form.Location), plan.Place, PlainText.Line(form.Speaker), plan.Firm);
        (one.IsFeatured, one.MaxAttendees, one.MostGuests, one.OfferHours) = (form.IsFeatured, plan.Seats, plan.Guests, plan.Hours);
        if (moved)
            (one.DayReminderAt, one.HourReminderAt) = (null, null);
        if (db.Entry(one).State != EntityState.Added)
            (one.Sequence, one.UpdatedAt) = (one.Sequence + 1, clock.GetUtcNow().UtcDateTime);
        one.Questions.RemoveAll(q => plan.Questions.TrueForAll(p => p.Text != q.Text));
        foreach (var (index, (text, required)) in plan.Questions.Index())
        {
            if (one.Questions.Find(q => q.Text == text) is { } kept)
                (kept.Position, kept.IsRequired) = (index, required);
            else
                one.Questions.Add(new EventQuestion { Text = text, Position = index, IsRequired = required });
        }
    }

    private static string? Long(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;

    private async Task TellOfMove(Event one, CancellationToken cancel)
    {
        var concerned = db.Set<Attendee>().Where(a => a.EventId == one.Id && a.User.IsActive && (a.Status == AttendeeStatus.Confirmed || a.Status == AttendeeStatus.Maybe || a.Status == AttendeeStatus.Waiting || a.Status == AttendeeStatus.Offered));
        await notices.Tell(concerned.Select(a => a.UserId), EventKinds.Change, $"event:{one.Id}:changed:{one.Sequence}", one, "Zmiana: {0}", cancel);
        foreach (var reader in await concerned.Select(a => new Reader(a.UserId, a.User.Email!, a.User.Name, a.User.Language)).ToListAsync(cancel))
            letters.Changed(one, reader);
    }

    private sealed record Planned(int? Seats, int Guests, int Hours, string? Place, int? Firm, List<(string Text, bool Required)> Questions);
}

public static class EventSlugs
{
    extension(AppDb db)
    {
        /// <summary>Two who take the same at once are told apart by the index.</summary>
        public async Task<string> FreeSlug(string title, CancellationToken cancel)
        {
            var slug = Slug.From(title) is { Length: > 0 } made ? made : "wydarzenie";
            var taken = await db.Set<Event>().Where(e => e.Slug.StartsWith(slug)).Select(e => e.Slug).ToListAsync(cancel);
            return Slug.Free(slug, taken.Contains);
        }
    }
}

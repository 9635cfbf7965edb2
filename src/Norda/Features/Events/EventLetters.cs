using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts;
using Norda.Features.Events.Feeds;
using Norda.Features.Events.Rsvp;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Events;

/// <summary>Letters about an event, each in the language of who reads it, with the event for their calendar. They go into the caller's unit of work.</summary>
public class EventLetters(QueueMail mail, RsvpLinks links, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private sealed record Words(string Subject, string Heading, IReadOnlyList<string> Paragraphs, (string Text, string Url) Button, (string Text, string Url)? Link = null, string? Footnote = null, bool Calendar = true);

    private enum Kind { Seat, Offer, Invited, DayBefore, HourBefore, Changed, Cancelled }

    /// <summary>One letter for one seat, however often one changes one's mind; a changed event is another.</summary>
    public static string SeatKey(Event one, int userId) => string.Create(CultureInfo.InvariantCulture, $"event-seat:{one.Id}:{userId}:{one.Sequence}");

    public void Seat(Event one, Reader reader) => Write(Kind.Seat, one, reader, SeatKey(one, reader.Id), null);

    public void Offer(Event one, Reader reader, DateTime until) => Write(Kind.Offer, one, reader, string.Create(CultureInfo.InvariantCulture, $"event-offer:{one.Id}:{reader.Id}:{until.Ticks}"), until);

    public void Invited(Event one, Reader reader) => Write(Kind.Invited, one, reader, $"event-invited:{one.Id}:{reader.Id}", null);

    public void DayBefore(Event one, Reader reader) => Write(Kind.DayBefore, one, reader, $"event-day:{one.Id}:{reader.Id}:{one.StartsAt.Ticks}", null);

    public void HourBefore(Event one, Reader reader) => Write(Kind.HourBefore, one, reader, $"event-hour:{one.Id}:{reader.Id}:{one.StartsAt.Ticks}", null);

    public void Changed(Event one, Reader reader) => Write(Kind.Changed, one, reader, $"event-changed:{one.Id}:{reader.Id}:{one.Sequence}", null);

    public void Cancelled(Event one, Reader reader) => Write(Kind.Cancelled, one, reader, $"event-cancelled:{one.Id}:{reader.Id}", null);

    private void Write(Kind kind, Event one, Reader reader, string key, DateTime? until) => Spoken.In(reader.Language, () => Queue(one, reader, key, Say(kind, one, reader, until)));

    private bool Queue(Event one, Reader reader, string key, Words words)
    {
        mail.Run(new Letter
        {
            UniqueKey = key, To = reader.Email, ToName = reader.Name, UserId = reader.Id,
            Subject = words.Subject, Heading = words.Heading, Paragraphs = words.Paragraphs, Facts = Facts(one),
            Button = words.Button, Link = words.Link, Footnote = words.Footnote, Calendar = words.Calendar ? Ics.Of(one, links.Origin) : null,
        });
        return true;
    }

    private List<(string, string)> Facts(Event one)
    {
        var facts = new List<(string, string)> { (texts["Kiedy"], EventTexts.When(one.StartsAt, one.EndsAt, clock.Today().Year)) };
        if ((one.Location ?? one.LocationUrl) is { } place)
            facts.Add((texts["Gdzie"], place));
        return facts;
    }

    private Words Say(Kind kind, Event one, Reader reader, DateTime? until)
    {
        var (title, answer, page) = (one.Title, links.Of(one.Id, reader.Id), (texts["Zobacz wydarzenie"].Value, links.PageOf(one)));
        var free = (texts["Nie możesz przyjść? Zwolnij miejsce"].Value, answer + "?odp=nie");
        return kind switch
        {
            Kind.Seat => new(texts["Masz miejsce: {0}", title], texts["Masz miejsce"], [texts["Zapisaliśmy Cię na „{0}”. Wydarzenie do kalendarza jest w załączniku.", title]], (texts["Zobacz wydarzenie i bilet"], page.Item2), free),
            Kind.Offer => new(texts["Zwolniło się miejsce: {0}", title], texts["Zwolniło się miejsce dla Ciebie"],
                [texts["Jesteś następną osobą na liście rezerwowej wydarzenia „{0}”. Trzymamy dla Ciebie miejsce do {1}. Potem zaproponujemy je kolejnej osobie.", title, Moment(until!.Value)]],
                (texts["Weź miejsce"], answer + "?odp=tak"), (texts["Nie skorzystam, oddaj miejsce dalej"], answer + "?odp=nie"), Calendar: false),
            Kind.Invited => new(texts["Zaproszenie: {0}", title], title, [one.Description is { } about ? MarkdownText.Plain(about) : texts["Izba zaprasza Cię na to wydarzenie."]],
                (texts["Odpowiedz na zaproszenie"], answer), page, texts["Odpowiesz jednym kliknięciem, bez logowania."]),
            Kind.DayBefore => new(texts["Jutro: {0}", title], texts["Do zobaczenia jutro"], [texts["Przypominamy o wydarzeniu „{0}”.", title]], (texts["Zobacz wydarzenie i bilet"], page.Item2), free),
            Kind.HourBefore => new(texts["Za godzinę: {0}", title], texts["Zaczynamy za godzinę"], [texts["Przypominamy o wydarzeniu „{0}”.", title]], (texts["Zobacz wydarzenie i bilet"], page.Item2), free, Calendar: false),
            Kind.Changed => new(texts["Zmiana: {0}", title], texts["Zmieniło się wydarzenie, na które się wybierasz"], [texts["Wydarzenie „{0}” ma nowy termin albo miejsce. Twoja odpowiedź zostaje. Nowy wpis do kalendarza jest w załączniku.", title]], page, free),
            _ => new(texts["Odwołane: {0}", title], texts["Wydarzenie się nie odbędzie"], [texts["Odwołujemy wydarzenie „{0}”.", title], one.CancelReason!], page),
        };
    }

    private static string Moment(DateTime utc) => utc.ToWarsaw().ToString("dddd, d MMMM, H:mm", CultureInfo.CurrentCulture);
}

/// <summary>Who is written to.</summary>
public sealed record Reader(int Id, string Email, string Name, string? Language)
{
    public static Reader Of(User user) => new(user.Id, user.Email!, user.Name, user.Language);
}

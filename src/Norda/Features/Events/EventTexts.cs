using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Events;

/// <summary>Words for what stands in the tables; keys of <see cref="Texts"/>.</summary>
public static class EventTexts
{
    public static string Word(EventType type) => type switch
    {
        EventType.Webinar => "Webinar",
        EventType.Networking => "Networking",
        _ => "Spotkanie",
    };

    public static string Slug(EventType type) => type switch
    {
        EventType.Webinar => "webinar",
        EventType.Networking => "networking",
        _ => "spotkanie",
    };

    public static string Word(AttendeeStatus status) => status switch
    {
        AttendeeStatus.Confirmed => "Będzie",
        AttendeeStatus.Maybe => "Może będzie",
        AttendeeStatus.Declined => "Nie będzie",
        AttendeeStatus.Waiting => "Lista rezerwowa",
        AttendeeStatus.Offered => "Ma propozycję miejsca",
        AttendeeStatus.Lapsed => "Propozycja wygasła",
        _ => "Nie ma odpowiedzi",
    };

    /// <summary>"czwartek, 26 listopada, 8:30–10:30"; the year where it is another one.</summary>
    public static string When(DateTime startsAt, DateTime endsAt, int thisYear)
    {
        var (start, end) = (startsAt.ToWarsaw(), endsAt.ToWarsaw());
        var until = end.Date == start.Date ? $"–{Hour(end)}" : $" – {Day(end, thisYear)}, {Hour(end)}";
        return $"{Day(start, thisYear)}, {Hour(start)}{(Warsaw.Zone.IsAmbiguousTime(start) ? startsAt == Warsaw.Instants(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start))[0] ? " CEST" : " CET" : "")}{until}";
    }

    public static string Hours(DateTime startsAt, DateTime endsAt) => $"{Hour(startsAt.ToWarsaw())}–{Hour(endsAt.ToWarsaw())}";

    public static string Hour(DateTime local) => local.ToString("H:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTime local, int thisYear) => local.ToString(local.Year == thisYear ? "dddd, d MMMM" : "dddd, d MMMM yyyy", CultureInfo.CurrentCulture);
}

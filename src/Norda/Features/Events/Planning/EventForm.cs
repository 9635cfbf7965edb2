using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Events.Planning;

/// <summary>An event as it is typed. Dates, hours and numbers are texts, so that what cannot be read comes back as it was typed, with words beside it.</summary>
public sealed class EventForm
{
    [Required(ErrorMessage = "Wpisz tytuł wydarzenia.")]
    [StringLength(EventMap.LongestTitle, ErrorMessage = "Tytuł ma do 200 znaków.")]
    public string Title { get; set; } = "";

    public EventType Type { get; set; }
    public EventVisibility Visibility { get; set; }

    [StringLength(60, ErrorMessage = "Kategoria ma do 60 znaków.")]
    public string? Category { get; set; }

    [StringLength(EventMap.LongestText, ErrorMessage = "Opis ma do 10 000 znaków.")]
    public string? Description { get; set; }

    [StringLength(EventMap.LongestText, ErrorMessage = "Program ma do 10 000 znaków.")]
    public string? Programme { get; set; }

    public string? Date { get; set; }
    public string? Start { get; set; }
    public string? End { get; set; }

    /// <summary>Which of two, where the clock shows the hour of the beginning twice: "1" or "2".</summary>
    public string? Turn { get; set; }

    [StringLength(EventMap.LongestLine, ErrorMessage = "Miejsce ma do 200 znaków.")]
    public string? Location { get; set; }

    [StringLength(500, ErrorMessage = "Adres ma do 500 znaków.")]
    public string? LocationUrl { get; set; }

    [StringLength(EventMap.LongestLine, ErrorMessage = "To pole ma do 200 znaków.")]
    public string? Speaker { get; set; }

    [StringLength(EventMap.LongestLine, ErrorMessage = "To pole ma do 200 znaków.")]
    public string? SpeakerFirm { get; set; }

    public bool IsFeatured { get; set; }
    public string? Seats { get; set; }
    public string? DeadlineDate { get; set; }
    public string? DeadlineHour { get; set; }
    public string? OfferHours { get; set; } = "24";
    public string? Guests { get; set; } = "0";

    /// <summary>One a line; a star before it asks for an answer.</summary>
    [StringLength(2000, ErrorMessage = "Pytania mają razem do 2000 znaków.")]
    public string? Questions { get; set; }

    /// <summary>Of the event that was opened for editing.</summary>
    public int Sequence { get; set; }

    public static EventForm Of(Event one, string? firm)
    {
        var (start, until) = (one.StartsAt.ToWarsaw(), one.RsvpUntil?.ToWarsaw());
        var instants = Warsaw.Instants(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start));
        return new EventForm
        {
            Title = one.Title, Type = one.EventType, Visibility = one.Visibility, Category = one.Category, Description = one.Description, Programme = one.Programme,
            Date = Day(one.EventDate), Start = Hour(one.TimeStart), End = Hour(one.TimeEnd), Turn = instants.Count < 2 ? null : instants[0] == one.StartsAt ? "1" : "2",
            Location = one.Location, LocationUrl = one.LocationUrl, Speaker = one.SpeakerName, SpeakerFirm = firm, IsFeatured = one.IsFeatured,
            Seats = one.MaxAttendees?.ToString(CultureInfo.InvariantCulture), DeadlineDate = until is { } day ? Day(DateOnly.FromDateTime(day)) : null, DeadlineHour = until is { } hour ? Hour(TimeOnly.FromDateTime(hour)) : null,
            OfferHours = one.OfferHours.ToString(CultureInfo.InvariantCulture), Guests = one.MostGuests.ToString(CultureInfo.InvariantCulture),
            Questions = string.Join('\n', one.Questions.OrderBy(q => q.Position).Select(q => (q.IsRequired ? "* " : "") + q.Text)), Sequence = one.Sequence,
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Hour(TimeOnly? hour) => hour?.ToString("HH:mm", CultureInfo.InvariantCulture);
}

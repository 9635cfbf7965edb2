using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Events.Planning;

/// <summary>
/// Day and hours of a form as instants. The hour that March leaves out is refused; of the hour that October has twice one says
/// which is meant. An end before the beginning is on the next day.
/// </summary>
public sealed record EventTimes(DateOnly Day, TimeOnly Start, TimeOnly? End, DateTime StartsAt, DateTime EndsAt, DateTime? RsvpUntil)
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    /// <summary>A ball ends in the morning; what would end later was meant to end before it begins.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(14);

    private static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy"];
    private static readonly string[] Hours = ["H:mm", "HH:mm:ss", "H.mm"];

    public static (EventTimes? Times, Outcome Outcome) Read(EventForm form, IStringLocalizer<Texts> texts)
    {
        if (!TryDay(form.Date, out var day))
            return (null, Outcome.Refuse(texts["Tej daty nie ma w kalendarzu. Wpisz na przykład 20.11.2026"], "Form.Date"));
        if (!TryHour(form.Start, out var start))
            return (null, Outcome.Refuse(texts["Wpisz godzinę, na przykład 17:30"], "Form.Start"));
        var first = Warsaw.Instants(day, start);
        if (first.Count == 0)
            return (null, Outcome.Refuse(Skipped(texts, day, start), "Form.Start"));
        if (first.Count > 1 && form.Turn is not ("1" or "2"))
            return (null, Outcome.Refuse(texts["Tej nocy godzina {0} wypada dwa razy. Wybierz, o którą chodzi.", EventTexts.Hour(day.ToDateTime(start))], "Form.Turn"));
        var startsAt = first[first.Count > 1 && form.Turn == "2" ? 1 : 0];
        var (end, endsAt, wrong) = ReadEnd(form, day, start, startsAt, texts);
        var (until, late) = ReadDeadline(form, startsAt, texts);
        return (wrong ?? late) is { } refusal ? (null, refusal) : (new EventTimes(day, start, end, startsAt, endsAt, until), Outcome.Done);
    }

    private static (TimeOnly? End, DateTime EndsAt, Outcome? Wrong) ReadEnd(EventForm form, DateOnly day, TimeOnly start, DateTime startsAt, IStringLocalizer<Texts> texts)
    {
        if (string.IsNullOrWhiteSpace(form.End))
            return (null, startsAt + Usual, null);
        if (!TryHour(form.End, out var end))
            return (null, default, Outcome.Refuse(texts["Wpisz godzinę, na przykład 17:30"], "Form.End"));
        var last = end > start ? day : day.AddDays(1);
        var instants = Warsaw.Instants(last, end);
        // In the hour that comes twice the same two digits may mean an hour later.
        if (end <= start && Warsaw.Instants(day, end).FirstOrDefault(i => i > startsAt) is var again && again != default)
            instants = [again];
        if (instants.Count == 0)
            return (null, default, Outcome.Refuse(Skipped(texts, last, end), "Form.End"));
        var endsAt = instants.FirstOrDefault(i => i > startsAt);
        if (last != day && endsAt - startsAt > Longest)
            return (null, default, Outcome.Refuse(texts["Koniec jest przed początkiem. Wpisz późniejszą godzinę."], "Form.End"));
        return endsAt == default || end == start && instants.Count == 1 && last != day
            ? (null, default, Outcome.Refuse(texts["Koniec jest o tej samej godzinie co początek. Wpisz późniejszą."], "Form.End"))
            : (end, endsAt, null);
    }

    private static (DateTime? Until, Outcome? Wrong) ReadDeadline(EventForm form, DateTime startsAt, IStringLocalizer<Texts> texts)
    {
        if (string.IsNullOrWhiteSpace(form.DeadlineDate))
            return (null, null);
        if (!TryDay(form.DeadlineDate, out var day))
            return (null, Outcome.Refuse(texts["Tej daty nie ma w kalendarzu. Wpisz na przykład 20.11.2026"], "Form.DeadlineDate"));
        var hour = new TimeOnly(23, 59);
        if (!string.IsNullOrWhiteSpace(form.DeadlineHour) && !TryHour(form.DeadlineHour, out hour))
            return (null, Outcome.Refuse(texts["Wpisz godzinę, na przykład 17:30"], "Form.DeadlineHour"));
        if (Warsaw.Instants(day, hour) is not [.., var until])
            return (null, Outcome.Refuse(Skipped(texts, day, hour), "Form.DeadlineHour"));
        return until > startsAt ? (null, Outcome.Refuse(texts["Zapisy kończą się po rozpoczęciu wydarzenia. Wpisz wcześniejszą datę."], "Form.DeadlineDate")) : (until, null);
    }

    public static string Skipped(IStringLocalizer<Texts> texts, DateOnly day, TimeOnly hour) =>
        texts["{0} godzina {1} nie istnieje: zegar przechodzi z 2:00 na 3:00. Wpisz inną.", day.ToString("d.MM.yyyy", CultureInfo.InvariantCulture), EventTexts.Hour(day.ToDateTime(hour))];

    private static bool TryDay(string? typed, out DateOnly day) =>
        DateOnly.TryParseExact(typed?.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 2000 and < 2100;

    private static bool TryHour(string? typed, out TimeOnly hour) => TimeOnly.TryParseExact(typed?.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out hour);
}

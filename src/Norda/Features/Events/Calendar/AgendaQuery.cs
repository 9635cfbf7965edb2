using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Events.Calendar;

public enum CalendarView { Agenda, Month, Past }

/// <summary>What the address of the calendar asks for: every state of it is an address.</summary>
public sealed record AgendaQuery(CalendarView View, EventType? Type, DateOnly Month, int Page)
{
    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2100, 1, 1);

    public static AgendaQuery Read(IQueryCollection query, DateOnly today)
    {
        var view = query["widok"].ToString() switch { "miesiac" => CalendarView.Month, "minione" => CalendarView.Past, _ => CalendarView.Agenda };
        EventType? type = Enum.GetValues<EventType>().Cast<EventType?>().FirstOrDefault(t => EventTexts.Slug(t!.Value) == query["typ"].ToString());
        var month = DateOnly.TryParseExact(query["miesiac"] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked >= First && asked <= Last ? asked : new DateOnly(today.Year, today.Month, 1);
        var page = int.TryParse(query["strona"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 1000) : 1;
        return new AgendaQuery(view, type, month, page);
    }

    public string Address()
    {
        var parts = new List<string>();
        if (View != CalendarView.Agenda)
            parts.Add(View == CalendarView.Month ? "widok=miesiac" : "widok=minione");
        if (View == CalendarView.Month)
            parts.Add("miesiac=" + Month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        if (Type is { } type)
            parts.Add("typ=" + EventTexts.Slug(type));
        if (Page > 1)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"strona={Page}"));
        return "~/wydarzenia" + (parts.Count > 0 ? "?" + string.Join('&', parts) : "");
    }

    public IQueryable<Event> Of(IQueryable<Event> events) => Type is { } type ? events.Where(e => e.EventType == type) : events;

    /// <summary>From the Monday before the first of the month to the Sunday after its last.</summary>
    public IReadOnlyList<DateOnly> Days()
    {
        var monday = Month.AddDays(-(((int)Month.DayOfWeek + 6) % 7));
        var last = Month.AddMonths(1).AddDays(-1);
        var days = last.DayNumber - monday.DayNumber + 1;
        return [.. Enumerable.Range(0, (days + 6) / 7 * 7).Select(monday.AddDays)];
    }

    public static DateTime Midnight(DateOnly day) => Warsaw.Instants(day, TimeOnly.MinValue)[0];
}

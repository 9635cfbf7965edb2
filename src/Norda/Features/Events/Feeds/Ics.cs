using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Events.Feeds;

/// <summary>
/// Events for calendar programs (RFC 5545). An event keeps its UID for ever, and SEQUENCE grows with each change, so that a
/// program replaces what it has; a cancelled one stays, as cancelled.
/// </summary>
public static class Ics
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>The rule of the European Union since 1996.</summary>
    private const string Zone = """
        BEGIN:VTIMEZONE
        TZID:Europe/Warsaw
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        DTSTART:19960331T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    public static string Of(Event one, string origin) => Of([(one, AttendeeStatus.Confirmed)], origin, null, one.CancelledAt is null ? "PUBLISH" : "CANCEL");

    /// <param name="events">With the answer of whom the calendar is for; who has not made up their mind sees it as tentative.</param>
    /// <param name="name">Of the whole calendar; null for a single event.</param>
    public static string Of(IEnumerable<(Event Event, AttendeeStatus Answer)> events, string origin, string? name, string method = "PUBLISH")
    {
        var lines = new ContentLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//Norda//Wydarzenia//PL");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", method);
        lines.AddText("X-WR-CALNAME", name);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", name is null ? null : "PT6H");
        foreach (var line in Zone.Split('\n', StringSplitOptions.TrimEntries))
            lines.Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        foreach (var (one, answer) in events)
            Add(lines, one, answer, origin);
        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private static void Add(ContentLines lines, Event one, AttendeeStatus answer, string origin)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", string.Create(CultureInfo.InvariantCulture, $"{one.Id}-{one.CreatedAt:yyyyMMddHHmmss}@norda"));
        lines.Add("SEQUENCE", one.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Add("DTSTAMP", Utc(one.UpdatedAt ?? one.CreatedAt));
        lines.Add("CREATED", Utc(one.CreatedAt));
        lines.Add("LAST-MODIFIED", Utc(one.UpdatedAt ?? one.CreatedAt));
        AddTime(lines, "DTSTART", one.StartsAt);
        AddTime(lines, "DTEND", one.EndsAt);
        lines.AddText("SUMMARY", one.Title);
        lines.AddText("DESCRIPTION", one.CancelReason ?? one.Description);
        lines.AddText("LOCATION", one.Location);
        lines.Add("URL", $"{origin}/wydarzenia/{one.Slug}");
        lines.Add("STATUS", one.CancelledAt is not null ? "CANCELLED" : answer == AttendeeStatus.Confirmed ? "CONFIRMED" : "TENTATIVE");
        lines.Add("END", "VEVENT");
    }

    /// <summary>By the clock of Warsaw; in the hour that comes twice in October, of which the clock cannot tell which is meant, in UTC.</summary>
    private static void AddTime(ContentLines lines, string name, DateTime utc)
    {
        var local = utc.ToWarsaw();
        if (Warsaw.Zone.IsAmbiguousTime(local))
            lines.Add(name, Utc(utc));
        else
            lines.Add(name + ";TZID=Europe/Warsaw", local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
    }

    private static string Utc(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

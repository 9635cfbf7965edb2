using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Norda.Platform;

namespace Norda.Features.Events.Calendar;

/// <summary>A public event in the words of schema.org, for search engines.</summary>
public static class SchemaEvent
{
    // Letters stay letters; "<", "&" and quotes become \u003C …, so that no text can close the script element.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(EventView one, string address, string summary, string chamber) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Event",
        ["@id"] = address,
        ["url"] = address,
        ["name"] = one.Card.Title,
        ["description"] = summary,
        ["startDate"] = Moment(one.Card.StartsAt),
        ["endDate"] = Moment(one.Card.EndsAt),
        ["eventStatus"] = "https://schema.org/" + (one.Card.CancelledAt is null ? "EventScheduled" : "EventCancelled"),
        ["eventAttendanceMode"] = "https://schema.org/" + (one.Card.Type == EventType.Webinar ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode"),
        ["location"] = one.Card.Type == EventType.Webinar
            ? new Dictionary<string, object> { ["@type"] = "VirtualLocation", ["url"] = address }
            : new Dictionary<string, object> { ["@type"] = "Place", ["name"] = one.Card.Location ?? chamber, ["address"] = one.Card.Location ?? chamber },
        ["organizer"] = new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = chamber },
        ["performer"] = one.SpeakerName is { } speaker ? new Dictionary<string, object> { ["@type"] = "Person", ["name"] = speaker } : null,
        ["maximumAttendeeCapacity"] = one.Card.Most,
    }.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), Json);

    private static string Moment(DateTime utc) => new DateTimeOffset(utc.ToWarsaw(), Warsaw.Zone.GetUtcOffset(utc)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

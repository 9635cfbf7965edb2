using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Norda.Data;
using Norda.Features.Events.Calendar;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events;

/// <summary>The public calendar as JSON.</summary>
public static class EventsApi
{
    private const int PageSize = 50;

    public static void MapEventsApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Events").Requires(Resource.Event, Act.Read).CacheOutput(EventPages.Policy).WithETag();
        api.MapGet("/events", Events).WithName("events").WithSummary("Public events").WithDescription($"Those that have not ended, or with `past` those that have; {PageSize} a page, the nearest first.").AddOpenApiOperationTransformer(Describe);
        api.MapGet("/events/{slug}", One).WithName("event").WithSummary("One event").WithDescription("Everything that its public page shows.").AddOpenApiOperationTransformer(Describe);
    }

    private static async Task<Results<Ok<EventList>, ValidationProblem>> Events(string? type, bool? past, int? page, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var kind = Enum.GetValues<EventType>().Cast<EventType?>().FirstOrDefault(t => string.Equals(t.ToString(), type, StringComparison.OrdinalIgnoreCase));
        if (type is not null && kind is null)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["type"] = ["meeting, webinar or networking"] });
        var (now, number) = (clock.GetUtcNow().UtcDateTime, Math.Clamp(page ?? 1, 1, 10_000));
        var events = db.Set<Event>().Where(e => e.Visibility == EventVisibility.Public && (kind == null || e.EventType == kind));
        events = past == true ? events.Where(e => e.EndsAt <= now) : events.Upcoming(now);
        var ordered = past == true ? events.OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id) : events.OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
        return TypedResults.Ok(new EventList(await ordered.Skip((number - 1) * PageSize).Take(PageSize).Select(EventItem.From).ToListAsync(cancel), await events.CountAsync(cancel), number, PageSize));
    }

    private static async Task<Results<Ok<EventItem>, NotFound>> One(string slug, AppDb db, CancellationToken cancel) =>
        await db.Set<Event>().Where(e => e.Slug == slug && e.Visibility == EventVisibility.Public).Select(EventItem.From).SingleOrDefaultAsync(cancel) is { } one ? TypedResults.Ok(one) : TypedResults.NotFound();

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            (parameter.Description, parameter.Example) = parameter.Name switch
            {
                "type" => ("Kind of event: meeting, webinar or networking.", (JsonNode)"webinar"),
                "past" => ("Events that have ended, the latest first.", (JsonNode)false),
                "page" => ("Page of the list, from 1.", (JsonNode)1),
                _ => ("The last part of the address of the event's page.", (JsonNode)"sniadanie-biznesowe"),
            };
        foreach (var (status, text) in (ReadOnlySpan<(string, string)>)[("200", "What was asked for. Times are UTC; `freeSeats` is null where seats are not counted."), ("400", "A parameter that cannot be meant; `errors` names it."), ("404", "No such public event.")])
            if (operation.Responses?.GetValueOrDefault(status) is OpenApiResponse response)
                response.Description = text;
        return Task.CompletedTask;
    }
}

/// <summary>A page of events as JSON.</summary>
public sealed record EventList(IReadOnlyList<EventItem> Items, int Total, int Page, int PageSize);

public sealed record EventItem(
    string Slug, string Title, EventType Type, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Location, string? Category, string? Description, string? Programme,
    string? Speaker, string? SpeakerCompany, string? SpeakerCompanySlug, bool IsFeatured, bool IsCancelled, DateTimeOffset? RsvpUntil, int? Seats, int? FreeSeats)
{
    public static readonly Expression<Func<Event, EventItem>> From = e => new EventItem(e.Slug, e.Title, e.EventType, Utc(e.StartsAt), Utc(e.EndsAt), e.Location, e.Category, e.Description, e.Programme,
        e.SpeakerName, e.SpeakerCompany!.Name, e.SpeakerCompany!.Slug, e.IsFeatured, e.CancelledAt != null, e.RsvpUntil == null ? null : Utc(e.RsvpUntil.Value), e.MaxAttendees, e.MaxAttendees == null ? null : Math.Max(0, e.MaxAttendees.Value - e.Taken));

    private static DateTimeOffset Utc(DateTime time) => new(time, TimeSpan.Zero);
}

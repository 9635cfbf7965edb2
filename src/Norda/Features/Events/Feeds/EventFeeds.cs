using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Events.Calendar;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Feeds;

/// <summary>The calendar for other programs: one event, all public ones, and a person's own behind a secret address.</summary>
public static class EventFeeds
{
    private const int Most = 500;
    private static readonly TimeSpan Back = TimeSpan.FromDays(180);

    public static void MapEventFeeds(this WebApplication app)
    {
        app.MapGet("/wydarzenia.ics", All).Requires(Resource.Event, Act.Read).CacheOutput(EventPages.Policy).WithETag().ExcludeFromDescription();
        app.MapGet("/wydarzenia/{slug}.ics", One).Requires(Resource.Event, Act.Read).CacheOutput(EventPages.Policy).WithETag().ExcludeFromDescription();
        app.MapGet("/kalendarz/{token}.ics", Own).Requires(Resource.CalendarFeed, Act.Read).ExcludeFromDescription();
    }

    private static async Task<FileContentHttpResult> All(HttpRequest request, AppDb db, TimeProvider clock, IOptions<ChamberOptions> chamber, CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime - Back;
        var events = await db.Set<Event>().AsNoTracking().Where(e => e.Visibility == EventVisibility.Public && e.EndsAt > since).OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(Most).ToListAsync(cancel);
        return File(Ics.Of(events.Select(e => (e, AttendeeStatus.Confirmed)), request.Origin(), chamber.Value.Name), "wydarzenia.ics");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> One(string slug, HttpRequest request, AppDb db, Me me, CancellationToken cancel) =>
        await db.Set<Event>().AsNoTracking().VisibleTo(me).SingleOrDefaultAsync(e => e.Slug == slug, cancel) is { } one
            ? File(Ics.Of(one, request.Origin()), $"{one.Slug}.ics")
            : TypedResults.NotFound();

    /// <summary>Who took the address back, or is no member any more, has no calendar here.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> Own(string token, HttpResponse response, HttpRequest request, AppDb db, TimeProvider clock, IOptions<ChamberOptions> chamber, CancellationToken cancel)
    {
        response.Headers.CacheControl = "no-store";
        var hash = AccountToken.HashOf(token);
        var owner = await db.Set<CalendarFeed>().Where(f => f.TokenHash == hash && db.Users.Insiders().Any(u => u.Id == f.UserId)).Select(f => (int?)f.UserId).SingleOrDefaultAsync(cancel);
        if (owner is null)
            return TypedResults.NotFound();
        var since = clock.GetUtcNow().UtcDateTime - Back;
        var own = await db.Set<Attendee>().AsNoTracking().Where(a => a.UserId == owner && a.Event.EndsAt > since && (a.Status == AttendeeStatus.Confirmed || a.Status == AttendeeStatus.Maybe || a.Status == AttendeeStatus.Offered || a.Status == AttendeeStatus.Waiting))
            .OrderBy(a => a.Event.StartsAt).ThenBy(a => a.EventId).Take(Most).Select(a => new { a.Event, a.Status }).ToListAsync(cancel);
        return File(Ics.Of(own.Select(o => (o.Event, o.Status)), request.Origin(), chamber.Value.Name), "kalendarz.ics");
    }

    private static FileContentHttpResult File(string calendar, string name) => TypedResults.File(Encoding.UTF8.GetBytes(calendar), Ics.ContentType, name);
}

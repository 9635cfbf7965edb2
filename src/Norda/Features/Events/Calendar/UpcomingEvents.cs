using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Events.Calendar;

/// <summary>The next events with their answers in place, for a page of another feature: <c>Component.InvokeAsync(typeof(UpcomingEvents), new { count = 3 })</c>. One query.</summary>
public sealed class UpcomingEvents(AppDb db, Me me, TimeProvider clock) : ViewComponent
{
    private const int Most = 10;

    public async Task<IViewComponentResult> InvokeAsync(int count = 3)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var events = await db.Set<Event>().VisibleTo(me).Upcoming(now).Where(e => e.CancelledAt == null).OrderBy(e => e.StartsAt).ThenBy(e => e.Id)
            .Take(Math.Clamp(count, 1, Most)).Select(EventCard.For(me.Id)).ToListAsync(HttpContext.RequestAborted);
        return View("/Features/Events/_Upcoming.cshtml", new UpcomingEventsView(events, now, me.Is(Role.Member)));
    }
}

public sealed record UpcomingEventsView(IReadOnlyList<EventCard> Events, DateTime Now, bool MayAnswer);

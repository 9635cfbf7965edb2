using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform.Access;

namespace Norda.Features.Events.Planning;

/// <summary>All events as those see them who run them: what comes first, then what was.</summary>
[Access(Resource.Event, Act.Change)]
[ResponseCache(NoStore = true)]
public class PlannedModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "minione")]
    public bool Past { get; set; }

    public IReadOnlyList<PlannedEvent> Events { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var events = Past ? db.Set<Event>().Where(e => e.EndsAt <= now) : db.Set<Event>().Upcoming(now);
        var pages = Math.Max(1, (await events.CountAsync(cancel) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, pages);
        var ordered = Past ? events.OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id) : events.OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
        Events = await ordered.Skip((Number - 1) * PageSize).Take(PageSize).Select(e => new PlannedEvent(e.Id, e.Slug, e.Title, e.StartsAt, e.EndsAt, e.Location, e.CancelledAt != null, e.Visibility, e.Taken, e.MaxAttendees,
            e.Attendees.Count(a => a.Status == AttendeeStatus.Waiting), e.Attendees.Count(a => a.AttendedAt != null), me.IsOffice || e.CreatedBy == me.Id)).ToListAsync(cancel);
        Pager = new PagerState(Number, pages, page => Url.Content($"~/biuro/wydarzenia?strona={page}{(Past ? "&minione=true" : "")}"));
    }
}

public sealed record PlannedEvent(int Id, string Slug, string Title, DateTime StartsAt, DateTime EndsAt, string? Location, bool IsCancelled, EventVisibility Visibility, int Taken, int? Most, int Waiting, int Attended, bool IsMine);

using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Calendar;

/// <summary>The chamber's calendar: what comes, a month at a glance, what was.</summary>
[Access(Resource.Event, Act.Read)]
[OutputCache(PolicyName = EventPages.Policy)]
public class AgendaModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;
    private const int MostInMonth = 300;

    public AgendaQuery Query { get; private set; } = null!;
    public IReadOnlyList<EventCard> Events { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");
    public DateOnly Today { get; } = clock.Today();
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;
    public bool MayAnswer => me.Is(Role.Member);
    public bool MayPlan => AccessTable.Allows(me, Resource.Event, Act.Create);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = AgendaQuery.Read(Request.Query, Today);
        var events = Query.Of(db.Set<Event>().VisibleTo(me));
        if (Query.View == CalendarView.Month)
        {
            var days = Query.Days();
            var (from, to) = (AgendaQuery.Midnight(days[0]), AgendaQuery.Midnight(days[^1].AddDays(1)));
            Events = await events.Where(e => e.StartsAt >= from && e.StartsAt < to).OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(MostInMonth).Select(EventCard.For(me.Id)).ToListAsync(cancel);
            return;
        }

        var past = Query.View == CalendarView.Past;
        events = past ? events.Where(e => e.EndsAt <= Now) : events.Upcoming(Now);
        var pages = Math.Max(1, (await events.CountAsync(cancel) + PageSize - 1) / PageSize);
        Query = Query with { Page = Math.Min(Query.Page, pages) };
        var ordered = past ? events.OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id) : events.OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
        Events = await ordered.Skip((Query.Page - 1) * PageSize).Take(PageSize).Select(EventCard.For(me.Id)).ToListAsync(cancel);
        Pager = new PagerState(Query.Page, pages, page => Url.Content((Query with { Page = page }).Address()));
    }
}

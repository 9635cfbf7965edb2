using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Events.Rsvp;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Calendar;

/// <summary>The page of an event. Who comes is seen by those who come themselves, by its organiser and the office.</summary>
[Access(Resource.Event, Act.Read)]
[OutputCache(PolicyName = EventPages.Policy)]
public class EventPageModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    private const int MostNames = 200;

    public EventView Event { get; private set; } = null!;
    public IReadOnlyList<Companion> Coming { get; private set; } = [];
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;
    public int ThisYear { get; } = clock.Today().Year;
    public bool MayAnswer => me.Is(Role.Member);
    public bool IsVisitor => !me.IsSignedIn;
    public bool RunsIt => me.IsOffice || Event.CreatedBy is { } organiser && organiser == me.Id;
    public bool MayPlan => AccessTable.Allows(me, Resource.Event, Act.Change);
    public bool SeesNames => RunsIt || Event.Card.Mine == AttendeeStatus.Confirmed;
    public string Address => Request.PublicUrl($"/wydarzenia/{Event.Card.Slug}", Request.IsEnglish());
    public string Summary => Event.Description is { } about && MarkdownText.Plain(about) is { Length: > 0 } text ? text.Length > 160 ? text[..157] + "…" : text : EventTexts.When(Event.Card.StartsAt, Event.Card.EndsAt, ThisYear);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.Set<Event>().VisibleTo(me).Where(e => e.Slug == slug).Select(EventView.For(me.Id)).SingleOrDefaultAsync(cancel);
        if (found is null)
            return NotFound();
        Event = found;
        if (SeesNames)
            Coming = await db.Set<Attendee>().Coming(Event.Card.Id).OrderBy(a => a.User.Name).ThenBy(a => a.Id).Take(MostNames).Select(Companion.From).ToListAsync(cancel);
        return Page();
    }
}

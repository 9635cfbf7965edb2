using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Events.Planning;

/// <summary>A page on which one thing is done with an event.</summary>
public abstract class EventDeed(AppDb db, TimeProvider clock) : PageModel
{
    public DeedView Event { get; private set; } = null!;
    public int ThisYear { get; } = clock.Today().Year;

    protected AppDb Db { get; } = db;

    protected async Task<bool> Find(int id, CancellationToken cancel) =>
        (Event = (await Db.Set<Event>().Where(e => e.Id == id).Select(e => new DeedView(e.Id, e.Slug, e.Title, e.StartsAt, e.EndsAt, e.CancelledAt != null,
            e.Attendees.Count(a => a.Status != AttendeeStatus.Declined && a.Status != AttendeeStatus.Lapsed))).SingleOrDefaultAsync(cancel))!) is not null;

    protected IActionResult Refuse(Outcome outcome)
    {
        ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        return this.ShowAgain();
    }
}

/// <summary>Concerned: who would be told of a change.</summary>
public sealed record DeedView(int Id, string Slug, string Title, DateTime StartsAt, DateTime EndsAt, bool IsCancelled, int Concerned);

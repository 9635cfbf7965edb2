using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Profile;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Door;

/// <summary>The ticket of who comes: a QR code for the door, and its letters for a hand.</summary>
[Access(Resource.Rsvp, Act.Read)]
[ResponseCache(NoStore = true)]
public class TicketModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public TicketView Ticket { get; private set; } = null!;
    public int ThisYear { get; } = clock.Today().Year;

    /// <summary>Drawn here, so that it is there without a script and on paper.</summary>
    public HtmlString Code => new(QrCode.Svg(Ticket.Code));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var ticket = await db.Set<Attendee>().Where(a => a.Event.Slug == slug && a.UserId == me.Id && a.Status == AttendeeStatus.Confirmed && a.Event.CancelledAt == null)
            .Select(a => new TicketView(a.Event.Title, a.Event.Slug, a.Event.StartsAt, a.Event.EndsAt, a.Event.Location, a.User.Name, a.Seats, a.TicketCode, a.AttendedAt)).SingleOrDefaultAsync(cancel);
        Ticket = ticket!;
        return ticket is null ? NotFound() : Page();
    }
}

public sealed record TicketView(string Title, string Slug, DateTime StartsAt, DateTime EndsAt, string? Location, string Name, int Seats, string Code, DateTime? AttendedAt)
{
    public string Spaced => $"{Code[..(Attendee.CodeLength / 2)]} {Code[(Attendee.CodeLength / 2)..]}";
}

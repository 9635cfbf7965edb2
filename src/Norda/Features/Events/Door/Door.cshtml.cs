using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Events.Door;

/// <summary>
/// The door, for a telephone: the code of a ticket or a name, and a green, red or yellow answer. Its script keeps the page and what
/// was shown, so that it works without a connection once it has been opened; without a script it is a form.
/// </summary>
[Access(Resource.Attendance, Act.Change)]
[ResponseCache(NoStore = true)]
public class DoorModel(AppDb db, Me me, AdmitAttendee admit) : PageModel
{
    private const int Most = 2000;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Sought { get; set; }

    public DoorEvent Event { get; private set; } = null!;
    public IReadOnlyList<DoorPerson> People { get; private set; } = [];
    public Admission? Answer { get; private set; }
    public string Name => me.Name;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        // The camera is nobody's on other pages.
        Response.Headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        var found = await db.Set<Event>().RunBy(me).Where(e => e.Id == id).Select(e => new DoorEvent(e.Id, e.Slug, e.Title, e.StartsAt, e.EndsAt)).SingleOrDefaultAsync(cancel);
        if (found is null)
            return NotFound();
        Event = found;
        var sought = AnyCase.Typed(Sought);
        People = await db.Set<Attendee>().Where(a => a.EventId == id && a.Status != AttendeeStatus.Declined && a.Status != AttendeeStatus.Invited && (sought == "" || AnyCase.Of(a.User.Name)!.Contains(sought)))
            .OrderBy(a => a.User.Name).ThenBy(a => a.Id).Take(Most).Select(a => new DoorPerson(a.Id, a.User.Name,
                a.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == a.User.CompanyId).Select(c => c.Company.Name).FirstOrDefault(), a.Seats, a.Status, a.TicketCode, a.AttendedAt,
                db.Set<CheckIn>().Where(c => c.AttendeeId == a.Id && c.Accepted).Select(c => db.Users.Where(u => u.Id == c.ByUserId).Select(u => u.Name).FirstOrDefault()).FirstOrDefault())).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? kod, int? osoba, Guid nonce, CancellationToken cancel)
    {
        if (!await db.Set<Event>().RunBy(me).AnyAsync(e => e.Id == id, cancel))
            return NotFound();
        if (nonce == Guid.Empty)
            return BadRequest();
        Answer = await admit.Run(id, new ShownTicket(kod, osoba, nonce, null), cancel);
        return await OnGetAsync(id, cancel);
    }
}

public sealed record DoorEvent(int Id, string Slug, string Title, DateTime StartsAt, DateTime EndsAt);

public sealed record DoorPerson(int Id, string Name, string? Firm, int Seats, AttendeeStatus Status, string Code, DateTime? At, string? By);

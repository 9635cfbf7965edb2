using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Door;

/// <summary>Who comes, waits, or stayed away: for the organiser and the office.</summary>
[Access(Resource.Attendance, Act.Read)]
[ResponseCache(NoStore = true)]
public class AttendeesModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    private const int PageSize = 200;

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    public ListedEvent Event { get; private set; } = null!;
    public IReadOnlyList<ListedAttendee> People { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");
    public int ThisYear { get; } = clock.Today().Year;
    public bool IsOver => Event.EndsAt <= clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var found = await db.Set<Event>().RunBy(me).Where(e => e.Id == id).Select(e => new ListedEvent(e.Id, e.Slug, e.Title, e.StartsAt, e.EndsAt, e.Location, e.MaxAttendees, e.Taken,
            e.Attendees.Count, e.Attendees.Count(a => a.Status == AttendeeStatus.Confirmed), e.Attendees.Count(a => a.Status == AttendeeStatus.Waiting), e.Attendees.Count(a => a.Status == AttendeeStatus.Maybe),
            e.Attendees.Count(a => a.AttendedAt != null), e.Questions.OrderBy(q => q.Position).Select(q => new AskedOf(q.Id, q.Text)).ToList())).SingleOrDefaultAsync(cancel);
        if (found is null)
            return NotFound();
        Event = found;
        var pages = Math.Max(1, (Event.Total + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, pages);
        People = await db.Set<Attendee>().Where(a => a.EventId == id).OrderBy(a => a.Status == AttendeeStatus.Confirmed ? 0 : a.Status == AttendeeStatus.Offered ? 1 : a.Status == AttendeeStatus.Waiting ? 2 : a.Status == AttendeeStatus.Maybe ? 3 : 4)
            .ThenBy(a => a.WaitingSince).ThenBy(a => a.User.Name).ThenBy(a => a.Id).Skip((Number - 1) * PageSize).Take(PageSize).Select(a => new ListedAttendee(a.User.Name, a.User.Email!,
                a.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == a.User.CompanyId).Select(c => c.Company.Name).FirstOrDefault(),
                a.Status, a.AttendedAt, a.Guests.OrderBy(g => g.Id).Select(g => g.Name).ToList(), a.Answers.Select(x => new GivenAnswer(x.QuestionId, x.Text)).ToList())).AsSplitQuery().ToListAsync(cancel);
        Pager = new PagerState(Number, pages, page => Url.Content($"~/biuro/wydarzenia/{id}/uczestnicy?strona={page}"));
        return Page();
    }
}

public sealed record ListedEvent(int Id, string Slug, string Title, DateTime StartsAt, DateTime EndsAt, string? Location, int? Most, int Taken, int Total, int Confirmed, int Waiting, int Maybe, int Attended, IReadOnlyList<AskedOf> Questions);

public sealed record AskedOf(int Id, string Text);

public sealed record GivenAnswer(int QuestionId, string Text);

public sealed record ListedAttendee(string Name, string Email, string? Firm, AttendeeStatus Status, DateTime? AttendedAt, IReadOnlyList<string> Guests, IReadOnlyList<GivenAnswer> Answers);

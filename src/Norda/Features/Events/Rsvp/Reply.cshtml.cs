using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Rsvp;

/// <summary>Where the three buttons of every page lead, and where one names guests and answers the organiser's questions.</summary>
[Access(Resource.Rsvp, Act.Create)]
[ResponseCache(NoStore = true)]
public class ReplyModel(AppDb db, Me me, RsvpToEvent rsvp, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Whether guests and answers were asked for, or only a button was pressed.</summary>
    [BindProperty]
    public bool WithDetails { get; set; }

    [BindProperty]
    public RsvpForm Form { get; set; } = new();

    public ReplyView Event { get; private set; } = null!;
    public int ThisYear { get; } = clock.Today().Year;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await Find(slug, cancel))
            return NotFound();
        Form = new RsvpForm { Guests = [.. Event.Guests], Answers = Event.Questions.ToDictionary(q => q.Id, q => q.Answer) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? odpowiedz, string? powrot, CancellationToken cancel)
    {
        if (!await Find(slug, cancel))
            return NotFound();
        if (RsvpWords.Read(odpowiedz) is not { } answer)
            return BadRequest();
        var (status, outcome) = await rsvp.Run(Event.Id, me.Id!.Value, answer, WithDetails ? Form : null, cancel);
        var asked = Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        if (outcome.Refusal is { } refusal)
            return asked ? new JsonResult(new { text = refusal, details = outcome.Field is not null }) { StatusCode = StatusCodes.Status422UnprocessableEntity } : Again(outcome, refusal);
        var said = RsvpWords.Said(status!.Value, texts);
        if (asked)
            return new JsonResult(new { text = said });
        this.Say(said);
        return LocalRedirect(Url.IsLocalUrl(powrot) ? powrot : Url.Content($"~/wydarzenia/{slug}"));
    }

    private IActionResult Again(Outcome outcome, string refusal)
    {
        if (!WithDetails)
            Form = new RsvpForm { Guests = [.. Event.Guests], Answers = Event.Questions.ToDictionary(q => q.Id, q => q.Answer) };
        ModelState.AddModelError(outcome.Field is null ? "" : "Form." + outcome.Field, refusal);
        return this.ShowAgain();
    }

    private async Task<bool> Find(string slug, CancellationToken cancel)
    {
        var found = await db.Set<Event>().VisibleTo(me).Where(e => e.Slug == slug).Select(e => new ReplyView(e.Id, e.Slug, e.Title, e.StartsAt, e.EndsAt, e.Location, e.MostGuests,
            e.Attendees.Where(a => a.UserId == me.Id).Select(a => (AttendeeStatus?)a.Status).FirstOrDefault(),
            new List<string>(),
            e.Questions.OrderBy(q => q.Position).Select(q => new AskedQuestion(q.Id, q.Text, q.IsRequired, null)).ToList())).AsSplitQuery().SingleOrDefaultAsync(cancel);
        if (found is null)
            return false;
        var mine = db.Set<Attendee>().Where(a => a.EventId == found.Id && a.UserId == me.Id);
        var guests = await mine.SelectMany(a => a.Guests).OrderBy(g => g.Id).Select(g => g.Name).ToListAsync(cancel);
        var answers = await mine.SelectMany(a => a.Answers).ToDictionaryAsync(x => x.QuestionId, x => x.Text, cancel);
        Event = found with { Guests = guests, Questions = [.. found.Questions.Select(q => q with { Answer = answers.GetValueOrDefault(q.Id) })] };
        return true;
    }
}

public sealed record ReplyView(int Id, string Slug, string Title, DateTime StartsAt, DateTime EndsAt, string? Location, int MostGuests, AttendeeStatus? Mine, IReadOnlyList<string> Guests, IReadOnlyList<AskedQuestion> Questions);

public sealed record AskedQuestion(int Id, string Text, bool IsRequired, string? Answer);

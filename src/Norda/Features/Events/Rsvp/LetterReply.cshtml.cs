using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Rsvp;

/// <summary>Where links in letters lead: says what would be answered, and does it when the button is pressed. Works signed out.</summary>
[Access(Resource.RsvpLink, Act.Change)]
[ResponseCache(NoStore = true)]
public class LetterReplyModel(AppDb db, RsvpLinks links, RsvpToEvent rsvp, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Null when the link is not good.</summary>
    public ReplyView? Event { get; private set; }

    public string? Name { get; private set; }
    public RsvpAnswer? Meant { get; private set; }
    public int ThisYear { get; } = clock.Today().Year;

    public async Task<IActionResult> OnGetAsync(string token, string? odp, CancellationToken cancel)
    {
        Meant = RsvpWords.Read(odp);
        if (await Find(token, cancel) is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? odpowiedz, CancellationToken cancel)
    {
        if (await Find(token, cancel) is not { } person)
            return await OnGetAsync(token, null, cancel);
        if (RsvpWords.Read(odpowiedz) is not { } answer)
            return BadRequest();
        var (status, outcome) = await rsvp.Run(Event!.Id, person, answer, null, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError("", outcome.Field == RsvpToEvent.AnswersField ? texts["Organizator ma pytania. Zaloguj się i zapisz się na stronie wydarzenia."] : refusal);
            return this.ShowAgain();
        }

        this.Say(RsvpWords.Said(status!.Value, texts));
        return LocalRedirect(Url.Content($"~/w/{token}"));
    }

    /// <returns>Whose letter it was.</returns>
    private async Task<int?> Find(string token, CancellationToken cancel)
    {
        if (links.Read(token) is not var (eventId, userId))
            return null;
        Name = await db.Users.Where(u => u.Id == userId && u.IsActive).Select(u => u.Name).SingleOrDefaultAsync(cancel);
        Event = Name is null ? null : await db.Set<Event>().Where(e => e.Id == eventId && (e.Visibility == EventVisibility.Public || db.Users.Insiders().Any(u => u.Id == userId))).Select(e => new ReplyView(e.Id, e.Slug, e.Title, e.StartsAt, e.EndsAt, e.Location, e.MostGuests,
            e.Attendees.Where(a => a.UserId == userId).Select(a => (AttendeeStatus?)a.Status).FirstOrDefault(), new List<string>(), new List<AskedQuestion>())).SingleOrDefaultAsync(cancel);
        return Event is null ? null : userId;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Feeds;

/// <summary>The address of one's own calendar. It is shown when it is made, and never again.</summary>
[Access(Resource.CalendarFeed, Act.Change)]
[ResponseCache(NoStore = true)]
public class MyCalendarModel(AppDb db, Me me, OpenFeed open, CloseFeed close, IStringLocalizer<Texts> texts) : PageModel
{
    public DateTime? Since { get; private set; }
    public string? Address { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) =>
        Since = await db.Set<CalendarFeed>().Where(f => f.UserId == me.Id).Select(f => (DateTime?)f.CreatedAt).SingleOrDefaultAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (secret, outcome) = await open.Run(cancel);
        await OnGetAsync(cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return this.ShowAgain();
        }

        Address = Request.PublicUrl($"/kalendarz/{secret}.ics");
        return Page();
    }

    public async Task<IActionResult> OnPostUsunAsync(CancellationToken cancel)
    {
        await close.Run(cancel);
        this.Say(texts["Adres kalendarza już nie działa."]);
        return RedirectToPage();
    }
}

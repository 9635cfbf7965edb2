using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Planning;

/// <summary>A new event, empty or filled in from another one (?z=12).</summary>
[Access(Resource.Event, Act.Create)]
[ResponseCache(NoStore = true)]
public class NewModel(AppDb db, SaveEvent save, TimeProvider clock, IStringLocalizer<Texts> texts) : EventEditor
{
    public override string Address => Url.Content("~/biuro/wydarzenia/nowe");

    public async Task<IActionResult> OnGetAsync(int? z, CancellationToken cancel)
    {
        if (z is null)
            return Page();
        var one = await db.Set<Event>().AsNoTracking().Include(e => e.Questions).Include(e => e.SpeakerCompany).SingleOrDefaultAsync(e => e.Id == z, cancel);
        if (one is null)
            return NotFound();
        Form = EventForm.Of(one, one.SpeakerCompany?.Name);
        (Form.Date, Form.DeadlineDate, Form.DeadlineHour, Form.Turn, Form.Sequence) = (null, null, null, null, 0);
        return Page();
    }

    public IActionResult OnPostPodglad() => Preview();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (one, outcome) = await save.Run(null, Form, cancel);
        if (one is null)
            return Refuse(outcome);
        this.Say(one.StartsAt > clock.GetUtcNow().UtcDateTime ? texts["Wydarzenie jest w kalendarzu. Możesz zaprosić członków."] : texts["Wydarzenie zapisane wśród minionych: ten dzień i godzina już były. Jeśli to pomyłka, popraw datę."]);
        return LocalRedirect(Url.Content($"~/biuro/wydarzenia/{one.Id}"));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Planning;

/// <summary>Changes an event, and leads to all else that one does with it.</summary>
[Access(Resource.Event, Act.Change)]
[ResponseCache(NoStore = true)]
public class EditModel(AppDb db, Me me, SaveEvent save, IStringLocalizer<Texts> texts) : EventEditor
{
    public Event Event { get; private set; } = null!;
    public bool RunsIt => me.IsOffice || Event.CreatedBy == me.Id;
    public override string Address => Url.Content($"~/biuro/wydarzenia/{Event.Id}");

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Form = EventForm.Of(Event, Event.SpeakerCompany?.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostPodgladAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? Preview() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (saved, outcome) = await save.Run(id, Form, cancel);
        if (saved is null)
            return Refuse(outcome);
        this.Say(texts["Zapisano zmiany."]);
        return LocalRedirect(Url.Content($"~/biuro/wydarzenia/{id}"));
    }

    private async Task<bool> Find(int id, CancellationToken cancel) =>
        (Event = (await db.Set<Event>().AsNoTracking().Include(e => e.Questions).Include(e => e.SpeakerCompany).SingleOrDefaultAsync(e => e.Id == id, cancel))!) is not null;
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Planning;

[Access(Resource.Event, Act.Change)]
[ResponseCache(NoStore = true)]
public class CancelModel(AppDb db, TimeProvider clock, CancelEvent cancelEvent, IStringLocalizer<Texts> texts) : EventDeed(db, clock)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (await cancelEvent.Run(id, Reason, cancel) is { Refused: true } outcome)
            return Refuse(outcome);
        this.Say(texts["Odwołano wydarzenie. Uczestnicy dostaną wiadomość."]);
        return LocalRedirect(Url.Content($"~/wydarzenia/{Event.Slug}"));
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Planning;

[Access(Resource.Event, Act.Change)]
[ResponseCache(NoStore = true)]
public class RepeatModel(AppDb db, TimeProvider clock, RepeatEvent repeat, IStringLocalizer<Texts> texts) : EventDeed(db, clock)
{
    [BindProperty]
    public string Rhythm { get; set; } = "tydzien";

    [BindProperty]
    public string? Times { get; set; } = "4";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        var times = int.TryParse(Times, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        if (await repeat.Run(id, Rhythm == "miesiac" ? Planning.Rhythm.Monthly : Planning.Rhythm.Weekly, times, cancel) is { Refused: true } outcome)
            return Refuse(outcome);
        this.Say(texts["Dodano powtórzenia: {0}.", times]);
        return LocalRedirect(Url.Content("~/biuro/wydarzenia"));
    }
}

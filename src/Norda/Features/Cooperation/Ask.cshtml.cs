using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Classifieds;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>Has the chosen firms asked; the advertisement shows what came of it.</summary>
[Access(Resource.Introduction, Act.Create)]
[ResponseCache(NoStore = true)]
public class AskModel(AppDb db, Me me, AskFirms ask, IStringLocalizer<Texts> texts) : PageModel
{
    private const int MostChosen = 10;

    public async Task<IActionResult> OnGetAsync(string adres, CancellationToken cancel) => await Find(adres, cancel) is { } place ? LocalRedirect(place) : NotFound();

    public async Task<IActionResult> OnPostAsync(string adres, int[] firmy, CancellationToken cancel)
    {
        if (await Find(adres, cancel) is not { } place)
            return NotFound();
        var outcome = await ask.Run(ClassifiedQueries.NumberIn(adres), [.. firmy.Take(MostChosen)], cancel);
        this.Say(outcome.Refusal ?? texts["Zapytano. Damy znać, gdy któraś firma zechce porozmawiać."]);
        return LocalRedirect(place);
    }

    /// <summary>Of one's own advertisement; another's is not there.</summary>
    private async Task<string?> Find(string address, CancellationToken cancel)
    {
        var id = ClassifiedQueries.NumberIn(address);
        return await db.Set<Classified>().Where(c => c.Id == id && c.AuthorId == me.Id).Select(c => c.Slug).SingleOrDefaultAsync(cancel) is { } slug
            ? Url.Content($"~/ogloszenia/{ClassifiedQueries.Address(id, slug)}") + "#firmy" : null;
    }
}

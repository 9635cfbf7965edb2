using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>Where a firm thanks another for business.</summary>
[Access(Resource.Benefit, Act.Create)]
[ResponseCache(NoStore = true)]
public class ThankModel(AppDb db, Me me, GiveThanks give, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public ThanksForm Form { get; set; } = new();

    public string FirmName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, int? wspolpraca, CancellationToken cancel)
    {
        Form.Introduction = wspolpraca;
        return await Find(slug, cancel) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await Find(slug, cancel) is not { } firm)
            return NotFound();
        if (ModelState.IsValid && await give.Run(me.SpokenFor()[0], firm, Form, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (!ModelState.IsValid)
            return this.ShowAgain();
        this.Say(texts["Podziękowano firmie {0}.", PolishText.Last(FirmName)]);
        return LocalRedirect(Url.Content("~/moja-firma/korzysci"));
    }

    private async Task<int?> Find(string slug, CancellationToken cancel)
    {
        if (me.SpokenFor().Count == 0 || await db.Companies.Listed().Where(c => c.Slug == slug).Select(c => new { c.Id, c.Name }).SingleOrDefaultAsync(cancel) is not { } firm)
            return null;
        FirmName = firm.Name;
        return firm.Id;
    }
}

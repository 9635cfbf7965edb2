using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Cards;

/// <summary>Makes the card of one's own firm. It has no page of its own.</summary>
[Access(Resource.OwnFee, Act.Read)]
[ResponseCache(NoStore = true)]
public class MineModel(AppDb db, Me me, MakeCard card, IStringLocalizer<Texts> texts) : PageModel
{
    public IActionResult OnGet(string slug) => Back(slug);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        var own = me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToList();
        if (await db.Companies.Where(c => own.Contains(c.Id) && c.Slug == slug).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancel) is not { } firm)
            return NotFound();
        this.Say((await card.Run(firm, cancel)).Refusal ?? texts["Karta członkowska jest gotowa."]);
        return Back(slug);
    }

    private LocalRedirectResult Back(string slug) => LocalRedirect(Url.Content($"~/moja-firma/skladki?firma={Uri.EscapeDataString(slug)}#pisma"));
}

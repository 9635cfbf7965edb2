using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.People;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.People;

/// <summary>People who wait to be let into a firm, the longest waiting first.</summary>
[Access(Resource.JoinRequest, Act.Change)]
public class IndexModel(AppDb db, DecideJoinRequest decide, IStringLocalizer<Texts> texts) : PageModel
{
    public IReadOnlyList<PlaceView> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Places = await db.Set<CompanyUser>().Where(p => p.Status == CompanyUserStatus.Requested).OrderBy(p => p.CreatedAt).Take(PlaceView.Most).Select(PlaceView.From).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(PlaceDecision input, CancellationToken cancel)
    {
        if (await decide.Run(input.User, input.Firm, input.Given, Request.LetterOrigin(), cancel) is { Refusal: { } refusal })
        {
            ModelState.AddModelError("", refusal);
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano."]);
        return RedirectToPage();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>How one gets into the chamber, and the first step: the tax number.</summary>
[Access(Resource.Declaration, Act.Create)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, StartDeclaration start, DeclarationDrafts drafts, ShortMemory memory, IStringLocalizer<Texts> texts) : DeclarationStep(drafts, memory, texts)
{
    [BindProperty]
    public string? Nip { get; set; }

    public async Task OnGetAsync([FromQuery(Name = "nip")] string? asked, CancellationToken cancel)
    {
        await Open(cancel);
        Nip = Platform.Nip.TryParse(asked, out var nip) ? nip : Draft is null && me.Id is { } id ? await db.Set<User>().Where(u => u.Id == id).Select(u => u.CompanyNip).SingleOrDefaultAsync(cancel) : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Open(cancel) && Platform.Nip.TryParse(Nip, out var nip) && nip == Data.Nip)
            return LocalRedirect(Url.Content("~/dolacz/firma"));
        var (secret, outcome) = await start.Run(Nip, byOffice: false, cancel);
        if (secret is null)
        {
            ModelState.Clear();
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return this.ShowAgain();
        }

        Remember(secret);
        return LocalRedirect(Url.Content("~/dolacz/firma"));
    }
}

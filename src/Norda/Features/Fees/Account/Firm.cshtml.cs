using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Account;

/// <summary>The account card of a firm, for the office.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class FirmModel(AppDb db, Me me, ReadAccount read) : PageModel
{
    public AccountView Account { get; private set; } = null!;
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Fee, Act.Change);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await read.Run(db.Companies.Where(c => c.Slug == slug), cancel) is not { } account)
            return NotFound();
        Account = account;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>The declaration on paper, with a place for the signature.</summary>
[Access(Resource.Declaration, Act.Create)]
[ResponseCache(NoStore = true)]
public class PrintModel(AppDb db, DeclarationLinks links) : PageModel
{
    public Declaration Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancel)
    {
        if (await links.Find(secret, cancel) is not { } id)
            return NotFound();
        Paper = await db.Set<Declaration>().AsNoTracking().SingleAsync(d => d.Id == id, cancel);
        return Page();
    }
}

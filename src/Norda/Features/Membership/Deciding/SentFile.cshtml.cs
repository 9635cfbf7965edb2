using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Membership.Joining;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

/// <summary>A paper that the firm sent, for the office alone; saved, never opened inside the site.</summary>
[Access(Resource.Declaration, Act.Read)]
public class SentFileModel(AppDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, int plik, CancellationToken cancel)
    {
        if (await db.Set<DeclarationFile>().Where(f => f.Id == plik && f.DeclarationId == id).Select(f => new { f.Content, f.ContentType, f.Name }).SingleOrDefaultAsync(cancel) is not { } file)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(file.Content, file.ContentType, file.Name);
    }
}

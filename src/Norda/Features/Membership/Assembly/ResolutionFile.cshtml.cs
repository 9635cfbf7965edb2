using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>The signed paper of a resolution, for those who may read it.</summary>
[Access(Resource.ChamberDocument, Act.Read)]
public class ResolutionFileModel(AppDb db, Me me) : PaperPage(db)
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var seen = me.Seen();
        var found = await Db.Set<Resolution>().Where(r => r.Id == id && r.FileId != null && seen.Contains(r.Visibility)).Select(r => new { r.FileId, Name = "uchwala " + r.Number }).SingleOrDefaultAsync(cancel);
        return found is null ? NotFound() : await Send(found.FileId!, found.Name, cancel);
    }
}

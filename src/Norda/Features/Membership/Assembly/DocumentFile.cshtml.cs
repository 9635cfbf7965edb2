using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>A version of a document, for those who may read it.</summary>
[Access(Resource.ChamberDocument, Act.Read)]
public class DocumentFileModel(AppDb db, Me me) : PaperPage(db)
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var seen = me.Seen();
        var found = await Db.Set<DocumentVersion>().Where(v => v.Id == id && seen.Contains(v.Document.Visibility)).Select(v => new { v.FileId, Name = v.Document.Title + " " + v.Label }).SingleOrDefaultAsync(cancel);
        return found is null ? NotFound() : await Send(found.FileId, found.Name, cancel);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>Who reads what: the office all, members what is theirs, everybody what is public.</summary>
public static class PaperQueries
{
    public static IReadOnlyList<ResolutionVisibility> Seen(this Me me) =>
        AccessTable.Allows(me, Resource.Resolution, Act.Read) ? [ResolutionVisibility.Office, ResolutionVisibility.Members, ResolutionVisibility.Public]
        : me.Is(Role.Member) ? [ResolutionVisibility.Members, ResolutionVisibility.Public] : [ResolutionVisibility.Public];
}

/// <summary>Files of resolutions and of the library.</summary>
public sealed class PapersOfChamber : IFileUse
{
    public IQueryable<string> Files(AppDb db) => db.Set<Resolution>().Where(r => r.FileId != null).Select(r => r.FileId!).Union(db.Set<DocumentVersion>().Select(v => v.FileId));
}

/// <summary>Sends a PDF to be kept: never shown inside a page, never from a cache that others share.</summary>
public abstract class PaperPage(AppDb db) : PageModel
{
    protected AppDb Db => db;

    protected async Task<IActionResult> Send(string file, string name, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "private, no-cache";
        var content = await db.Set<StoredFile>().Where(f => f.Id == file).Select(f => f.Content).SingleAsync(cancel);
        return File(content, StorePdf.ContentType, Slug.From(name) + ".pdf");
    }
}

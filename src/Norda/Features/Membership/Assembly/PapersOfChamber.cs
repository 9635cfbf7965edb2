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

internal static class PaperFiles
{
    public static void MapPapers(this WebApplication app)
    {
        app.MapGet("/dokumenty/plik/{id:int}", Document).Requires(Resource.ChamberDocument, Act.Read).ExcludeFromDescription();
        app.MapGet("/dokumenty/uchwala/{id:int}", Resolution).Requires(Resource.ChamberDocument, Act.Read).ExcludeFromDescription();
    }

    private static async Task<IResult> Document(int id, AppDb db, Me me, HttpResponse response, CancellationToken cancel)
    {
        var seen = me.Seen();
        var found = await db.Set<DocumentVersion>().Where(v => v.Id == id && seen.Contains(v.Document.Visibility)).Select(v => new { v.FileId, Name = v.Document.Title + " " + v.Label }).SingleOrDefaultAsync(cancel);
        return found is null ? Results.NotFound() : await Send(found.FileId, found.Name, db, response, cancel);
    }

    private static async Task<IResult> Resolution(int id, AppDb db, Me me, HttpResponse response, CancellationToken cancel)
    {
        var seen = me.Seen();
        var found = await db.Set<Resolution>().Where(r => r.Id == id && r.FileId != null && seen.Contains(r.Visibility)).Select(r => new { r.FileId, Name = "uchwala " + r.Number }).SingleOrDefaultAsync(cancel);
        return found is null ? Results.NotFound() : await Send(found.FileId!, found.Name, db, response, cancel);
    }

    private static async Task<IResult> Send(string file, string name, AppDb db, HttpResponse response, CancellationToken cancel)
    {
        response.Headers.CacheControl = "private, no-cache";
        var content = await db.Set<StoredFile>().Where(f => f.Id == file).Select(f => f.Content).SingleAsync(cancel);
        return Results.File(content, StorePdf.ContentType, Slug.From(name) + ".pdf");
    }
}

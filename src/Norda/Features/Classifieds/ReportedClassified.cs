using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Classifieds;

/// <summary>An advertisement that somebody reported.</summary>
public sealed class ReportedClassified(AppDb db, Me me, TimeProvider clock) : IReportable
{
    private const string Place = "/ogloszenia/";

    public string Kind => "classified";

    public async Task<Reportable?> Find(int id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ad = await db.Set<Classified>().Open(now).Where(c => c.Id == id)
            .Select(c => new { c.Title, c.Slug, c.Description, Author = new AuthorToTell(c.AuthorId, c.Author.Email!, c.Author.Name) }).SingleOrDefaultAsync(cancel);
        return ad is null ? null : new Reportable(ad.Title, ad.Description, Place + ClassifiedQueries.Address(id, ad.Slug), null, [ad.Author]);
    }

    public Task<int?> Locate(string path, CancellationToken cancel) =>
        Task.FromResult(path.StartsWith(Place, StringComparison.Ordinal) && ClassifiedQueries.NumberIn(path[Place.Length..]) is > 0 and var id ? id : (int?)null);

    public async Task<bool> TakeDown(int id, string statement, CancellationToken cancel)
    {
        var (now, reason) = (clock.GetUtcNow().UtcDateTime, statement[..Math.Min(statement.Length, 1000)]);
        if (await db.Set<Classified>().SingleOrDefaultAsync(c => c.Id == id && c.HiddenAt == null, cancel) is not { } ad)
            return false;
        (ad.HiddenAt, ad.HiddenBy, ad.HiddenReason, ad.Version) = (now, me.Id, reason, ad.Version + 1);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}

public sealed class PhotosOfClassifieds : Files.IFileUse
{
    public IQueryable<string> Files(AppDb db) => db.Set<ClassifiedPhoto>().Select(p => p.FileId);
}

using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Features.Directory.Lists;

/// <summary>What the verbs of the lists share: which table a list is, whom an entry concerns, which addresses are taken.</summary>
public class ListEntries(AppDb db, ISearchIndex search)
{
    public const int LongestName = 100;
    private const int Portion = 500;

    /// <summary>The entries of a list; tracked.</summary>
    public IQueryable<IListEntry> Of(ListKind kind) => kind switch
    {
        ListKind.Category => db.Categories,
        ListKind.Service => db.Services,
        _ => db.Competencies,
    };

    /// <summary>How many firms have the entry, whatever their state.</summary>
    public Task<List<int>> Firms(ListKind kind, int id, CancellationToken cancel) => (kind switch
    {
        ListKind.Category => db.Companies.Where(c => c.CategoryId == id).Select(c => c.Id),
        ListKind.Service => db.Set<CompanyService>().Where(s => s.ServiceId == id).Select(s => s.CompanyId),
        _ => db.Set<CompanyCompetency>().Where(s => s.CompetencyId == id).Select(s => s.CompanyId),
    }).OrderBy(c => c).ToListAsync(cancel);

    /// <summary>A free address for the name: neither that of another entry nor one that another entry had.</summary>
    public async Task<string> FreeSlug(ListKind kind, string name, int? own, CancellationToken cancel)
    {
        var stem = Slug.From(name) is { Length: > 0 } words ? words : "pozycja";
        var taken = await Of(kind).Where(e => e.Id != own && e.Slug.StartsWith(stem)).Select(e => e.Slug).ToListAsync(cancel);
        taken.AddRange(await db.Set<FormerListSlug>().Where(f => f.Kind == kind && f.EntryId != own && f.Slug.StartsWith(stem)).Select(f => f.Slug).ToListAsync(cancel));
        return Slug.Free(stem, taken.Contains);
    }

    /// <summary>The search learns the new words; in the caller's transaction.</summary>
    public async Task Refresh(IReadOnlyCollection<int> firms, CancellationToken cancel)
    {
        foreach (var portion in firms.Chunk(Portion))
            await search.Refresh(portion, cancel);
    }

    /// <summary>Where an entry went that had this address; null when none had it.</summary>
    public static Task<string?> MovedTo(AppDb db, string categorySlug, CancellationToken cancel) =>
        (from former in db.Set<FormerListSlug>() join category in db.Categories on former.EntryId equals category.Id where former.Kind == ListKind.Category && former.Slug == categorySlug select category.Slug).SingleOrDefaultAsync(cancel)!;
}

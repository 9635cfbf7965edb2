using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Directory.Care;

/// <summary>The end of a new firm's address: of its name, and never one that leads or led elsewhere.</summary>
internal static class FirmSlug
{
    public static async Task<string> Free(AppDb db, string name, string nip, CancellationToken cancel)
    {
        var stem = Slug.From(name) is { Length: > 0 } words ? words : "firma-" + nip;
        var slugs = await db.Companies.Where(c => c.Slug.StartsWith(stem)).Select(c => c.Slug).Union(db.FormerSlugs.Where(f => f.Slug.StartsWith(stem)).Select(f => f.Slug)).ToListAsync(cancel);
        return Slug.Free(stem, slugs.Contains);
    }
}

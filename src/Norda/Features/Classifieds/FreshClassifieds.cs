using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Start;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>Advertisements for one's trade: what others seek with the words of one's own services; the newest where none has them. One query.</summary>
public sealed class FreshClassifieds(AppDb db, Me me, StartFirms firms, ClassifiedWords words, TimeProvider clock) : ViewComponent
{
    private const int Shown = 4;
    private const int MostWords = 40;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var (cancel, now) = (HttpContext.RequestAborted, clock.GetUtcNow().UtcDateTime);
        var trade = (await firms.Own(cancel)).SelectMany(f => f.Services).Take(MostWords);
        var roots = words.Text(trade).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(r => $" {r} ").ToArray();
        var ads = await db.Set<Classified>().Open(now).Where(c => c.AuthorId != me.Id)
            .Select(c => new { c.Id, c.Slug, c.Title, c.ListingType, c.Category, c.LocationInfo, c.CreatedAt, Fits = c.ListingType == ListingType.Wanted && roots.Any(root => c.SearchText.Contains(root)) })
            .OrderByDescending(c => c.Fits).ThenByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(Shown)
            .Select(c => new FreshRow(c.Id, c.Slug, c.Title, c.ListingType, c.Category, c.LocationInfo, c.CreatedAt, c.Fits)).ToListAsync(cancel);
        var fitting = ads.Where(a => a.Fits).ToList();
        return View("/Features/Classifieds/_Fresh.cshtml", new FreshView(fitting.Count > 0 ? fitting : ads, IsForTrade: fitting.Count > 0));
    }
}

public sealed record FreshView(IReadOnlyList<FreshRow> Ads, bool IsForTrade);

public sealed record FreshRow(int Id, string Slug, string Title, ListingType Type, ClassifiedCategory Category, string? Place, DateTime CreatedAt, bool Fits)
{
    public string Address => ClassifiedQueries.Address(Id, Slug);
}

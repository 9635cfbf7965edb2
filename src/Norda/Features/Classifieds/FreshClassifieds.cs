using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>Advertisements for one's trade: what others seek with the words of one's own services; the newest where none has them.</summary>
public sealed class FreshClassifieds(AppDb db, Me me, ClassifiedWords words, TimeProvider clock) : ViewComponent
{
    private const int Shown = 4;
    private const int MostWords = 40;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var (cancel, now) = (HttpContext.RequestAborted, clock.GetUtcNow().UtcDateTime);
        var own = me.Companies.Select(c => c.CompanyId).ToList();
        var trade = own.Count == 0 ? [] : await db.Companies.Where(c => own.Contains(c.Id)).SelectMany(c => c.Services.Select(s => s.Service.Name)).Take(MostWords).ToListAsync(cancel);
        var roots = words.Text(trade).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(r => $" {r} ").ToArray();
        var open = db.Set<Classified>().AsNoTracking().Open(now).Where(c => c.AuthorId != me.Id);
        var fitting = roots.Length == 0 ? [] : await Newest(open.Where(c => c.ListingType == ListingType.Wanted).With([roots])).ToListAsync(cancel);
        var ads = fitting.Count > 0 ? fitting : await Newest(open).ToListAsync(cancel);
        return View("/Features/Classifieds/_Fresh.cshtml", new FreshView(ads, IsForTrade: fitting.Count > 0));
    }

    private static IQueryable<ClassifiedRow> Newest(IQueryable<Classified> ads) => ads.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(Shown).Select(ClassifiedRow.From);
}

public sealed record FreshView(IReadOnlyList<ClassifiedRow> Ads, bool IsForTrade);

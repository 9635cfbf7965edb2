using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Classifieds;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>On the author's own "szukam": firms that may help, and those that want to talk. Others see nothing of it.</summary>
public sealed class Matches(AppDb db, Me me, FirmsFor firms, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int classifiedId)
    {
        var (cancel, now) = (HttpContext.RequestAborted, clock.GetUtcNow().UtcDateTime);
        if (await db.Set<Classified>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == classifiedId && c.AuthorId == me.Id && c.ListingType == ListingType.Wanted, cancel) is not { } ad)
            return Content("");
        var asked = await db.Set<Introduction>().Where(i => i.ClassifiedId == classifiedId).OrderBy(i => i.Slot)
            .Select(i => new { i.Id, i.AskedAt, IsAgreed = i.Status == IntroductionStatus.Agreed, i.Company.Name }).ToListAsync(cancel);
        var isOpen = ad.IsActive && ad.HiddenAt is null && !(ad.ExpiresAt <= now);
        var proposed = isOpen && asked.Count < FirmsFor.Most ? (await firms.Find(ad, cancel)).Take(FirmsFor.Most - asked.Count).ToList() : [];
        return View("/Features/Cooperation/_Matches.cshtml", new MatchesView(ClassifiedQueries.Address(ad.Id, ad.Slug), isOpen ? ad.Title : null, proposed, asked.Count, asked.Count > 0 ? asked.Max(a => a.AskedAt) : null,
            [.. asked.Where(a => a.IsAgreed).Select(a => (a.Id, a.Name))]));
    }
}

/// <summary>Of the firms that were asked the author learns the number, and the names of those that agreed.</summary>
/// <param name="Sought">What is still sought; null when the classified is over.</param>
public sealed record MatchesView(string Address, string? Sought, IReadOnlyList<ProposedFirm> Proposed, int Asked, DateTime? AskedAt, IReadOnlyList<(int Id, string Firm)> Agreed);

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Cooperation;

/// <summary>The author of a "szukam" has some of the proposed firms asked, without being named.</summary>
public class AskFirms(AppDb db, Me me, FirmsFor firms, Notifier notifier, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    public async Task<Outcome> Run(int classifiedId, IReadOnlyCollection<int> chosen, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ad = await db.Set<Classified>().AsNoTracking().Open(now).SingleOrDefaultAsync(c => c.Id == classifiedId && c.AuthorId == me.Id && c.ListingType == ListingType.Wanted, cancel);
        if (ad is null)
            return Outcome.Refuse(texts["To ogłoszenie jest już nieaktualne."]);
        if (chosen.Count == 0)
            return Outcome.Refuse(texts["Zaznacz choć jedną firmę."]);
        // Only who was proposed: otherwise the question would be a way to write to anybody.
        var proposed = (await firms.Find(ad, cancel)).Where(f => chosen.Contains(f.Id)).ToList();
        var taken = await db.Set<Introduction>().Where(i => i.ClassifiedId == classifiedId).Select(i => i.Slot).ToListAsync(cancel);
        var free = Enumerable.Range(1, FirmsFor.Most).Except(taken).ToList();
        if (proposed.Count == 0 || free.Count == 0)
            return Outcome.Refuse(texts["Te firmy zostały już zapytane. Odezwą się, jeśli są zainteresowane."]);
        foreach (var (firm, slot) in proposed.Zip(free))
        {
            db.Add(new Introduction
            {
                ClassifiedId = classifiedId, CompanyId = firm.Id, Slot = slot, AskedAt = now, ExpiresAt = now + Patience,
                Reasons = firm.Reasons.Length <= IntroductionMap.LongestReasons ? firm.Reasons : firm.Reasons[..IntroductionMap.LongestReasons],
            });
            await notifier.TellAll(db.Set<CompanyUser>().Where(p => p.CompanyId == firm.Id && p.Status == CompanyUserStatus.Approved && p.Role >= CompanyRole.Editor).Select(p => p.UserId),
                new Notice(CooperationNotices.Asked, $"introduction:{classifiedId}:{firm.Id}", texts["Ktoś z izby szuka: {0}", ad.Title], "/moja-firma/zapytania")
                { Message = texts["Jeśli chcecie porozmawiać, powiedzcie „tak”: wtedy poznacie się nawzajem. Odmowy nikt nie zobaczy."], RelatedType = "introduction" }, cancel);
        }

        return await Save(cancel);
    }

    private async Task<Outcome> Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Te firmy zostały już zapytane. Odezwą się, jeśli są zainteresowane."]);
        }
    }
}

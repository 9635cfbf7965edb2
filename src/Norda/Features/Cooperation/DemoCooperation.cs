using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Directory.Demo;

namespace Norda.Features.Cooperation;

/// <summary>Two introductions of the demo chamber, one waiting and one under way, and thanks of a year.</summary>
public class DemoCooperation(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    /// <summary>Firm that thanks, firm that is thanked, sum, words, days ago; firms in the order of the demo chamber.</summary>
    private static readonly (int From, int To, decimal Amount, string Note, int Days)[] Said =
    [
        (1, 0, 12_500.00m, "Balustrady do dwóch klatek, zlecenie z ogłoszenia.", 8), (2, 0, 4_300.00m, "Cięcie na laserze, trzy serie.", 40), (0, 1, 2_150.50m, "Przegląd wentylacji w hali.", 55),
        (3, 0, 18_900.00m, "Konstrukcja wiaty.", 95), (1, 0, 7_600.00m, "Bramy przesuwne.", 160), (0, 2, 9_200.00m, "Materiał na zlecenie dla gminy.", 200), (4, 0, 3_100.00m, "Poręcze schodów.", 230),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<BusinessThanks>().AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        var firms = await db.Companies.OrderBy(c => c.Id).Take(6).Select(c => c.Id).ToListAsync(cancel);
        var people = await db.Set<CompanyUser>().Where(p => firms.Contains(p.CompanyId)).OrderByDescending(p => p.Role).Select(p => new { p.CompanyId, p.UserId }).ToListAsync(cancel);
        if (people.Count == 0 || await db.Set<Classified>().Where(c => c.ListingType == ListingType.Wanted).OrderBy(c => c.Id).Select(c => new { c.Id, c.CompanyId }).ToListAsync(cancel) is not { Count: > 1 } wanted)
            return;
        int Speaker(int firm) => (people.Find(p => p.CompanyId == firm) ?? people[0]).UserId;
        var (anna, bartek) = (firms[0], firms[1]);
        if (wanted.Find(w => w.CompanyId == bartek) is { } waiting)
            db.Add(new Introduction { ClassifiedId = waiting.Id, CompanyId = anna, Slot = 1, Reasons = "Powiat: wejherowski · Słowa z opisu firmy", AskedAt = now.AddDays(-2), ExpiresAt = now.AddDays(12) });
        if (wanted.Find(w => w.CompanyId == anna) is { } talking)
            db.Add(new Introduction
            {
                ClassifiedId = talking.Id, CompanyId = bartek, Slot = 1, Reasons = "Słowa z opisu firmy", AskedAt = now.AddDays(-18), ExpiresAt = now.AddDays(-4),
                Status = IntroductionStatus.Agreed, AnsweredBy = Speaker(bartek), AnsweredAt = now.AddDays(-16),
            });
        foreach (var said in Said)
            db.Add(new BusinessThanks { FromCompanyId = firms[said.From], ToCompanyId = firms[said.To], AuthorId = Speaker(firms[said.From]), Amount = said.Amount, Note = said.Note, CreatedAt = now.AddDays(-said.Days), Once = Guid.NewGuid() });
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }
}

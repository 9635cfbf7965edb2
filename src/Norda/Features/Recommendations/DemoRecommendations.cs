using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Directory.Demo;

namespace Norda.Features.Recommendations;

/// <summary>A few words of the demo chamber's people about its firms: some shown, some waiting for the moderator.</summary>
public class DemoRecommendations(AppDb db, ISearchIndex search, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private static readonly (string Mailbox, int Firm, string Service, string Text, RecommendationStatus Status)[] Said =
    [
        ("anna", 2, "Terminowość", "Zamawiamy u nich trzeci rok. Odbierają telefon, dowożą na czas i sami mówią, gdy coś się przesunie.", RecommendationStatus.Approved),
        ("bartek", 2, "Doradztwo", "Pomogli dobrać materiał, choć mogli sprzedać droższy. Po roku nic się nie dzieje, polecam bez wahania.", RecommendationStatus.Approved),
        ("bartek", 0, "Współpraca", "Rysunek poprawili, zanim błąd wyszedł na budowie. Rzadko ktoś tak uważnie czyta zlecenie.", RecommendationStatus.Approved),
        ("celina", 1, "Serwis", "Przyjechali tego samego dnia i naprawili za pierwszym razem. Faktura zgodna z tym, co ustaliliśmy.", RecommendationStatus.Pending),
        ("moderator", 4, "Jakość", "Solidna robota i porządek po sobie. Na pewno wrócimy z następnym zleceniem w przyszłym roku.", RecommendationStatus.Pending),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration))
            return;
        var people = await db.Users.ToDictionaryAsync(u => u.Email!.Split('@')[0], u => u.Id, cancel);
        var firms = await db.Companies.OrderBy(c => c.Id).Take(6).Select(c => c.Id).ToListAsync(cancel);
        if (people.Count == 0 || await db.Set<Recommendation>().AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (said, days) in Said.Select((s, i) => (s, i)))
            db.Add(new Recommendation
            {
                CompanyId = firms[said.Firm], UserId = people[said.Mailbox], RecommendationText = said.Text, ServiceCategory = said.Service, Status = said.Status,
                CreatedAt = now.AddDays(-days * 3 - 1), ModeratedAt = said.Status == RecommendationStatus.Approved ? now.AddDays(-days * 3) : null,
            });
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        await search.Refresh(firms, cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts.Care;
using Norda.Features.Directory.Demo;
using Norda.Platform;

namespace Norda.Features.Membership.Demo;

/// <summary>The demo chamber's register: every firm is a member, most since long ago, a few since last year. The same each time.</summary>
public class DemoMembers(AppDb db, MarkMembers mark, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private const int FirstNumber = 101;

    /// <summary>Titles by which others find the resolutions.</summary>
    public const string Scale = "Wysokość składek członkowskich i wpisowego";
    public const string Admission = "Przyjęcie członków";
    public const string Relief = "Zwolnienie ze składki na czas odbudowy po pożarze";

    private static readonly (string Name, int From, int? To, string Staff)[] Bands = [("1–9 osób", 0, 9, "1-9"), ("10–49 osób", 10, 49, "10-49"), ("50–249 osób", 50, 249, "50-249"), ("250 osób i więcej", 250, null, "250+")];

    private static readonly string[] People = ["Alicja Pokazowa", "Borys Pokazowy", "Cezary Pokazowy", "Dorota Pokazowa", "Emil Pokazowy", "Felicja Pokazowa", "Grzegorz Pokazowy"];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<Member>().AnyAsync(cancel))
            return;
        var firms = await db.Companies.OrderBy(c => c.Id).Select(c => new { c.Id, c.StaffBand }).ToListAsync(cancel);
        if (firms.Count == 0)
            return;
        var year = clock.Today().Year;
        var admission = Decided($"3/{year - 3}", year - 3, "Zarząd", Admission);
        db.AddRange(admission, Decided($"7/{year - 2}", year - 2, "Walne Zgromadzenie", Scale), Decided($"4/{year - 1}", year - 1, "Zarząd", Relief));
        var bands = Bands.Select((b, i) => new MemberBand { Name = b.Name, StaffFrom = b.From, StaffTo = b.To, SortOrder = i }).ToList();
        db.AddRange(bands);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        db.AddRange(firms.Select((firm, place) => Join(firm.Id, place, bands[Math.Max(0, Array.FindIndex(Bands, b => b.Staff == firm.StaffBand))], admission.Id)));
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        await mark.Run(db.Set<Member>().On(clock.Today()).Select(m => m.CompanyId), null, cancel);
    }

    private Resolution Decided(string number, int year, string body, string title) =>
        new() { Number = number, AdoptedOn = new DateOnly(year, 6, 12), Body = body, Title = title, Visibility = ResolutionVisibility.Members, CreatedAt = clock.GetUtcNow().UtcDateTime };

    private Member Join(int companyId, int place, MemberBand band, int admission)
    {
        var year = clock.Today().Year;
        var since = place > 124 ? clock.Today().AddDays(-7 * (place - 120)) : place % 17 == 11 ? new DateOnly(year - 1, 3 + (place % 8), 14) : new DateOnly(year - 3 - (place % 9), 1 + (place % 12), 1 + (place % 27));
        var left = place % 61 == 60; // two have gone
        return new Member
        {
            Number = FirstNumber + place, CompanyId = companyId, Kind = place % 43 == 7 ? MemberKind.Supporting : MemberKind.Ordinary, Since = since, Until = left ? new DateOnly(year - 1, 12, 31) : null, EndKind = left ? MemberEnd.Resigned : null, EndReason = left ? "Firma zakończyła działalność na obszarze izby." : null,
            RepresentativeName = People[place % People.Length], ResolutionId = admission, BandId = band.Id, Staff = Math.Max(1, band.StaffFrom ?? 1), CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
    }
}

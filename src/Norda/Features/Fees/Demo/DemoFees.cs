using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Features.Fees.Demo;

/// <summary>Two years of the demo chamber's money: members, rates by size, fees, and payments of firms that pay well, late, in part or ahead. The same each time.</summary>
public class DemoFees(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private const int FirstNumber = 101;
    private const decimal Entry = 300m;

    private static readonly (string Name, int From, int? To, decimal Monthly)[] Scale = [("1–9 osób", 0, 9, 150m), ("10–49 osób", 10, 49, 200m), ("50–249 osób", 50, 249, 350m), ("250 osób i więcej", 250, null, 500m)];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<Member>().AnyAsync(cancel))
            return;
        var firms = await db.Companies.AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancel);
        if (firms.Count == 0)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (rates, bands, exempt) = await Rules(cancel);
        var members = firms.Select((firm, place) => Join(firm.Id, place, bands[BandOf(firm.StaffBand)], rates.Admission)).ToList();
        db.AddRange(members);
        var exemption = Exempt(firms[Math.Min(22, firms.Count - 1)].Id, exempt);
        db.Add(exemption);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        await Charge(members, rates.All, exemption, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<((List<FeeRate> All, Resolution Admission) Rates, List<MemberBand> Bands, Resolution Exempt)> Rules(CancellationToken cancel)
    {
        var (now, year) = (clock.GetUtcNow().UtcDateTime, clock.Today().Year);
        Resolution Decided(string number, int decidedIn, string body, string title) => new() { Number = number, AdoptedOn = new DateOnly(decidedIn, 6, 12), Body = body, Title = title, Visibility = ResolutionVisibility.Members, CreatedAt = now };
        var scale = Decided($"7/{year - 2}", year - 2, "Walne Zgromadzenie", "Wysokość składek członkowskich i wpisowego");
        var admission = Decided($"3/{year - 3}", year - 3, "Zarząd", "Przyjęcie członków");
        var exempt = Decided($"4/{year - 1}", year - 1, "Zarząd", "Zwolnienie ze składki na czas odbudowy po pożarze");
        var bands = Scale.Select((s, i) => new MemberBand { Name = s.Name, StaffFrom = s.From, StaffTo = s.To, SortOrder = i }).ToList();
        db.AddRange(scale, admission, exempt);
        db.AddRange(bands);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        var rates = Scale.Select((s, i) => new FeeRate
        {
            Scope = FeeScope.Band, TargetId = bands[i].Id, BandId = bands[i].Id, MonthlyAmount = s.Monthly, Schedule = FeeSchedule.Monthly.ToString(), ValidFrom = new DateOnly(year - 2, 1, 1), ResolutionId = scale.Id, CreatedAt = now,
        }).Append(new FeeRate { Scope = FeeScope.Global, EntryFee = Entry, MonthlyAmount = Scale[0].Monthly, Schedule = FeeSchedule.Monthly.ToString(), ValidFrom = new DateOnly(year - 2, 1, 1), ResolutionId = scale.Id, CreatedAt = now }).ToList();
        db.AddRange(rates);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        return ((rates, admission), bands, exempt);
    }

    /// <summary>A few joined lately, so that there are entry fees and half years.</summary>
    private Member Join(int companyId, int place, MemberBand band, Resolution admission)
    {
        var today = clock.Today();
        var since = place % 17 == 11 ? new DateOnly(today.Year - 1, 3 + (place % 8), 14) : new DateOnly(today.Year - 3 - (place % 9), 1 + (place % 12), 1 + (place % 27));
        return new Member { Number = FirstNumber + place, CompanyId = companyId, Kind = MemberKind.Ordinary, Since = since, ResolutionId = admission.Id, BandId = band.Id, Staff = band.StaffFrom ?? 1, CreatedAt = clock.GetUtcNow().UtcDateTime };
    }

    private FeeExemption Exempt(int companyId, Resolution resolution)
    {
        var year = clock.Today().Year;
        return new FeeExemption { CompanyId = companyId, ValidFrom = new DateOnly(year, 1, 1), ValidUntil = new DateOnly(year, 5, 31), Percent = 100, ResolutionId = resolution.Id, Reason = "Odbudowa po pożarze", CreatedAt = clock.GetUtcNow().UtcDateTime };
    }

    private static int BandOf(string? staff) => staff switch
    {
        "10-49" => 1,
        "50-249" => 2,
        "250+" => 3,
        _ => 0,
    };

    private async Task Charge(List<Member> members, List<FeeRate> rates, FeeExemption exemption, CancellationToken cancel)
    {
        var (today, book, now) = (clock.Today(), new RateBook(rates), clock.GetUtcNow().UtcDateTime);
        var (fees, payments, shares, accounts) = (new List<Fee>(), new List<FeePayment>(), new List<(FeePayment, List<Fee>)>(), new List<FeeAccount>());
        foreach (var (member, place) in members.Select((m, i) => (m, i)))
        {
            var payer = new Payer(member.CompanyId, null, member.BandId, member.Kind, member.Since, null, member.Staff, 0);
            var own = new[] { today.Year - 1, today.Year }.SelectMany(year => ChargeYear.Of([payer], year, book, member.CompanyId == exemption.CompanyId ? [exemption] : [], []).Missing)
                .Where(d => d.Year < today.Year || d.FirstMonth <= today.Month).Select(d => Make(d, now)).ToList();
            fees.AddRange(own);
            var habits = new DemoHabits(place, member.CompanyId, today);
            foreach (var (payment, paid) in habits.Pay(own))
            {
                payments.Add(payment);
                shares.Add((payment, paid));
            }

            accounts.Add(new FeeAccount { CompanyId = member.CompanyId });
        }

        await db.Number(fees, cancel);
        await db.Number(payments, cancel);
        await db.Insert(fees, cancel);
        await db.Insert(payments, cancel);
        await db.Insert(accounts, cancel);
        await db.Insert(shares.SelectMany(s => DemoHabits.Shares(s.Item1, s.Item2, now)).ToList(), cancel);
    }

    private static Fee Make(FeeDraft draft, DateTime now) => new()
    {
        CompanyId = draft.CompanyId, FeeYear = draft.Year, FeeMonth = draft.FirstMonth, ThroughMonth = draft.LastMonth, Amount = draft.Amount, EntryAmount = draft.Entry, Waived = draft.Waived,
        WaiverReason = draft.Waived > 0 ? draft.Exemption!.Reason : null, WaiverResolutionId = draft.Waived > 0 ? draft.Exemption!.ResolutionId : null,
        DueDate = draft.Due, RateId = draft.Rate?.Id, Basis = draft.Basis, Status = draft.Waived == draft.Amount ? FeeStatus.Paid : FeeStatus.Pending, CreatedAt = now,
    };
}

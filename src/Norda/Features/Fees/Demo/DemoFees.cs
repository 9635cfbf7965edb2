using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Membership;
using Norda.Features.Membership.Demo;
using Norda.Platform;

namespace Norda.Features.Fees.Demo;

/// <summary>Two years of the demo chamber's money: rates by size, fees, and payments of firms that pay well, late, in part or not lately. The same each time.</summary>
public class DemoFees(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private const decimal Entry = 300m;
    private const int Relieved = 22;
    private static readonly decimal[] Monthly = [150m, 200m, 350m, 500m];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<FeeRate>().AnyAsync(cancel))
            return;
        var members = await db.Set<Member>().AsNoTracking().OrderBy(m => m.Number).ToListAsync(cancel);
        if (members.Count <= Relieved)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rates = await Rates(cancel);
        var exemption = await Exempt(members[Relieved].CompanyId, cancel);
        await Charge(members, rates, exemption, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<List<FeeRate>> Rates(CancellationToken cancel)
    {
        var (now, from) = (clock.GetUtcNow().UtcDateTime, new DateOnly(clock.Today().Year - 2, 1, 1));
        var resolution = await db.Set<Resolution>().Where(r => r.Title == DemoMembers.Scale).Select(r => r.Id).SingleAsync(cancel);
        var bands = await db.Set<MemberBand>().OrderBy(b => b.SortOrder).Select(b => b.Id).ToListAsync(cancel);
        FeeRate Make(int? band, decimal monthly, decimal? entry) => new()
        {
            Scope = band is null ? FeeScope.Global : FeeScope.Band, TargetId = band ?? 0, BandId = band, MonthlyAmount = monthly, EntryFee = entry, Schedule = FeeSchedule.Monthly.ToString(), ValidFrom = from, ResolutionId = resolution, CreatedAt = now,
        };
        var rates = bands.Zip(Monthly, (band, monthly) => Make(band, monthly, null)).Append(Make(null, Monthly[0], Entry)).ToList();
        db.AddRange(rates);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        return rates;
    }

    private async Task<FeeExemption> Exempt(int companyId, CancellationToken cancel)
    {
        var year = clock.Today().Year;
        var exemption = new FeeExemption
        {
            CompanyId = companyId, ValidFrom = new DateOnly(year, 1, 1), ValidUntil = new DateOnly(year, 5, 31), Percent = 100, Reason = "Odbudowa po pożarze", CreatedAt = clock.GetUtcNow().UtcDateTime,
            ResolutionId = await db.Set<Resolution>().Where(r => r.Title == DemoMembers.Relief).Select(r => r.Id).SingleAsync(cancel),
        };
        db.Add(exemption);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        return exemption;
    }

    private async Task Charge(List<Member> members, List<FeeRate> rates, FeeExemption exemption, CancellationToken cancel)
    {
        var (today, book, now) = (clock.Today(), new RateBook(rates), clock.GetUtcNow().UtcDateTime);
        var (fees, paid) = (new List<Fee>(), new List<(FeePayment Payment, List<Fee> Fees)>());
        foreach (var (member, place) in members.Select((m, i) => (m, i)))
        {
            var payer = new Payer(member.CompanyId, null, member.BandId, member.Kind, member.Since, member.Until, member.Staff, member.Discount);
            FeeExemption[] own = member.CompanyId == exemption.CompanyId ? [exemption] : [];
            var charged = new[] { today.Year - 1, today.Year }.SelectMany(year => ChargeYear.Of([payer], year, book, own, []).Missing).Where(d => d.Year < today.Year || d.FirstMonth <= today.Month).Select(d => Make(d, now)).ToList();
            fees.AddRange(charged);
            paid.AddRange(new DemoHabits(place, member.CompanyId, today).Pay(charged));
        }

        await db.Number(fees, cancel);
        await db.Number(paid.ConvertAll(p => p.Payment), cancel);
        await db.Insert(fees, cancel);
        await db.Insert(paid.ConvertAll(p => p.Payment), cancel);
        await db.Insert(members.ConvertAll(m => new FeeAccount { CompanyId = m.CompanyId }), cancel);
        await db.Insert(paid.SelectMany(p => DemoHabits.Shares(p.Payment, p.Fees, now)).ToList(), cancel);
    }

    private static Fee Make(FeeDraft draft, DateTime now) => new()
    {
        CompanyId = draft.CompanyId, FeeYear = draft.Year, FeeMonth = draft.FirstMonth, ThroughMonth = draft.LastMonth, Amount = draft.Amount, EntryAmount = draft.Entry, Waived = draft.Waived,
        WaiverReason = draft.Waived > 0 ? draft.Exemption!.Reason : null, WaiverResolutionId = draft.Waived > 0 ? draft.Exemption!.ResolutionId : null,
        DueDate = draft.Due, RateId = draft.Rate?.Id, Basis = draft.Basis, CreatedAt = now,
    };
}

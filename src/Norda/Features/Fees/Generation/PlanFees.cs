using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Membership;

namespace Norda.Features.Fees.Generation;

/// <summary>Works out what would be charged, without charging it: for the preview, and firm by firm for the run itself.</summary>
public class PlanFees(AppDb db)
{
    public async Task<FeePlan> Run(FeeSpan span, CancellationToken cancel)
    {
        var terms = await Terms(span.Year, null, cancel);
        var years = terms.Payers.Select(p => (Firm: p.Key, Fees: terms.Year(p.Key, span.Year))).ToList();
        var missing = years.SelectMany(y => y.Fees.Missing).Where(span.Holds).ToList();
        var differences = years.SelectMany(y => y.Fees.Expected.Select(e => (y.Firm, Expected: e)).Where(e => span.Holds(e.Expected)))
            .Select(e => FeeDifference.Between(terms.Fees[e.Firm].First(f => f.FeeMonth == e.Expected.FirstMonth), e.Expected)).OfType<FeeDifference>().ToList();
        return new FeePlan(span, missing, differences, terms.Rates, FingerprintOf(span, missing, differences));
    }

    /// <summary>All that the arithmetic asks for; of one firm, or of all.</summary>
    public async Task<FeeTerms> Terms(int year, int? companyId, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year - 1, 12, 1), new DateOnly(year, 12, 31)); // a firm that joined in December may first owe in January
        var payers = await db.Set<Member>().Between(first, last).Where(m => companyId == null || m.CompanyId == companyId).OrderBy(m => m.Since)
            .Select(m => new Payer(m.CompanyId, m.Company.CategoryId, m.BandId, m.Kind, m.Since, m.Until, m.Staff, m.Discount)).ToListAsync(cancel);
        var rates = await db.Set<FeeRate>().AsNoTracking().Include(r => r.Band).Include(r => r.Category).Include(r => r.Company).ToListAsync(cancel);
        var exemptions = await db.Set<FeeExemption>().AsNoTracking().Where(e => companyId == null || e.CompanyId == companyId).ToListAsync(cancel);
        var fees = await db.Set<Fee>().AsNoTracking().Where(f => f.FeeYear == year && (companyId == null || f.CompanyId == companyId)).ToListAsync(cancel);
        return new FeeTerms(new RateBook(rates), rates, payers.ToLookup(p => p.CompanyId), exemptions.ToLookup(e => e.CompanyId), fees.ToLookup(f => f.CompanyId));
    }

    /// <summary>Of all that the person saw: when it is another one by the time they agree, they look once more.</summary>
    private static string FingerprintOf(FeeSpan span, List<FeeDraft> missing, List<FeeDifference> differences)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{span}");
        foreach (var draft in missing.OrderBy(d => d.CompanyId).ThenBy(d => d.FirstMonth))
            text.Append(CultureInfo.InvariantCulture, $"|{draft.CompanyId}:{draft.FirstMonth}-{draft.LastMonth}:{draft.Amount}:{draft.Waived}:{draft.Due:O}");
        foreach (var difference in differences.OrderBy(d => d.Fee.Id))
            text.Append(CultureInfo.InvariantCulture, $"|{difference.Fee.Id}:{difference.Expected.Amount}:{difference.Expected.Waived}:{difference.Expected.Due:O}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Months of a year that are to be charged; a fee belongs to the month with which it begins.</summary>
public sealed record FeeSpan(int Year, int FromMonth, int ToMonth)
{
    public bool Holds(FeeDraft draft) => draft.FirstMonth >= FromMonth && draft.FirstMonth <= ToMonth;
}

public sealed record FeeTerms(RateBook Book, IReadOnlyList<FeeRate> Rates, ILookup<int, Payer> Payers, ILookup<int, FeeExemption> Exemptions, ILookup<int, Fee> Fees)
{
    public YearOfFees Year(int companyId, int year) =>
        ChargeYear.Of([.. Payers[companyId]], year, Book, [.. Exemptions[companyId]], [.. Fees[companyId].OrderBy(f => f.FeeMonth).Select(f => new Charged(f.FeeMonth, f.ThroughMonth))]);
}

/// <summary>A fee that would come out otherwise today. It is shown, and changed only when a person says so.</summary>
public sealed record FeeDifference(Fee Fee, FeeDraft Expected)
{
    /// <summary>Null when all is as it was, when a person has already decided about the fee, and for fees that came from elsewhere: they follow no rate.</summary>
    public static FeeDifference? Between(Fee fee, FeeDraft expected)
    {
        if (fee.CancelledAt is not null || fee.Basis is null)
            return null;
        var same = fee.Amount == expected.Amount && fee.EntryAmount == expected.Entry && (expected.Rate is null || fee.DueDate == expected.Due) && fee.Waived >= expected.Waived;
        return same ? null : new FeeDifference(fee, expected);
    }
}

/// <summary>What a run would do.</summary>
public sealed record FeePlan(FeeSpan Span, IReadOnlyList<FeeDraft> Missing, IReadOnlyList<FeeDifference> Differences, IReadOnlyList<FeeRate> Rates, string Fingerprint)
{
    public IReadOnlyList<RuleSum> Rules { get; } = [.. Missing.GroupBy(d => d.Rate?.Id).Select(g => new RuleSum(g.First().Rate, g.Select(d => d.CompanyId).Distinct().Count(), g.Count(), g.Sum(d => d.Amount), g.Sum(d => d.Waived))).OrderByDescending(r => r.Sum)];

    public decimal Sum => Missing.Sum(d => d.Amount - d.Waived);
    public int Firms => Missing.Select(d => d.CompanyId).Distinct().Count();
}

/// <summary>A rate's share in a run.</summary>
public sealed record RuleSum(FeeRate? Rate, int Firms, int Fees, decimal Sum, decimal Waived);

using Norda.Features.Membership;

namespace Norda.Features.Fees.Arithmetic;

/// <summary>Whom rates are looked up for: a membership of a firm.</summary>
public sealed record Payer(int CompanyId, int? CategoryId, int? BandId, MemberKind Kind, DateOnly Since, DateOnly? Until, int? Staff, decimal Discount)
{
    /// <summary>A candidate is no member yet and owes nothing.</summary>
    public bool BelongsIn(int year, int month) => Kind != MemberKind.Candidate && Since <= new DateOnly(year, month, DateTime.DaysInMonth(year, month)) && (Until is not { } until || until >= new DateOnly(year, month, 1));
}

/// <summary>All rates of the chamber. The nearest to the firm wins, of these the one that began last, of these the newest.</summary>
public sealed class RateBook(IEnumerable<FeeRate> rates)
{
    private readonly ILookup<(FeeScope Scope, int Target), FeeRate> all = rates.ToLookup(r => (r.Scope, Target(r)));

    /// <summary>What the month costs: the rate that holds on its first day. Null where the chamber asks nothing.</summary>
    public FeeRate? Fee(Payer payer, int year, int month) => Nearest(payer, new DateOnly(year, month, 1), r => r.MonthlyAmount is not null || r.YearlyAmount is not null);

    /// <summary>What the entry cost on the day of entry.</summary>
    public FeeRate? Entry(Payer payer) => Nearest(payer, payer.Since, r => r.EntryFee is not null);

    private FeeRate? Nearest(Payer payer, DateOnly day, Func<FeeRate, bool> says) =>
        Fitting(payer).Select(rates => rates.Where(r => r.ValidFrom <= day && (r.ValidUntil is not { } until || until >= day) && says(r)).OrderByDescending(r => r.ValidFrom).ThenByDescending(r => r.Id).FirstOrDefault())
            .FirstOrDefault(r => r is not null);

    private IEnumerable<IEnumerable<FeeRate>> Fitting(Payer payer)
    {
        yield return all[(FeeScope.Company, payer.CompanyId)];
        if (payer.CategoryId is { } category)
            yield return all[(FeeScope.Category, category)];
        if (payer.BandId is { } band)
            yield return all[(FeeScope.Band, band)];
        yield return all[(FeeScope.Global, 0)];
    }

    private static int Target(FeeRate rate) => rate.CompanyId ?? rate.CategoryId ?? rate.BandId ?? 0;
}

using System.Globalization;

namespace Norda.Features.Fees.Arithmetic;

/// <summary>
/// Works out a firm's fees for a year. Months are walked one by one, so that each month of membership is in one fee and in no
/// second: what is charged already stays where it is, new parts fill the gaps between.
/// </summary>
public static class ChargeYear
{
    private const int Months = 12;

    /// <summary>Somebody who has just joined is not late at once.</summary>
    private const int DaysForNewcomers = 14;

    private const decimal Whole = 100m;

    public static YearOfFees Of(IReadOnlyList<Payer> memberships, int year, RateBook book, IReadOnlyList<FeeExemption> exemptions, IReadOnlyList<Charged> charged)
    {
        var owing = Enumerable.Range(0, Months + 1).Select(month => month == 0 ? null : memberships.FirstOrDefault(m => Owes(m, year, month, book))).ToArray();
        var context = new Year(year, owing, book, exemptions);
        var missing = new List<FeeDraft>();
        for (var month = 1; month <= Months; month++)
        {
            if (charged.FirstOrDefault(c => c.FirstMonth <= month && month <= c.LastMonth) is { } there)
            {
                month = there.LastMonth;
                continue;
            }

            if (owing[month] is not { } payer || book.Fee(payer, year, month) is null && !StartsHere(payer, year, month, book))
                continue;
            var last = LastOf(context, month, charged);
            if (context.Draft(month, last) is { Amount: > 0 } draft)
                missing.Add(draft);
            month = last;
        }

        return new YearOfFees(missing, [.. charged.Select(c => context.Draft(c.FirstMonth, c.LastMonth) ?? context.Nothing(c))]);
    }

    /// <summary>A part ends with its instalment, with the membership, and before a fee that is there already.</summary>
    private static int LastOf(Year context, int month, IReadOnlyList<Charged> charged)
    {
        var payer = context.Owing[month]!;
        var end = context.Book.Fee(payer, context.Number, month) is { } rate ? Schedule(rate).Of(month).LastMonth : month;
        var last = month;
        while (last < end && context.Owing[last + 1] == payer && !charged.Any(c => c.FirstMonth <= last + 1 && last + 1 <= c.LastMonth))
            last++;
        return last;
    }

    private static bool Owes(Payer payer, int year, int month, RateBook book)
    {
        var (firstYear, firstMonth) = First(payer, book);
        return (year, month).CompareTo((firstYear, firstMonth)) >= 0 && (payer.BelongsIn(year, month) || Before(payer, year, month));
    }

    /// <summary>Months before the entry that a chamber counts in: of the joining quarter, or of the whole part.</summary>
    private static bool Before(Payer payer, int year, int month) =>
        payer.Kind != Membership.MemberKind.Candidate && year == payer.Since.Year && month < payer.Since.Month && (payer.Until is not { } until || until >= payer.Since);

    private static bool StartsHere(Payer payer, int year, int month, RateBook book) => First(payer, book) == (year, month) && book.Entry(payer)?.EntryFee > 0;

    /// <summary>The first month that a membership is charged for.</summary>
    public static (int Year, int Month) First(Payer payer, RateBook book)
    {
        var (year, month) = (payer.Since.Year, payer.Since.Month);
        if (book.Fee(payer, year, month) is not { } rate)
            return (year, month);
        return rate.Proration switch
        {
            Proration.NextMonth => month == Months ? (year + 1, 1) : (year, month + 1),
            Proration.Quarter => (year, ((month - 1) / 3 * 3) + 1),
            Proration.Whole => (year, Schedule(rate).Of(month).FirstMonth),
            _ => (year, month),
        };
    }

    private static FeeSchedule Schedule(FeeRate rate) => FeeSchedule.Parse(rate.Schedule) ?? FeeSchedule.Monthly;

    /// <summary>PLN for one month of the year. A sum for the year is parted so that twelve months make it exactly.</summary>
    public static decimal Month(FeeRate rate, Payer payer, int month)
    {
        var heads = rate.PerHead ? Math.Max(payer.Staff ?? 1, 1) : 1;
        var part = (Whole - payer.Discount) / Whole;
        if (rate.YearlyAmount is null && rate.YearlyCap is null)
            return Round((rate.MonthlyAmount ?? 0) * heads * part);
        var year = (rate.YearlyAmount ?? rate.MonthlyAmount * Months ?? 0) * heads * part;
        if (rate.YearlyCap is { } cap && year > cap)
            year = cap;
        return Round(year * month / Months) - Round(year * (month - 1) / Months);
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>A year of a firm: who owes for each month (place 0 is empty), and by what.</summary>
    private sealed record Year(int Number, Payer?[] Owing, RateBook Book, IReadOnlyList<FeeExemption> Exemptions)
    {
        /// <summary>Null when nobody owes anything for these months.</summary>
        public FeeDraft? Draft(int first, int last)
        {
            var months = Enumerable.Range(first, last - first + 1).Where(m => Owing[m] is not null)
                .Select(m => (Month: m, Payer: Owing[m]!, Rate: Book.Fee(Owing[m]!, Number, m))).ToList();
            if (months is not [{ Payer: var payer, Rate: var rate }, ..])
                return null;
            var amounts = months.ConvertAll(m => m.Rate is null ? 0 : Month(m.Rate, m.Payer, m.Month));
            var waived = months.Zip(amounts, (m, amount) => Round(amount * (Exempt(m.Month)?.Percent ?? 0) / Whole)).Sum();
            var entry = First(payer, Book) is var start && start == (Number, first) ? Book.Entry(payer)?.EntryFee ?? 0 : 0;
            var due = rate is null ? WorkingDays.OnOrAfter(payer.Since.AddDays(DaysForNewcomers)) : Due(payer, Schedule(rate).Of(first));
            return new FeeDraft(payer.CompanyId, Number, first, last, amounts.Sum() + entry, entry, waived, months.Select(m => Exempt(m.Month)).FirstOrDefault(e => e is not null), due, rate)
            {
                Basis = Words(months.Count, amounts, entry),
            };
        }

        /// <summary>For a fee that is there and should not be.</summary>
        public FeeDraft Nothing(Charged charged) => new(0, Number, charged.FirstMonth, charged.LastMonth, 0, 0, 0, null, default, null);

        private DateOnly Due(Payer payer, Instalment part)
        {
            var (due, grace) = (part.Due(Number), WorkingDays.OnOrAfter(payer.Since.AddDays(DaysForNewcomers)));
            return payer.Since.Year == Number && due < grace ? grace : due;
        }

        private FeeExemption? Exempt(int month)
        {
            var day = new DateOnly(Number, month, 1);
            return Exemptions.Where(e => e.ValidFrom <= day && (e.ValidUntil is not { } until || until >= day)).MaxBy(e => e.Percent);
        }

        private static string Words(int months, List<decimal> amounts, decimal entry)
        {
            var fee = amounts.Sum() == 0 ? "" : amounts.Distinct().Count() == 1 && months > 1
                ? string.Create(CultureInfo.InvariantCulture, $"{months} × {amounts[0]:0.00}") : string.Create(CultureInfo.InvariantCulture, $"{amounts.Sum():0.00}");
            return entry == 0 ? fee : string.Create(CultureInfo.InvariantCulture, $"{fee}{(fee.Length > 0 ? " + " : "")}{entry:0.00}");
        }
    }
}

using CsCheck;
using Norda.Features.Fees;
using Norda.Features.Fees.Arithmetic;
using static Norda.Tests.Fees.FeeKit;

namespace Norda.Tests.Fees;

/// <summary>What holds for any membership, any rates and any payments.</summary>
public sealed class PropertyTests
{
    private static readonly FeeSchedule[] Parted = [FeeSchedule.Monthly, FeeSchedule.Quarterly, FeeSchedule.HalfYearly, FeeSchedule.Yearly, FeeSchedule.Parse("1-6@31.05 7-12@31.12")!, FeeSchedule.Parse("1-5@10.05 6-12@15.11")!];
    private static readonly Gen<FeeSchedule> Schedules = Gen.Int[0, 5].Select(i => Parted[i]);
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 1460].Select(d => new DateOnly(2024, 1, 1).AddDays(d));
    private static readonly Gen<decimal> Money = Gen.Int[1, 90_000].Select(g => g / 100m);

    private static readonly Gen<FeeRate[]> Rates = Gen.Select(Schedules, Schedules, Gen.Enum<Proration>(), Money, Money, Days).Select((one, two, proration, first, second, change) => new[]
    {
        Rate(first, schedule: one, proration: proration, from: new(2020, 1, 1), until: change.AddDays(-1), entry: 100), Rate(yearly: second, schedule: two, proration: proration, from: change, entry: 100),
    });

    [Fact]
    public void Every_month_of_a_membership_is_in_one_fee_and_in_no_second() => Gen.Select(Days, Gen.Int[0, 1000], Rates, Gen.Int[2024, 2027]).Sample((since, length, rates, year) =>
    {
        var payer = Payer(since, until: since.AddDays(length));
        var fees = Year(payer, year, rates);
        var months = fees.SelectMany(f => Enumerable.Range(f.FirstMonth, f.LastMonth - f.FirstMonth + 1)).ToList();
        Assert.Equal(months.Distinct(), months);
        Assert.All(fees, f => Assert.True(f.Amount >= 0 && f.Entry >= 0 && f.Waived >= 0 && f.Waived <= f.Amount));
        var start = ChargeYear.First(payer, new RateBook(rates));
        foreach (var month in Enumerable.Range(1, 12).Where(m => payer.BelongsIn(year, m) && (year, m).CompareTo(start) >= 0))
            Assert.Contains(month, months);
    });

    [Fact]
    public void Charging_again_adds_nothing_and_charging_by_months_comes_to_the_same_months() => Gen.Select(Days, Rates, Gen.Int[1, 12]).Sample((since, rates, until) =>
    {
        var (payer, book) = (Payer(since), new RateBook(rates));
        var part = ChargeYear.Of([payer], 2027, book, [], []).Missing.Where(d => d.FirstMonth <= until).ToList();
        var there = part.Select(d => new Charged(d.FirstMonth, d.LastMonth)).ToList();
        var rest = ChargeYear.Of([payer], 2027, book, [], there).Missing;
        var all = there.Concat(rest.Select(d => new Charged(d.FirstMonth, d.LastMonth))).OrderBy(c => c.FirstMonth).ToList();

        Assert.Empty(ChargeYear.Of([payer], 2027, book, [], all).Missing);
        Assert.Equal(ChargeYear.Of([payer], 2027, book, [], []).Missing.Sum(d => d.Amount), part.Concat(rest).Sum(d => d.Amount));
        Assert.Equal(part.Concat(rest).OrderBy(d => d.FirstMonth).Select(d => d.Amount), ChargeYear.Of([payer], 2027, book, [], all).Expected.Select(d => d.Amount));
    });

    [Fact]
    public void Twelve_months_of_a_yearly_sum_make_it_exactly() => Money.Sample(sum =>
        Assert.Equal(sum, Enumerable.Range(1, 12).Sum(month => ChargeYear.Month(Rate(yearly: sum), Payer(new(2020, 1, 1)), month))));

    private static readonly Gen<(List<Owed> Fees, List<Money> Payments)> Ledgers = Gen.Select(Money.List[0, 12], Gen.Select(Money, Gen.Int[0, 300]).List[0, 12]).Select((fees, payments) =>
        (fees.Select((amount, i) => new Owed(i + 1, new DateOnly(2026, i + 1, 28), 2026, i + 1, amount)).ToList(), payments.Select((p, i) => new Money(i + 1, new DateOnly(2026, 1, 1).AddDays(p.Item2), p.Item1)).ToList()));

    [Fact]
    public void No_grosz_is_lost_or_made_and_credit_waits_only_when_nothing_is_owed() => Ledgers.Sample(ledger =>
    {
        var (moves, credit) = Settlement.Of(ledger.Fees, ledger.Payments, [], []);
        var paid = ledger.Payments.Sum(p => p.Amount);
        Assert.Equal(paid, moves.Sum(m => m.Amount) + credit);
        Assert.Equal(Math.Min(paid, ledger.Fees.Sum(f => f.Amount)), moves.Sum(m => m.Amount)); // balance = owed less paid
        Assert.All(moves, m => Assert.True(m.Amount > 0));
        Assert.All(ledger.Fees, f => Assert.True(moves.Where(m => m.FeeId == f.FeeId).Sum(m => m.Amount) <= f.Amount));
        Assert.All(ledger.Payments, p => Assert.True(moves.Where(m => m.PaymentId == p.PaymentId).Sum(m => m.Amount) <= p.Amount));
    });

    [Fact]
    public void The_order_in_which_payments_come_changes_nothing_that_a_fee_has() => Gen.Select(Ledgers, Gen.Int[0, 1000]).Sample((ledger, seed) =>
    {
        var together = ByFee(Settlement.Of(ledger.Fees, ledger.Payments, [], []).Moves);
        var lies = new List<Share>();
        var seen = new List<Money>();
        foreach (var payment in ledger.Payments.OrderBy(p => (p.PaymentId * 7919 + seed) % 101))
        {
            seen.Add(payment);
            lies.AddRange(Settlement.Of(ledger.Fees, seen, lies, []).Moves);
        }

        Assert.Equal(together, ByFee(lies));
    });

    [Fact]
    public void Reversing_a_payment_leaves_as_much_open_as_if_it_had_never_come() => Ledgers.Where(l => l.Payments.Count > 0).Sample(ledger =>
    {
        var lies = Settlement.Of(ledger.Fees, ledger.Payments, [], []).Moves.ToList();
        var without = ledger.Payments.Select((p, i) => i == 0 ? p with { Amount = 0 } : p).ToList();
        var (moves, credit) = Settlement.Of(ledger.Fees, without, lies, []);

        Assert.Equal(Settlement.Of(ledger.Fees, without, [], []).Moves.Sum(m => m.Amount), lies.Concat(moves).Sum(m => m.Amount));
        Assert.All(moves.Where(m => m.Amount < 0), m => Assert.Equal(ledger.Payments[0].PaymentId, m.PaymentId)); // money of others stays where it lies
        Assert.Equal(without.Sum(p => p.Amount) - lies.Concat(moves).Sum(m => m.Amount), credit);
        Assert.Equal(0, lies.Concat(moves).Where(m => m.PaymentId == ledger.Payments[0].PaymentId).Sum(m => m.Amount));
    });

    [Fact]
    public void A_fee_that_wants_less_gives_the_rest_to_the_next() => Ledgers.Where(l => l.Fees.Count > 0).Sample(ledger =>
    {
        var lies = Settlement.Of(ledger.Fees, ledger.Payments, [], []).Moves.ToList();
        var waived = ledger.Fees.Select((f, i) => i == 0 ? f with { Amount = 0 } : f).ToList();
        var (moves, credit) = Settlement.Of(waived, ledger.Payments, lies, []);

        Assert.Equal(Math.Min(ledger.Payments.Sum(p => p.Amount), waived.Sum(f => f.Amount)), lies.Concat(moves).Sum(m => m.Amount));
        Assert.Equal(ledger.Payments.Sum(p => p.Amount) - lies.Concat(moves).Sum(m => m.Amount), credit);
    });

    [Fact]
    public void A_named_fee_comes_before_older_ones() =>
        Assert.Equal([new Share(1, 2, 100)], Settlement.Of([new(1, new(2026, 1, 31), 2026, 1, 100), new(2, new(2026, 2, 28), 2026, 2, 100)], [new(1, new(2026, 3, 1), 100)], [], [new(1, 2, 100)]).Moves);

    private static List<(int, decimal)> ByFee(IEnumerable<Share> shares) => [.. shares.GroupBy(s => s.FeeId).Select(g => (g.Key, g.Sum(s => s.Amount))).Where(f => f.Item2 != 0).OrderBy(f => f.Key)];
}

using Norda.Features.Fees;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Membership;
using static Norda.Tests.Fees.FeeKit;

namespace Norda.Tests.Fees;

/// <summary>Rules that real chambers publish, each said in rates. Bands: 1 to 4.</summary>
public sealed class RuleTests
{
    private static readonly DateOnly LongAgo = new(2015, 5, 4);
    private static readonly FeeSchedule TwoInstalments = FeeSchedule.Parse("1-6@31.05 7-12@31.12")!;

    [Fact]
    public void Thirty_a_month_in_two_instalments_and_entry_50() // pig.skaw.pl
    {
        FeeRate[] rates = [Rate(30, schedule: TwoInstalments, entry: 50)];

        Assert.Equal([(1, 6, 180m, new DateOnly(2026, 6, 1)), (7, 12, 180m, new DateOnly(2026, 12, 31))], Year(Payer(LongAgo), 2026, rates).Select(d => (d.FirstMonth, d.LastMonth, d.Amount, d.Due)));
        Assert.Equal([(4, 6, 140m, 50m), (7, 12, 180m, 0m)], Year(Payer(new(2026, 4, 9)), 2026, rates).Select(d => (d.FirstMonth, d.LastMonth, d.Amount, d.Entry)));
    }

    [Fact]
    public void Who_leaves_owes_for_the_months_until_then() => // arrears survive resignation
        Assert.Equal([(1, 4, 120m)], Year(Payer(LongAgo, until: new(2026, 4, 10)), 2026, Rate(30, schedule: TwoInstalments)).Select(d => (d.FirstMonth, d.LastMonth, d.Amount)));

    [Theory]
    [InlineData(1, 225)]
    [InlineData(2, 450)]
    [InlineData(3, 675)]
    [InlineData(4, 1125)]
    public void Staff_bands_paid_quarterly_plus_entry_300(int band, int quarter) // igrp.com.pl
    {
        FeeRate[] rates = [.. new[] { 75m, 150m, 225m, 375m }.Select((m, i) => Rate(m, schedule: FeeSchedule.Quarterly, band: i + 1)), Rate(entry: 300)];

        Assert.Equal([quarter, quarter, quarter, quarter], Year(Payer(LongAgo, band), 2026, rates).Select(d => (int)d.Amount));
        Assert.Equal([new DateOnly(2026, 3, 31), new(2026, 6, 30), new(2026, 9, 30), new(2026, 12, 31)], Year(Payer(LongAgo, band), 2026, rates).Select(d => d.Due));
        Assert.Equal(quarter + 300, Year(Payer(new(2026, 7, 1), band), 2026, rates)[0].Amount);
    }

    [Theory]
    [InlineData(2, 1300)]
    [InlineData(4, 975)]
    [InlineData(9, 650)]
    [InlineData(12, 325)]
    public void Yearly_by_staff_less_a_quarter_for_each_quarter_that_has_passed(int joins, int amount) // swisschamber.pl
    {
        var fee = Assert.Single(Year(Payer(new(2026, joins, 20), 1), 2026, Rate(yearly: 1300, schedule: FeeSchedule.Yearly, proration: Proration.Quarter, band: 1), Rate(yearly: 11000, schedule: FeeSchedule.Yearly, proration: Proration.Quarter, band: 2)));

        Assert.Equal((amount, 12), ((int)fee.Amount, fee.LastMonth));
        Assert.Equal(1300, Year(Payer(LongAgo, 1), 2026, Rate(yearly: 1300, schedule: FeeSchedule.Yearly, band: 1)).Single().Amount);
    }

    [Fact]
    public void Rise_of_prices_is_capped_and_only_a_proposal() // swisschamber.pl
    {
        Assert.Equal((1430m, 1359m, 1300m), (Indexation.Of(1300, 14.4m, 10, 1), Indexation.Of(1300, 4.5m, 10, 1), Indexation.Of(1300, -2, 10, 1)));
        Assert.Equal(1487.20m, Indexation.Of(1300, 14.4m, null, 0.01m));
    }

    [Fact]
    public void Revenue_bands_due_31_March() // kfch.pl
    {
        var bands = new MemberBand[] { new() { Name = "do 2 mln", RevenueTo = 1_999_999.99m }, new() { Name = "od 2 mln", RevenueFrom = 2_000_000 } };

        Assert.Equal([true, false, false, true], new[] { (bands[0], 600_000m), (bands[1], 600_000m), (bands[0], 2_000_000m), (bands[1], 2_000_000m) }.Select(x => x.Item1.Holds(null, x.Item2)));
        var fee = Assert.Single(Year(Payer(LongAgo, 2), 2026, Rate(yearly: 600, schedule: FeeSchedule.Yearly, band: 1), Rate(yearly: 3600, schedule: FeeSchedule.Yearly, band: 2)));
        Assert.Equal((3600m, new DateOnly(2026, 3, 31)), (fee.Amount, fee.Due));
    }

    [Fact]
    public void Entry_500_but_not_for_micro_firms_schools_and_universities() // iph.bydgoszcz.pl
    {
        const int schools = 7;
        FeeRate[] rates = [Rate(100, entry: 500), Rate(entry: 0, band: 1), Rate(entry: 0, category: schools)];
        decimal Entry(Payer payer) => Year(payer, 2026, rates)[0].Entry;

        Assert.Equal((500m, 0m, 0m), (Entry(Payer(new(2026, 2, 1), 2)), Entry(Payer(new(2026, 2, 1), 1)), Entry(Payer(new(2026, 2, 1), 2, schools))));
        Assert.All(Year(Payer(new(2026, 2, 1), 1), 2026, rates), d => Assert.Equal(100, d.Amount)); // the fee itself is the chamber's
    }

    [Fact]
    public void A_band_by_staff_and_revenue_together() // iph.bydgoszcz.pl
    {
        var band = new MemberBand { Name = "mała", StaffFrom = 10, StaffTo = 49, RevenueTo = 10_000_000 };

        Assert.Equal([true, false, false, false], new (int?, decimal?)[] { (10, 5_000_000m), (9, 5_000_000m), (20, 10_000_000.01m), (20, null) }.Select(m => band.Holds(m.Item1, m.Item2)));
    }

    [Fact]
    public void Four_levels_that_the_board_gives_reviewed_yearly() // ipbbs.org.pl
    {
        FeeRate[] rates = [.. new[] { 50m, 100m, 200m, 400m }.Select((m, i) => Rate(m, band: i + 1))];

        Assert.Equal([50m, 100m, 200m, 400m], Enumerable.Range(1, 4).Select(level => Year(Payer(LongAgo, level), 2026, rates)[0].Amount));
        Assert.False(new MemberBand { Name = "poziom 2" }.Holds(null, 100) && new MemberBand { Name = "x", StaffFrom = 1 }.Holds(null, null));
    }

    [Fact]
    public void Heads_times_rate_with_a_cap_and_a_discount_for_age() // sidir.pl
    {
        var rate = Rate(10, perHead: true, cap: 1000, schedule: FeeSchedule.Yearly);

        Assert.Equal([600m, 1000m, 300m], new[] { Payer(LongAgo, staff: 5), Payer(LongAgo, staff: 40), Payer(LongAgo, staff: 5, discount: 50) }.Select(p => Year(p, 2026, rate).Single().Amount));
    }

    [Fact]
    public void Fifty_a_month_quarterly_from_the_month_after_the_resolution() => // sbwpwp.org
        Assert.Equal([(3, 3, 50m), (4, 6, 150m), (7, 9, 150m), (10, 12, 150m)],
            Year(Payer(new(2026, 2, 1)), 2026, Rate(50, schedule: FeeSchedule.Quarterly, proration: Proration.NextMonth)).Select(d => (d.FirstMonth, d.LastMonth, d.Amount)));

    [Fact]
    public void Who_joins_in_December_and_pays_from_the_next_month_pays_the_entry_in_January()
    {
        FeeRate[] rates = [Rate(50, proration: Proration.NextMonth, entry: 200)];

        Assert.Empty(Year(Payer(new(2025, 12, 3)), 2025, rates));
        Assert.Equal((1, 250m), Year(Payer(new(2025, 12, 3)), 2026, rates).Select(d => (d.FirstMonth, d.Amount)).First());
    }

    [Fact]
    public void A_new_member_is_not_late_at_once() => // cci.pl decides within days; the fee was due in March
        Assert.Equal(new DateOnly(2026, 9, 24), Year(Payer(new(2026, 9, 10)), 2026, Rate(yearly: 1200, schedule: FeeSchedule.Yearly)).Single().Due);

    [Fact]
    public void The_nearest_rate_wins_then_the_later_one() // ozsa.pl: each tied to its resolution
    {
        FeeRate[] rates = [Rate(100), Rate(110, band: 1), Rate(120, category: 7), Rate(130, company: 1), Rate(200, from: new(2026, 7, 1))];
        decimal July(Payer payer) => Year(payer, 2026, rates).Single(d => d.FirstMonth == 7).Amount;

        Assert.Equal((200m, 110m, 120m, 130m), (July(Payer(LongAgo, company: 2)), July(Payer(LongAgo, 1, company: 2)), July(Payer(LongAgo, 1, 7, company: 2)), July(Payer(LongAgo, 1, 7))));
        Assert.Equal(100, Year(Payer(LongAgo, company: 2), 2026, rates)[5].Amount);
    }

    [Fact]
    public void A_rate_that_changes_within_a_quarter_counts_by_the_month() =>
        Assert.Equal(100 + 100 + 150, Year(Payer(LongAgo), 2026, Rate(100, schedule: FeeSchedule.Quarterly, until: new(2026, 2, 28)), Rate(150, schedule: FeeSchedule.Quarterly, from: new(2026, 3, 1)))[0].Amount);

    [Fact]
    public void An_exemption_lets_months_go_and_says_by_which_resolution()
    {
        var exemption = new FeeExemption { CompanyId = 1, ValidFrom = new(2026, 1, 1), ValidUntil = new(2026, 5, 31), Percent = 100, ResolutionId = 4, Reason = "Pożar" };
        var year = ChargeYear.Of([Payer(LongAgo)], 2026, new RateBook([Rate(150)]), [exemption], []).Missing;

        Assert.Equal([150m, 150m, 150m, 150m, 150m, 0m, 0m, 0m, 0m, 0m, 0m, 0m], year.Select(d => d.Waived));
        Assert.Equal(4, year[0].Exemption!.ResolutionId);
    }

    [Fact]
    public void A_candidate_owes_nothing_and_so_does_a_chamber_without_rates()
    {
        Assert.Empty(Year(Payer(LongAgo) with { Kind = MemberKind.Candidate }, 2026, Rate(100)));
        Assert.Empty(Year(Payer(LongAgo), 2026));
    }
}

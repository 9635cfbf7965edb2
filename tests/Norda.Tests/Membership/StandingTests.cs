using Norda.Features.Membership;
using Norda.Features.Membership.Register;

namespace Norda.Tests.Membership;

/// <summary>Status follows from facts by ordered rules; nobody writes it.</summary>
public class StandingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly StandingOptions Days = new();

    [Fact]
    public void Every_combination_of_facts_has_the_status_of_the_first_rule_that_fits()
    {
        DateOnly[] since = [Today.AddYears(-5), Today.AddDays(-91), Today.AddDays(-90), Today.AddDays(-89), Today, Today.AddDays(1)];
        DateOnly?[] until = [null, Today.AddDays(-1), Today, Today.AddDays(1)];
        DateOnly?[] due = [null, Today.AddDays(-181), Today.AddDays(-180), Today.AddDays(-1), Today, Today.AddDays(1)];
        var asked = 0;
        foreach (var (begin, end, debt, kind) in from b in since from e in until from d in due from k in Enum.GetValues<MemberKind>() select (b, e, d, k))
        {
            var facts = new MemberFacts { Since = begin, Until = end, OldestDue = debt, Kind = kind };
            Assert.True(Expected(begin, end, debt, kind) == Standing.Of(facts, Today, Days), $"since {begin}, until {end}, due {debt}, {kind}: {Standing.Of(facts, Today, Days)}");
            asked++;
        }

        Assert.Equal(6 * 4 * 6 * 3, asked);
    }

    /// <summary>The table of the statute, written out once more by hand, the other way round: what excludes what.</summary>
    private static MemberStatus Expected(DateOnly since, DateOnly? until, DateOnly? due, MemberKind kind)
    {
        var hasEnded = until is { } last && last.DayNumber < Today.DayNumber;
        var hasBegun = since.DayNumber <= Today.DayNumber && kind != MemberKind.Candidate;
        var daysLate = due is { } day ? Today.DayNumber - day.DayNumber : 0;
        return (hasEnded, hasBegun, daysLate) switch
        {
            (true, _, _) => MemberStatus.Ended,
            (_, false, _) => MemberStatus.Pending,
            (_, _, > 180) => MemberStatus.Suspended,
            (_, _, > 0) => MemberStatus.Grace,
            _ => Today.DayNumber - since.DayNumber < 90 ? MemberStatus.New : MemberStatus.Current,
        };
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-22", MemberStatus.New)] // its first day
    [InlineData("2026-11-23", "2026-11-22", MemberStatus.Pending)] // the day before
    [InlineData("2025-12-31", "2026-01-01", MemberStatus.New)]
    [InlineData("2024-02-29", "2026-02-28", MemberStatus.Current)]
    public void A_membership_begins_with_its_first_day(string since, string day, MemberStatus expected) =>
        Assert.Equal(expected, Standing.Of(new MemberFacts { Since = DateOnly.Parse(since, null), Kind = MemberKind.Ordinary }, DateOnly.Parse(day, null), Days));

    [Fact]
    public void The_days_of_the_statute_are_a_setting()
    {
        var facts = new MemberFacts { Since = Today.AddDays(-40), OldestDue = Today.AddDays(-31) };
        Assert.Equal(MemberStatus.Suspended, Standing.Of(facts, Today, new StandingOptions { SuspendAfterDays = 30 }));
        Assert.Equal(MemberStatus.Current, Standing.Of(new MemberFacts { Since = Today.AddDays(-40) }, Today, new StandingOptions { NewDays = 30 }));
    }

    /// <summary>Days pass and money comes: whatever the facts, a member goes through the states in one direction until it pays.</summary>
    [Fact]
    public void While_nobody_pays_a_member_only_gets_further_away()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 40; i++)
        {
            var since = Today.AddDays(-random.Next(3000));
            var facts = new MemberFacts { Since = since, Until = random.Next(3) == 0 ? since.AddDays(random.Next(2000)) : null, OldestDue = random.Next(2) == 0 ? since.AddDays(random.Next(400)) : null };
            var seen = Enumerable.Range(-1, 170).Select(week => Order(Standing.Of(facts, since.AddDays((7 * week) + i % 7), Days))).ToList();
            Assert.Equal(seen.Order(), seen);
        }

        static int Order(MemberStatus status) => status switch { MemberStatus.Pending => 0, MemberStatus.New => 1, MemberStatus.Current => 2, MemberStatus.Grace => 3, MemberStatus.Suspended => 4, _ => 5 };
    }
}

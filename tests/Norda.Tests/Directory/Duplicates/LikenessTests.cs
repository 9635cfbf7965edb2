using System.Diagnostics.CodeAnalysis;
using Norda.Features.Directory.Duplicates;

namespace Norda.Tests.Directory.Duplicates;

/// <summary>What speaks for two entries being one firm.</summary>
public sealed class LikenessTests
{
    [Theory]
    [InlineData("PIXLAB Sp. z o.o.", "Pixlab spółka z ograniczoną odpowiedzialnością", 1.0)]
    [InlineData("P.H.U. Kaszub-Alu", "Kaszub Alu S.A.", 1.0)]
    [InlineData("Bałtyk Serwis Jan Żak", "Jan Żak Baltyk Serwis", 1.0)]
    public void A_name_is_the_same_in_another_form_order_and_spelling(string one, string other, double likeness) =>
        Assert.Equal(likeness, Likeness.NameLikeness(new FirmSketch(1, one), new FirmSketch(2, other)), 3);

    [Fact]
    public void A_typo_is_still_alike_and_another_name_is_not()
    {
        Assert.InRange(Likeness.NameLikeness(new FirmSketch(1, "Stolarnia Kowalscy"), new FirmSketch(2, "Stolarnia Kowalsccy")), 0.8, 1);
        Assert.InRange(Likeness.NameLikeness(new FirmSketch(1, "Stolarnia Kowalscy"), new FirmSketch(2, "Piekarnia Nadmorska")), 0, 0.4);
    }

    [Fact]
    public void Reasons_add_up()
    {
        var likeness = Likeness.Of(
            new FirmSketch(1, "Stolarnia Rumska", town: "Rumia", phone: "+48 58 672 00 00", website: "https://www.stolarnia.example/kontakt"),
            new FirmSketch(2, "Stolarnia Rumska s.c.", town: "RUMIA", phone: "586720000", website: "stolarnia.example"));

        Assert.Equal(100, likeness.Points);
        Assert.Equal([LikenessReason.Name, LikenessReason.Town, LikenessReason.Phone, LikenessReason.Web], likeness.Reasons);
    }

    [Fact]
    public void Two_numbers_speak_for_two_firms_and_a_shared_mailbox_maker_for_nothing()
    {
        var twins = Likeness.Of(new FirmSketch(1, "Dachy Reda", "5882413562", town: "Reda", email: "dachy@wp.pl"), new FirmSketch(2, "Dachy Reda", "5882413579", town: "Reda", email: "reda@wp.pl"));

        Assert.Equal([LikenessReason.Name, LikenessReason.Town, LikenessReason.OtherNip], twins.Reasons);
        Assert.True(twins.Points < Likeness.Suspicious);
    }

    [Fact]
    public void Comparing_costs_as_the_number_of_firms_grows_not_its_square()
    {
        var (small, large) = (Compared(2_000), Compared(8_000));

        Assert.InRange((double)large / small, 3, 6);
    }

    /// <summary>Pairs that share a block that is looked into.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Names of invented firms.")]
    private static int Compared(int count)
    {
        var random = new Random(7);
        var firms = Enumerable.Range(0, count).Select(i => new FirmSketch(i, $"{Word(random)} {Word(random)}", town: "Miejscowość " + (i % Math.Max(1, count / 50)))).ToList();
        Assert.True(FindDuplicates.Pairs(firms).Count() < count);
        return firms.SelectMany(f => f.Blocks().Distinct()).GroupBy(b => b).Where(g => g.Count() is > 1 and <= FindDuplicates.LargestBlock).Sum(g => g.Count() * (g.Count() - 1) / 2);
    }

    [SuppressMessage("Security", "CA5394", Justification = "Names of invented firms.")]
    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(20))));
}

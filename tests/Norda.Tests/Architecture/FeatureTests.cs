namespace Norda.Tests.Architecture;

/// <summary>Who may know whom. A new arrow is a decision: add it here, in the same commit, with its reason.</summary>
public class FeatureTests
{
    private static readonly Dictionary<string, string[]> Below = new()
    {
        // ground
        ["Shared"] = [],
        ["Files"] = ["Shared"],
        ["Mail"] = ["Shared"],
        ["Directory"] = ["Shared", "Files", "Mail"], // photographs, links by mail
        ["Accounts"] = ["Shared", "Mail", "Directory"], // a person belongs to firms
        ["Notifications"] = ["Shared", "Mail", "Directory", "Accounts"], // a person is told; those below tell through ITellPeople
        ["Membership"] = ["Shared", "Files", "Mail", "Directory", "Accounts"], // who belongs since when, by which resolution: fees and meetings stand on it
        // leaves
        ["Fees"] = ["Shared", "Files", "Mail", "Directory", "Accounts", "Membership"],
        ["Papers"] = ["Shared", "Mail", "Directory", "Accounts", "Notifications", "Membership", "Fees"], // papers are written about what fees and memberships hold
        ["Recommendations"] = ["Shared", "Mail", "Directory", "Accounts", "Notifications"],
        ["Forum"] = ["Shared", "Files", "Mail", "Directory", "Accounts", "Notifications"],
        ["Messages"] = ["Shared", "Files", "Directory", "Accounts", "Notifications"], // attached pictures are drawn anew
        ["Events"] = ["Shared", "Mail", "Directory", "Accounts", "Notifications"],
        ["News"] = ["Shared", "Files", "Directory", "Accounts", "Notifications"], // pictures; members are told; the demo chamber
        ["Newsletter"] = ["Shared", "Mail", "Directory", "Accounts", "Notifications"], // who agreed; the demo chamber
        ["Reports"] = ["Shared", "Mail", "Directory", "Accounts"],
        ["Classifieds"] = ["Shared", "Files", "Mail", "Directory", "Accounts", "Notifications"],
        ["Cooperation"] = ["Shared", "Directory", "Accounts", "Notifications", "Classifieds"], // it introduces firms to the authors of advertisements
    };

    /// <summary>Glue stands above: it may read every feature.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(Below)
    {
        ["Search"] = ["Directory", "Shared", "Accounts", "Recommendations"],
        ["Home"] = ["Directory", "Search", "Shared", "Accounts", "Notifications", "News"],
        ["Jobs"] = [.. Below.Keys],
        ["Office"] = [.. Below.Keys, "Jobs"],
    };

    [Fact]
    public void Features_use_only_the_features_they_may() => Rule.Holds(Strays(Code.App, MayUse));

    [Fact]
    public void Arrows_make_no_circle() => Rule.Holds(Circles(MayUse));

    [Fact]
    public void Every_feature_folder_stands_in_the_table() =>
        Assert.Equal(System.IO.Directory.GetDirectories(Sources.At("src/Norda/Features")).Select(Path.GetFileName).Order(), MayUse.Keys.Order());

    [Fact]
    public void Platform_and_Data_know_nothing_above_them() => Rule.Holds(Upward(Code.App));

    [Fact]
    public void A_planted_leaf_that_uses_a_leaf_is_seen() =>
        Assert.Equal(
            ["Forum -> Events: Topic uses Event", "Forum -> Events: Vandal uses Event", "Forum -> Events: Vandal uses Guest", "Forum -> Events: Vandal uses Venue"],
            Strays(Code.Planted, new() { ["Events"] = [], ["Forum"] = [] }));

    [Fact]
    public void A_planted_circle_is_seen() =>
        Assert.Equal(["Events", "Forum"], Circles(new() { ["Events"] = ["Forum"], ["Forum"] = ["Events"], ["Home"] = ["Forum"] }));

    [Fact]
    public void A_planted_platform_that_knows_a_feature_is_seen() => Assert.Equal(["Platform -> Features: Clock uses Event"], Upward(Code.Planted));

    private static List<string> Strays(Code code, Dictionary<string, string[]> mayUse) =>
        [.. (from type in code.Types
             let feature = code.FeatureOf(type)
             where feature is not null
             from other in Code.Uses(type)
             let to = code.FeatureOf(other)
             where to is not null && to != feature && !mayUse.GetValueOrDefault(feature, []).Contains(to)
             select $"{feature} -> {to}: {Code.Outermost(type).Name} uses {Code.Outermost(other).Name}").Distinct().Order()];

    private static List<string> Circles(Dictionary<string, string[]> mayUse)
    {
        bool Reaches(string from, string to, HashSet<string> seen) =>
            mayUse.GetValueOrDefault(from, []).Any(next => next == to || seen.Add(next) && Reaches(next, to, seen));
        return [.. mayUse.Keys.Where(feature => Reaches(feature, feature, [])).Order()];
    }

    /// <summary>Platform stands on nothing; Data stands on Platform and holds the tables of the features' entities.</summary>
    private static List<string> Upward(Code code) =>
        [.. (from type in code.Types
             where code.LayerOf(type) == "Platform"
             from other in Code.Uses(type)
             let to = code.LayerOf(other)
             where to is "Features" or "Data"
             select $"Platform -> {to}: {Code.Outermost(type).Name} uses {Code.Outermost(other).Name}").Distinct().Order()];
}

namespace Norda.Tests.Architecture;

/// <summary>Ceilings break the build; the medians are printed, for the eye of the reviewer.</summary>
public class SizeTests
{
    private const int LongestMethod = 50;
    private const int LongestProgram = 110; // a feature takes three lines: its namespace, what it adds, what it maps

    private static readonly Dictionary<string, int> Ceilings = new() { [".cs"] = 250, [".cshtml"] = 150, [".js"] = 100 };

    [Fact]
    public void Files_stay_under_their_ceilings()
    {
        var files = Ceilings.Keys.SelectMany(kind => Sources.Files(kind)).Select(f => (f.Name, f.Text)).ToList();
        foreach (var kind in files.GroupBy(f => Path.GetExtension(f.Name)))
            Console.WriteLine($"   {kind.Count()} {kind.Key} files: {Spread(kind.Select(f => Lines(f.Text)))} lines");

        Rule.Holds(TooLong(files));
    }

    [Fact]
    public void Methods_stay_under_their_ceiling()
    {
        var methods = Measured(Code.App);
        Console.WriteLine($"   {methods.Count} methods: {Spread(methods.Select(m => m.Lines))} lines");

        Assert.DoesNotContain(methods, m => m.Lines > LongestMethod);
    }

    [Fact]
    public void Program_is_a_table_of_contents() => Assert.InRange(Lines(Sources.Read("src/Norda/Program.cs")), 1, LongestProgram);

    [Fact]
    public void A_planted_giant_is_seen()
    {
        Assert.Equal(["Big.cs: 251 of 250", "Big.cshtml: 151 of 150", "big.js: 101 of 100"],
            TooLong([("Big.cs", new string('\n', 251)), ("Big.cshtml", new string('\n', 151)), ("big.js", new string('\n', 101)), ("Right.cs", new string('\n', 250))]));
        Assert.Equal("Giant.Walk", Assert.Single(Measured(Code.Planted), m => m.Lines > LongestMethod).Name);
    }

    private static List<string> TooLong(IEnumerable<(string Name, string Text)> files) =>
        [.. from file in files
            let ceiling = Ceilings[Path.GetExtension(file.Name)]
            where Lines(file.Text) > ceiling
            select $"{file.Name}: {Lines(file.Text)} of {ceiling}"];

    private static List<(string Name, int Lines)> Measured(Code code) =>
        [.. from method in code.Methods
            where !Code.IsView(method.DeclaringType) && !Code.Outermost(method.DeclaringType).Namespace.Contains(".Migrations.", StringComparison.Ordinal)
            where method.CustomAttributes.All(a => a.AttributeType.Name != "CompilerGeneratedAttribute") // accessors that nobody wrote
            let lines = Code.Lines(method)
            where lines is not null
            select ($"{Code.Outermost(method.DeclaringType).Name}.{method.Name}", lines.Value)];

    private static int Lines(string text) => text.Count(c => c == '\n');

    private static string Spread(IEnumerable<int> sizes)
    {
        var sorted = sizes.Order().ToList();
        return $"median {sorted[sorted.Count / 2]}, p90 {sorted[sorted.Count * 9 / 10]}, most {sorted[^1]}";
    }
}

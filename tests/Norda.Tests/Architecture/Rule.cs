namespace Norda.Tests.Architecture;

/// <summary>A rule of the architecture holds when it has no offenders; a failure names all of them.</summary>
public static class Rule
{
    public static void Holds(IEnumerable<string> offenders)
    {
        var all = offenders.ToList();
        Assert.True(all.Count == 0, $"{all.Count} offenders:\n{string.Join('\n', all)}");
    }
}

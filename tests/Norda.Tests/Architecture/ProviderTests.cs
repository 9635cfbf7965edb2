namespace Norda.Tests.Architecture;

/// <summary>The words of PostgreSQL and SQLite stand in Data; everything else is written for both at once.</summary>
public class ProviderTests
{
    [Fact]
    public void Only_Data_speaks_to_a_provider() => Rule.Holds(Speakers(Code.App));

    [Fact]
    public void A_planted_speaker_is_seen() => Assert.Equal(["Thread uses NpgsqlConnection", "Thread uses SqliteException"], Speakers(Code.Planted));

    private static List<string> Speakers(Code code) =>
        [.. (from type in code.Types
             where code.LayerOf(type) != "Data"
             from other in Code.Uses(type)
             where other.Scope.Name.Contains("Npgsql", StringComparison.Ordinal) || other.Scope.Name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || other.Scope.Name.StartsWith("SQLitePCL", StringComparison.Ordinal)
             select $"{Code.Outermost(type).Name} uses {other.Name}").Distinct().Order()];
}

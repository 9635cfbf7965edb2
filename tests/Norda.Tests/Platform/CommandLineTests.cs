namespace Norda.Tests.Platform;

/// <summary>The program as the operator meets it.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("serve", "--nonsense")]
    [InlineData("migrate", "extra")]
    [InlineData("search")]
    public async Task A_wrong_word_ends_with_2_and_points_to_help(params string[] words)
    {
        var (code, output, errors) = await NordaProcess.Run(null, words);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("norda --help", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_verbs()
    {
        var (code, output, _) = await NordaProcess.Run(null, "--help");

        Assert.Equal(0, code);
        Assert.All(["serve", "migrate", "seed", "endpoints", "search"], verb => Assert.Contains($"\n  {verb} ", output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("norda")]
    [InlineData("Server=localhost;Database=norda")]
    public async Task A_connection_that_cannot_be_meant_ends_with_2_and_shows_both_forms(string connection)
    {
        var (code, _, errors) = await NordaProcess.Run(connection, "migrate");

        Assert.Equal(2, code);
        Assert.Contains("Data Source=", errors, StringComparison.Ordinal);
        Assert.Contains("Host=", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_prints_the_table_of_access()
    {
        await using var database = new TestDatabase();
        var (code, output, _) = await NordaProcess.Run(database.ConnectionString, "endpoints");

        Assert.Equal(0, code);
        var lines = output.Split('\n').Where(line => line.Contains("/health/", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["GET /health/live Health.Read Visitor", "GET /health/ready Health.Read Visitor"], lines);
    }

    [Fact]
    public async Task Search_prints_firms_for_scripts()
    {
        await using var database = await TestDatabase.Migrated();
        var (code, output, errors) = await NordaProcess.Run(database.ConnectionString, "search", "dach");

        Assert.Equal((0, ""), (code, output));
        Assert.Contains("razem: 0", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_verb_logs_stands_beside_what_it_prints()
    {
        await using var database = new TestDatabase();
        var (code, output, errors) = await NordaProcess.Run(database.ConnectionString, "migrate", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Information");

        Assert.Equal((0, "Baza danych utworzona.\n"), (code, output.ReplaceLineEndings("\n")));
        Assert.Contains("info: Microsoft.EntityFrameworkCore", errors, StringComparison.Ordinal);
    }
}

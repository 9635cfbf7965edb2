using Microsoft.EntityFrameworkCore;
using Norda.Data.Search;
using Norda.Data.Search.Polish;
using Norda.Platform;

namespace Norda.Tests.Search;

/// <summary>What the search does when there are more firms than it looks at.</summary>
public class LargeDirectoryTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Limits Three = new(3, 3);
    private readonly Stemmer stemmer = new();

    [PostgresFact]
    public async Task A_firm_of_that_name_is_found_below_the_candidates()
    {
        for (var i = 1; i <= 4; i++)
            await app.Firm($"Przewozy {i}", "Reda", "Logistyka", ["Transport"]);
        var named = await app.Firm("Transport Kowalski", "Puck", "Handel");

        Assert.Contains(named.Id, await Found("transport", Three));
        Assert.Contains(named.Id, await Found("transport", Three, (FilterGroup.Town, "Puck")));
        Assert.DoesNotContain(named.Id, await Found("transport", Three, (FilterGroup.Category, "Logistyka")));
        Assert.DoesNotContain(named.Id, await Found("transport -kowalski", Three));
        Assert.Equal(5, (await Found("transport", Limits.For(5))).Distinct().Count());
    }

    [Fact]
    public async Task Building_the_index_may_take_longer_than_a_question() => await app.Db(async db =>
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await using var command = await db.Command("select 1", CancellationToken.None);

        Assert.Equal(3600, command.CommandTimeout);
    });

    private Task<List<int>> Found(string text, Limits limits, params (FilterGroup Group, string Name)[] filters) => app.Db(async db =>
    {
        var question = new SearchQuestion { Text = text, Filters = filters.ToDictionary(f => f.Group, f => (IReadOnlyList<string>)[Slug.From(f.Name)]) };
        var parsed = Question.Parse(text);
        var statement = new PostgresStatement(new Plan { Question = question, Text = parsed, Groups = parsed.Groups(stemmer) }, limits, stemmer, new DateOnly(2026, 11, 22));
        await using var command = await db.Command(statement.Text, CancellationToken.None, [.. statement.Parameters]);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<int>();
        while (await rows.ReadAsync())
            if (rows.GetInt32(0) == 0)
                found.Add(rows.GetInt32(2));
        return found;
    });
}

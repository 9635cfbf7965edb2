using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Tests.Access;

/// <summary>To look is not to touch.</summary>
public sealed class ReadingTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>Values for the places in addresses; a new kind of place needs a value here.</summary>
    private static readonly Dictionary<string, string> Places = new()
    {
        ["slug"] = "pixlab-sp-z-o-o",
        ["code:int"] = "404",
        ["branza"] = "informatyka",
        ["miejscowosc"] = "wejherowo",
        ["documentName"] = "v1",
        ["part:int"] = "0",
        ["path"] = "nie-ma-takiej",
    };

    [Fact]
    public async Task No_GET_changes_a_row()
    {
        await app.Firm("PIXLAB Sp. z o.o.", town: "Wejherowo", category: "Informatyka", services: ["Strony internetowe"]);
        var before = await app.Db(Rows);

        var answers = new List<(string Address, HttpStatusCode Status)>();
        foreach (var address in Addresses())
            answers.Add((address, (await app.Client().GetAsync(address)).StatusCode));

        Assert.InRange(answers.Count, 10, 10_000);
        Assert.All(answers, answer => Assert.True((int)answer.Status < 500, $"{answer.Address}: {answer.Status}"));
        Assert.Equal(before, await app.Db(Rows));
    }

    [Fact]
    public async Task A_planted_change_shows_in_the_rows()
    {
        var before = await app.Db(Rows);
        await app.Firm("Nowa Firma");

        Assert.NotEqual(before, await app.Db(Rows));
    }

    private IEnumerable<string> Addresses() =>
        from endpoint in AccessInventory.List(app.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        where endpoint.Resource is not Resource.Asset && (endpoint.Methods == "*" || endpoint.Methods.Contains("GET", StringComparison.Ordinal))
        select string.Join('/', endpoint.Route.Split('/').Select(Filled));

    private static string Filled(string segment)
    {
        var start = segment.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
            return segment;
        var end = segment.IndexOf('}', StringComparison.Ordinal);
        return segment[..start] + Places[segment[(start + 1)..end].TrimStart('*').TrimEnd('?')] + segment[(end + 1)..];
    }

    private static async Task<string> Rows(AppDb db)
    {
        var rows = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            var columns = string.Join(", ", table.Columns.Where(c => c.Name != "search_terms").Select(c => c.Name));
            command.CommandText = $"SELECT {columns} FROM {table.Name} ORDER BY {string.Join(", ", table.PrimaryKey!.Columns.Select(c => c.Name))}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Append(table.Name).Append(": ").AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(i => Shown(reader.GetValue(i)))).Append('\n');
        }

        return rows.ToString();
    }

    private static string Shown(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string[] texts => string.Join(',', texts),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}

using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Norda.Platform.Access;

namespace Norda.Tests.Access;

/// <summary>To look is not to touch.</summary>
public sealed class ReadingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task No_GET_changes_a_row()
    {
        await app.Firm("PIXLAB Sp. z o.o.", town: "Wejherowo", category: "Informatyka", services: ["Strony internetowe"]);
        var before = await app.Db(Rows.Read);

        var answers = new List<(string Address, HttpStatusCode Status)>();
        foreach (var address in Everywhere())
            answers.Add((address, (await app.Client().GetAsync(address)).StatusCode));

        Assert.Contains(("/katalog/informatyka", HttpStatusCode.OK), answers);
        Assert.Contains(("/firma/pixlab-sp-z-o-o", HttpStatusCode.OK), answers);
        Assert.All(answers, answer => Assert.True((int)answer.Status < 500, $"{answer.Address}: {answer.Status}"));
        Assert.Equal(before, await app.Db(Rows.Read));
    }

    [Fact]
    public async Task A_planted_change_shows_in_the_rows()
    {
        var before = await app.Db(Rows.Read);
        await app.Firm("Nowa Firma");

        Assert.NotEqual(before, await app.Db(Rows.Read));
    }

    private IEnumerable<string> Everywhere() =>
        from endpoint in AccessInventory.List(app.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        where endpoint.Resource is not Resource.Asset && (endpoint.Methods == "*" || endpoint.Methods.Contains("GET", StringComparison.Ordinal))
        select Addresses.Of(endpoint.Route);
}

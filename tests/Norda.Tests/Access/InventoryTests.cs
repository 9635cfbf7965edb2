using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Norda.Platform.Access;

namespace Norda.Tests.Access;

public sealed class InventoryTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void Every_endpoint_carries_its_resource_and_action() => Assert.Empty(Careless(app.Services));

    [Fact]
    public void Every_row_of_the_table_has_an_endpoint() =>
        Assert.Empty(AccessTable.Rules.Keys.Except(Endpoints(app.Services).Where(e => e.Resource is not null).Select(e => (e.Resource!.Value, e.Act!.Value))));

    [Fact]
    public void Every_endpoint_stands_in_the_table() =>
        Assert.All(Endpoints(app.Services), e => Assert.Contains((e.Resource!.Value, e.Act!.Value), AccessTable.Rules.Keys));

    [Fact]
    public async Task A_planted_endpoint_without_them_is_seen() =>
        Assert.Equal([Planted.Address], Careless((await Planted.In(app)).Services));

    [Fact]
    public async Task A_planted_endpoint_without_them_refuses_visitors()
    {
        var answer = await (await Planted.In(app)).CreateClient(new() { AllowAutoRedirect = false }).GetAsync(Planted.Address);

        Assert.Equal((HttpStatusCode.Redirect, "/logowanie?powrot=%2Fpodrzucony"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.DoesNotContain("tajne", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Careless(IServiceProvider services) => Endpoints(services).Where(e => e.Resource is null || e.Act is null).Select(e => e.Route);

    private static IReadOnlyList<AccessRow> Endpoints(IServiceProvider services) => AccessInventory.List(services.GetRequiredService<EndpointDataSource>().Endpoints);
}

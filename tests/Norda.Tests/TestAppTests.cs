using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Norda.Tests;

public sealed class TestAppTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_firm_of_a_test_is_found_at_once()
    {
        await app.Firm("PIXLAB Sp. z o.o.", town: "Wejherowo", category: "Informatyka", services: ["Strony internetowe"], nip: "5882413564");
        await app.Firm("Inna Firma", town: "Puck", category: "Informatyka", services: ["Strony internetowe"], certificates: ["ISO 9001"]);

        Assert.Equal(["PIXLAB Sp. z o.o."], await app.Found("stron internetowych wejherowo"));
        Assert.Equal(["Inna Firma"], await app.Found("iso 9001"));
    }

    [Fact]
    public void The_clock_stands_at_noon() =>
        Assert.Equal(new DateTime(2026, 11, 22, 12, 0, 0), app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Commands_are_counted_per_piece_of_work()
    {
        var three = await CommandCounter.Count(() => app.Db(async db =>
        {
            for (var i = 0; i < 3; i++)
                await db.Companies.CountAsync();
        }));
        var search = await CommandCounter.Count(() => app.Found("dach"));

        Assert.Equal(3, three);
        Assert.InRange(search, 1, 6);
    }

    [Fact]
    public async Task Commands_of_a_request_are_counted_too() =>
        Assert.Equal(0, await CommandCounter.Count(() => app.Page("/nie-ma-takiej")));

    [Fact]
    public async Task Pages_are_read_as_documents()
    {
        var answer = await app.Client().GetAsync("/nie-ma-takiej");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Nie ma takiej strony", (await answer.Page()).QuerySelector("h1")!.TextContent);
    }
}

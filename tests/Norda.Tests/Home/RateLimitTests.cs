using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Norda.Platform;

namespace Norda.Tests.Home;

public class RateLimitTests(TestApp app) : IClassFixture<TestApp>
{
    private const int PerMinute = 12;

    [Fact]
    public async Task Who_asks_too_much_is_asked_to_wait()
    {
        await using var strict = await Strict();
        var client = From(strict, "203.0.113.1");
        for (var n = 0; n < PerMinute; n++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/search/suggest?q=a{n}")).StatusCode);

        var call = await client.GetAsync("/api/v1/search/suggest?q=b");
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (call.StatusCode, call.Content.Headers.ContentType!.MediaType));
        Assert.InRange(call.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);

        var page = await client.GetAsync("/en/szukaj?q=b");
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Equal("Too many requests at once", (await page.Page()).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await From(strict, "203.0.113.2").GetAsync("/szukaj?q=b")).StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/app.css")]
    [InlineData("/")]
    [InlineData("/katalog?q=ciagle-to-samo")]
    public async Task What_costs_nothing_is_not_counted(string address)
    {
        await using var strict = await Strict();
        var client = From(strict, "203.0.113.3");
        for (var n = 0; n < PerMinute * 2; n++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2::9", "20010DB800010002")]
    [InlineData("127.0.0.1", null)]
    [InlineData("::1", null)]
    [InlineData("10.1.2.3", null)]
    [InlineData("172.16.0.1", null)]
    [InlineData("172.32.0.1", "172.32.0.1")]
    [InlineData("192.168.1.1", null)]
    [InlineData("fd00::1", null)]
    public void A_visitor_is_an_address_of_the_world(string address, string? visitor) => Assert.Equal(visitor, RateLimits.Visitor(IPAddress.Parse(address)));

    private Task<WebApplicationFactory<Program>> Strict() => app.Changed(host => host.UseSetting(RateLimits.Setting, $"{PerMinute}"));

    private static HttpClient From(WebApplicationFactory<Program> strict, string address)
    {
        var client = strict.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}

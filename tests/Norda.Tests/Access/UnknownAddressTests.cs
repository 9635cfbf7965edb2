using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Norda.Tests.Access;

/// <summary>What is not there is not there: no redirect, no question to sign in, no empty page.</summary>
public sealed class UnknownAddressTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/nie-ma-takiej", "pl")]
    [InlineData("/nie/ma/takiej?q=1", "pl")]
    [InlineData("/nie-ma.png", "pl")]
    [InlineData("/firma/nie-ma-takiej", "pl")]
    [InlineData("/en/nie-ma-takiej", "en")]
    public async Task An_unknown_page_is_a_404_page_in_its_language(string address, string language)
    {
        var answer = await app.Client().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        var page = await answer.Page();
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language == "pl" ? "Nie ma takiej strony" : "There is no such page", page.QuerySelector("h1")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("/api/v1/nie-ma-takiej")]
    [InlineData("/api/nie-ma-takiej")]
    [InlineData("/api/v1/companies/nie-ma-takiej")]
    public async Task An_unknown_call_is_answered_with_problem_details(string address)
    {
        var answer = await app.Client().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(404, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/katalog")]
    [InlineData("/logowanie")]
    [InlineData("/api/v1/companies")]
    public async Task No_address_repeats_what_it_was_sent(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Trace, address);
        var answer = await app.Client().SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task An_unknown_address_cannot_be_posted_to() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().PostAsync("/nie-ma-takiej", new StringContent("x"))).StatusCode);
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Norda.Features.Directory.Catalog;

namespace Norda.Tests.Home;

public class DocumentationTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_description_is_valid_OpenAPI_3_1()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(await app.Client().GetStringAsync("/openapi/v1.json"), "json");

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic!.SpecificationVersion);
        Assert.Empty(diagnostic.Errors);
        Assert.Empty(diagnostic.Warnings);
        Assert.NotEmpty(document!.Paths);
    }

    [Fact]
    public async Task Every_call_of_the_API_stands_in_it()
    {
        var described = (await Description()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => $"{call.Name} {path.Name}"));
        var there = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method.ToLowerInvariant()} /{e.RoutePattern.RawText!.TrimStart('/')}"));

        Assert.Equal(there.Order(), described.Order());
    }

    [Fact]
    public async Task Every_call_says_what_it_is_for_takes_and_answers()
    {
        foreach (var (name, call) in Calls(await Description()))
        {
            Assert.True(call.TryGetProperty("summary", out _) && call.TryGetProperty("description", out _), name);
            Assert.All(call.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [], p =>
                Assert.True(p.TryGetProperty("description", out _) && p.TryGetProperty("example", out _) && p.TryGetProperty("schema", out _), $"{name}: {p.GetProperty("name")}"));
            Assert.True(call.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _), name);
            Assert.True(call.GetProperty("responses").GetProperty("429").GetProperty("content").TryGetProperty("application/problem+json", out _), name);
        }
    }

    [Fact]
    public async Task Parameters_that_are_read_by_hand_are_described()
    {
        var names = (await Description()).GetProperty("paths").GetProperty("/api/v1/companies").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!);

        Assert.Equal(CatalogNames.Api.Filters.Values.Concat([CatalogNames.Api.Text, CatalogNames.Api.Exact, CatalogNames.Api.Sort, CatalogNames.Api.Page]).Order(), names.Order());
    }

    [Theory]
    [InlineData("/api/v1/companies", "/api/v1/companies")]
    [InlineData("/api/v1/companies", "/api/v1/companies?q=spawanie+aluminum&town=wejherowo,reda&sort=name")]
    [InlineData("/api/v1/companies", "/api/v1/companies?q=qwrtplk")]
    [InlineData("/api/v1/companies", "/api/v1/companies?page=x", 400)]
    [InlineData("/api/v1/companies/{slug}", "/api/v1/companies/metal-port-zolkiewski")]
    [InlineData("/api/v1/companies/{slug}", "/api/v1/companies/nie-ma", 404)]
    [InlineData("/api/v1/categories", "/api/v1/categories")]
    [InlineData("/api/v1/services", "/api/v1/services?page=1")]
    [InlineData("/api/v1/competencies", "/api/v1/competencies")]
    [InlineData("/api/v1/search/suggest", "/api/v1/search/suggest?q=spaw")]
    [InlineData("/api/v1/events", "/api/v1/events?type=webinar")]
    [InlineData("/api/v1/events", "/api/v1/events?type=bal", 400)]
    [InlineData("/api/v1/events/{slug}", "/api/v1/events/nie-ma", 404)]
    public async Task Answers_look_as_described(string path, string address, int status = 200)
    {
        var description = await Description();
        var answer = await app.Client().GetAsync(address);
        Assert.Equal(status, (int)answer.StatusCode);

        var content = description.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty($"{status}").GetProperty("content");
        var schema = content.GetProperty(answer.Content.Headers.ContentType!.MediaType!).GetProperty("schema");
        Assert.Empty(new JsonShape(description).Faults(await answer.Content.ReadFromJsonAsync<JsonElement>(), schema));
    }

    [Fact]
    public async Task Examples_look_as_described()
    {
        var description = await Description();
        foreach (var (name, call) in Calls(description))
        {
            var answer = call.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
            if (answer.TryGetProperty("example", out var example))
                Assert.Equal([], new JsonShape(description).Faults(example, answer.GetProperty("schema"), name));
        }
    }

    [Theory]
    [InlineData("""{ "items": [] }""")]
    [InlineData("""{ "items": [{ "group": "x", "text": 1, "url": "", "hint": null }] }""")]
    [InlineData("""{ "items": [], "surprise": true }""")]
    public async Task A_planted_answer_that_differs_is_seen(string planted)
    {
        var description = await Description();
        var schema = description.GetProperty("components").GetProperty("schemas").GetProperty("SuggestionList");
        var faults = new JsonShape(description).Faults(JsonDocument.Parse(planted).RootElement, schema);

        Assert.Equal(planted.Length < 20, !faults.Any());
    }

    [Fact]
    public async Task The_page_for_people_needs_no_other_host_and_loosens_only_its_own_styles()
    {
        var answer = await app.Client().GetAsync("/api");
        var page = await answer.Page();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("script-src 'self';", policy);
        Assert.Contains("style-src 'self' 'unsafe-inline';", policy);
        Assert.DoesNotContain("'unsafe-inline'", (await app.Client().GetAsync("/katalog")).Headers.GetValues("Content-Security-Policy").Single());
        foreach (var script in page.QuerySelectorAll("script").Select(s => s.GetAttribute("src")!))
        {
            Assert.StartsWith("/", script);
            Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync(script)).StatusCode);
        }

        Assert.Equal("/openapi/v1.json", page.QuerySelector("noscript a")?.GetAttribute("href") ?? page.QuerySelector("#reference")!.GetAttribute("data-document"));
    }

    private Task<JsonElement> Description() => app.Client().GetFromJsonAsync<JsonElement>("/openapi/v1.json")!;

    private static IEnumerable<(string Name, JsonElement Call)> Calls(JsonElement description) =>
        description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => ($"{call.Name} {path.Name}", call.Value)));
}

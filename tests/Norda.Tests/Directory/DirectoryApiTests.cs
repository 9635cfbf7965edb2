using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;

namespace Norda.Tests.Directory;

public class DirectoryApiTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Firms_come_with_reasons_and_counts()
    {
        var list = await Json("/api/v1/companies?q=spawanie+aluminum&town=Wejherowo");
        Assert.Equal("spawanie aluminium", list.GetProperty("correctedQuery").GetString());
        var first = list.GetProperty("items")[0];
        Assert.Equal("metal-port-zolkiewski", first.GetProperty("slug").GetString());
        Assert.Equal("primary_service", first.GetProperty("why")[0].GetProperty("kind").GetString());
        Assert.Equal((1, 20), (list.GetProperty("page").GetInt32(), list.GetProperty("pageSize").GetInt32()));
        Assert.False(list.GetProperty("totalIsCapped").GetBoolean());
        Assert.Contains(list.GetProperty("facets").GetProperty("town").EnumerateArray(), t => t.GetProperty("slug").GetString() == "puck");
    }

    [Theory]
    [InlineData("page=x", "page")]
    [InlineData("page=0", "page")]
    [InlineData("sort=cheapest", "sort")]
    public async Task A_bad_parameter_is_named(string query, string parameter)
    {
        var answer = await app.Client().GetAsync("/api/v1/companies?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty(parameter)[0].GetString()!);
    }

    [Fact]
    public async Task Sorting_by_name_is_Polish()
    {
        var names = (await Json("/api/v1/companies?sort=name")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!).ToList();
        Assert.Equal(names.Order(StringComparer.Create(new("pl-PL"), ignoreCase: true)), names);
    }

    [Fact]
    public async Task One_firm_has_everything_its_page_shows()
    {
        var firm = await Json("/api/v1/companies/metal-port-zolkiewski");
        Assert.Equal("Spawanie aluminium TIG", firm.GetProperty("services")[0].GetProperty("name").GetString());
        Assert.True(firm.GetProperty("services")[0].GetProperty("isPrimary").GetBoolean());
        Assert.Equal("Wejherowo", firm.GetProperty("address").GetProperty("town").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync("/api/v1/companies/nie-ma")).StatusCode);
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_told_so()
    {
        var first = await app.Client().GetAsync("/api/v1/categories");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/categories") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        var second = await app.Client().SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Dictionaries_count_their_firms()
    {
        var categories = await Json("/api/v1/categories");
        Assert.Equal(12, categories.GetArrayLength());
        Assert.Equal(128, categories.EnumerateArray().Sum(c => c.GetProperty("companies").GetInt32()));
        Assert.NotEqual(0, (await Json("/api/v1/services")).GetArrayLength());
        Assert.Equal(await app.Db(db => db.Competencies.CountAsync()), (await Json("/api/v1/competencies")).GetArrayLength());
    }

    [Fact]
    public async Task Suggestions_lead_somewhere()
    {
        var items = (await Json("/api/v1/search/suggest?q=pix")).GetProperty("items");
        Assert.Equal("/firma/pixlab-sp-z-o-o", items[0].GetProperty("url").GetString());
        Assert.Equal("/en/firma/pixlab-sp-z-o-o", (await Json("/en/api/v1/search/suggest?q=pix")).GetProperty("items")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_first_firm_is_called_from_the_list_where_everybody_may_see_its_number()
    {
        async Task<List<string>> Addresses(string typed) => [.. (await Json("/api/v1/search/suggest?q=" + typed)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("url").GetString()!)];
        await Dial("pixlab-sp-z-o-o", "58 572 11 22");
        await Dial("blachwer-sp-z-o-o", "58 572 11 33", Visibility.Members);

        Assert.Equal(["/firma/pixlab-sp-z-o-o", "tel:+48585721122"], (await Addresses("pix"))[..2]);
        Assert.Contains("/firma/blachwer-sp-z-o-o", await Addresses("blachwer"));
        Assert.DoesNotContain(await Addresses("blachwer"), url => url.StartsWith("tel:", StringComparison.Ordinal));
    }

    private Task<int> Dial(string slug, string phone, Visibility? seen = null) => app.Db(async db =>
    {
        var firm = await db.Companies.SingleAsync(c => c.Slug == slug);
        firm.Phone = phone;
        if (seen is { } who)
            firm.FieldVisibility = new(firm.FieldVisibility) { ["phone"] = who };
        return await db.SaveChangesAsync();
    });

    private Task<JsonElement> Json(string address) => app.Client().GetFromJsonAsync<JsonElement>(address)!;

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_page_that_is_no_number_is_the_callers_fault(string environment)
    {
        await using var instance = await app.Changed(host => host.UseEnvironment(environment).UseSetting("Norda:Demo", "false"));

        var answer = await instance.CreateClient().GetAsync("/api/v1/services?page=druga");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }
}

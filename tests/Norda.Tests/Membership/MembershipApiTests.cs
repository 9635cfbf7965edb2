using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Norda.Platform.Access;
using Norda.Tests.Fees;
using Norda.Tests.Home;

namespace Norda.Tests.Membership;

/// <summary>The register and the queue of declarations as JSON.</summary>
public sealed class MembershipApiTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_register_answers_for_any_day()
    {
        var (former, present) = (await app.Member("Dawna z API", new DateOnly(2015, 3, 1), new DateOnly(2019, 12, 31)), await app.Member("Obecna z API", new DateOnly(2020, 6, 1)));
        var treasurer = await app.As(await app.Person("Celina", staff: Role.Treasurer));

        Assert.Equal(["current"], await Statuses(treasurer, "/api/v1/members", present.Slug));
        Assert.Empty(await Statuses(treasurer, "/api/v1/members", former.Slug));
        Assert.Equal(["current"], await Statuses(treasurer, "/api/v1/members?on=2018-05-04", former.Slug));
        Assert.Empty(await Statuses(treasurer, "/api/v1/members?on=2018-05-04", present.Slug));
        Assert.Equal(["ended"], await Statuses(treasurer, "/api/v1/members?status=ended", former.Slug));
        Assert.Equal("2018-05-04", (await Read(treasurer, "/api/v1/members?on=2018-05-04")).GetProperty("on").GetString());
        Assert.Equal(0, (await Read(treasurer, "/api/v1/members?page=9999")).GetProperty("items").GetArrayLength());
        Assert.True((await Read(treasurer, "/api/v1/members?page=9999")).GetProperty("total").GetInt32() > 0);
    }

    [Fact]
    public async Task Declarations_are_listed_by_state()
    {
        var nip = Declaring.Nip();
        await app.Client().Declare(nip, "Zgłoszona z API", onScreen: false);
        var office = await app.Office();

        var item = (await Read(office, "/api/v1/declarations?status=submitted")).GetProperty("items").EnumerateArray().Single(d => d.GetProperty("nip").GetString() == nip);
        Assert.Equal(("Zgłoszona z API", "submitted", 0), (item.GetProperty("name").GetString(), item.GetProperty("status").GetString(), item.GetProperty("newFiles").GetInt32()));
        Assert.Equal(["signature", "register"], item.GetProperty("missing").EnumerateArray().Select(p => p.GetString()!));
        Assert.DoesNotContain((await Read(office, "/api/v1/declarations?status=refused")).GetProperty("items").EnumerateArray(), d => d.GetProperty("nip").GetString() == nip);
    }

    [Theory]
    [InlineData("/api/v1/members?on=wczoraj")]
    [InlineData("/api/v1/members?status=dobry")]
    [InlineData("/api/v1/declarations?status=wszystkie")]
    [InlineData("/api/v1/declarations?page=x")]
    public async Task What_cannot_be_read_is_refused(string address) => Assert.Equal(HttpStatusCode.BadRequest, (await (await app.Office()).GetAsync(address)).StatusCode);

    [Fact]
    public async Task They_are_for_the_office_alone()
    {
        var firm = await app.Member("Ciekawska", new DateOnly(2020, 1, 1));
        var owner = await app.As(await app.Person("Anna", firm, CompanyRole.Owner));
        var treasurer = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        foreach (var address in new[] { "/api/v1/members", "/api/v1/declarations" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client().GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await treasurer.GetAsync("/api/v1/declarations")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/members")]
    [InlineData("/api/v1/declarations")]
    public async Task Answers_look_as_described(string path)
    {
        await app.Member("Opisana", new DateOnly(2020, 1, 1));
        await app.Client().Declare(Declaring.Nip(), "Opisana Deklaracja");
        var description = await app.Client().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var schema = description.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");

        Assert.Empty(new JsonShape(description).Faults(await Read(await app.Office(), path), schema));
    }

    private static async Task<JsonElement> Read(HttpClient browser, string address) => await browser.GetFromJsonAsync<JsonElement>(address);

    private static async Task<IEnumerable<string>> Statuses(HttpClient browser, string address, string slug) =>
        (await Read(browser, address)).GetProperty("items").EnumerateArray().Where(m => m.GetProperty("company").GetString() == slug).Select(m => m.GetProperty("status").GetString()!).ToList();
}

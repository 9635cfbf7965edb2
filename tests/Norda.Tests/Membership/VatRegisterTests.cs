using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Norda.Tests.Membership;

/// <summary>The register as the Ministry of Finance describes its API, on this machine.</summary>
public sealed class RegisterApp() : BesideService("Norda:VatRegister:Address")
{
    public const string Known = "9980000018";
    public const string Village = "9980000024";

    public int Asked { get; private set; }

    /// <summary>What the register answers instead of what it knows.</summary>
    public Func<IResult>? Instead { get; set; }

    protected override void Map(WebApplication documented) => documented.MapGet("/api/search/nip/{nip}", (string nip, string date) => Answer(nip, date));

    private IResult Answer(string nip, string date)
    {
        Asked++;
        if (Instead is not null)
            return Instead();
        var subject = nip switch
        {
            Known => """{"name":"PORTOWA STOLARNIA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ","nip":"9980000018","statusVat":"Czynny","regon":"220000018","pesel":null,"krs":"0000950001","residenceAddress":null,"workingAddress":"UL. ŁĄKOWA 14A/3, 84-200 WEJHEROWO","representatives":[],"accountNumbers":[],"hasVirtualAccounts":false}""",
            Village => """{"name":"JAN PRZYKŁADNY","nip":"9980000024","statusVat":"Czynny","regon":null,"pesel":null,"krs":null,"residenceAddress":"BOLSZEWO 7, 84-239 BOLSZEWO","workingAddress":null}""",
            _ => "null",
        };
        return Results.Text($$$"""{"result":{"subject":{{{subject}}},"requestId":"d2n10-84df1a1","requestDateTime":"{{{date}}} 12:00:00"}}""", "application/json", Encoding.UTF8);
    }
}

/// <summary>Filip types a tax number that the directory does not know.</summary>
public sealed class VatRegisterTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task The_public_register_fills_in_the_firm()
    {
        var firm = await Typed(RegisterApp.Known);

        Assert.Equal(("Portowa Stolarnia Sp. z o.o.", "PORTOWA STOLARNIA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", "220000018", "0000950001"), (firm("Name"), firm("LegalName"), firm("Regon"), firm("Krs")));
        Assert.Equal(("Łąkowa", "14A", "3", "84-200", "Wejherowo"), (firm("Street"), firm("Building"), firm("Unit"), firm("PostalCode"), firm("Town")));
    }

    [Fact]
    public async Task A_firm_in_a_village_has_no_flat_and_no_register_of_the_court()
    {
        var firm = await Typed(RegisterApp.Village);

        Assert.Equal(("Jan Przykładny", "", "Bolszewo", "7", "", "Bolszewo"), (firm("Name"), firm("Krs"), firm("Street"), firm("Building"), firm("Unit"), firm("Town")));
    }

    [Theory]
    [InlineData("9980000030", null)]
    [InlineData("9980000047", "500")]
    [InlineData("9980000053", "<html>nie JSON")]
    [InlineData("9980000076", "[]")]
    [InlineData("9980000082", """{"result":{"subject":{"name":7,"workingAddress":{"a":1}}}}""")]
    [InlineData("9980000099", "huge")]
    public async Task Whatever_it_answers_the_person_can_type(string nip, string? answer)
    {
        app.Instead = answer switch
        {
            null => null,
            "500" => () => Results.StatusCode(500),
            "huge" => () => Results.Text(new string('x', 300_000), "application/json"),
            _ => () => Results.Text(answer, "application/json"),
        };

        var firm = await Typed(nip);
        app.Instead = null;

        Assert.Equal(("", ""), (firm("Name"), firm("Town")));
    }

    private async Task<Func<string, string>> Typed(string nip)
    {
        var (filip, asked) = (app.Client(), app.Asked);
        var answer = await filip.Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = nip });

        Assert.Equal((HttpStatusCode.Redirect, "/dolacz/firma"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(asked + 1, app.Asked);
        var page = await (await filip.GetAsync("/dolacz/firma")).Page();
        return field => page.QuerySelector($"[name='Form.{field}']")!.GetAttribute("value") ?? "";
    }
}

/// <summary>A hundred questions a day and no more: in an application of its own, for nobody else may ask that day.</summary>
public sealed class ExhaustedRegisterTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task A_register_that_has_answered_enough_is_left_alone_until_tomorrow()
    {
        app.Instead = () => Results.StatusCode(429);
        await app.Client().Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = "9980000107" });
        app.Instead = null;
        await app.Client().Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = "9980000113" });
        Assert.Equal(1, app.Asked);

        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Client().Fill("/dolacz", "Zacznij deklarację", new() { ["Nip"] = "9980000136" });
        Assert.Equal(2, app.Asked);
    }
}

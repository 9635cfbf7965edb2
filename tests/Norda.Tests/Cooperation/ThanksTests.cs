using System.Globalization;
using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Cooperation;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests.Cooperation;

/// <summary>Anna's firm had work from Bartek's and says thank you; the office counts.</summary>
public sealed class ThanksTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Thanks_stand_on_the_sheets_of_the_two_firms_and_nowhere_else()
    {
        var (anna, bartek) = (await Owner("Anna"), await Owner("Bartek"));
        var celina = await app.As((await Owner("Celina")).Person);
        var office = await app.As(await app.Person("Ela", staff: Role.Office));

        var sent = await (await app.As(anna.Person)).Fill($"/firma/{bartek.Firm.Slug}/podziekuj", "Podziękuj za interes", new() { ["Form.Amount"] = "12 345,67", ["Form.Note"] = "Za dach." });

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        foreach (var side in new[] { anna, bartek })
        {
            var sheet = await (await (await app.As(side.Person)).GetAsync("/moja-firma/korzysci")).Page();
            Assert.Contains("12 345,67 zł", Plain(sheet.QuerySelector("table tbody")!.TextContent), StringComparison.Ordinal);
        }

        foreach (var stranger in new[] { await celina.GetStringAsync("/moja-firma/korzysci"), await celina.GetStringAsync($"/firma/{bartek.Firm.Slug}"), await office.GetStringAsync("/biuro/korzysci"), await office.GetStringAsync("/biuro/dziennik") })
            Assert.DoesNotContain("345,67", Plain(stranger), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await celina.GetAsync($"/moja-firma/korzysci?firma={bartek.Firm.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync($"/moja-firma/korzysci?firma={bartek.Firm.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await celina.GetAsync("/biuro/korzysci")).StatusCode);
    }

    [Fact]
    public async Task Pressed_many_times_it_is_one_thank_you()
    {
        var (anna, bartek) = (await Owner("Anna"), await Owner("Bartek"));
        var browser = await app.As(anna.Person);
        var place = $"/firma/{bartek.Firm.Slug}/podziekuj";
        var page = await (await browser.GetAsync(place)).Page();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.Send(page, place, "Podziękuj za interes", new() { ["Form.Amount"] = "500" })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(500m, (await app.Db(db => db.Set<BusinessThanks>().SingleAsync(t => t.FromCompanyId == anna.Firm.Id))).Amount);
    }

    [Fact]
    public async Task The_office_reads_a_sum_only_when_three_firms_stand_behind_it()
    {
        await using var fresh = new TestApp();
        await fresh.InitializeAsync();
        var office = await fresh.As(await fresh.Person("Ela", staff: Role.Office));
        var to = await fresh.Firm("Wspólna");
        foreach (var n in Enumerable.Range(1, 3))
        {
            Assert.Contains("co najmniej 3 firmy", await office.GetStringAsync("/biuro/korzysci"), StringComparison.Ordinal);
            var firm = await fresh.Firm($"Dziękująca {n}");
            var person = await fresh.Person("Anna", firm, CompanyRole.Owner);
            await (await fresh.As(person)).Fill($"/firma/{to.Slug}/podziekuj", "Podziękuj za interes", new() { ["Form.Amount"] = "1000,50" });
        }

        Assert.Contains("3 001,50 zł", Plain(await office.GetStringAsync("/biuro/korzysci")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("10,001")]
    [InlineData("99999999")]
    [InlineData("dużo")]
    public async Task What_is_no_sum_comes_back_beside_its_field(string typed)
    {
        var (anna, bartek) = (await Owner("Anna"), await Owner("Bartek"));

        var answer = await (await app.As(anna.Person)).Fill($"/firma/{bartek.Firm.Slug}/podziekuj", "Podziękuj za interes", new() { ["Form.Amount"] = typed });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.Page()).QuerySelector("#Form_Amount-e"));
    }

    [Fact]
    public async Task Nobody_thanks_their_own_firm()
    {
        var anna = await Owner("Anna");

        var answer = await (await app.As(anna.Person)).Fill($"/firma/{anna.Firm.Slug}/podziekuj", "Podziękuj za interes", new() { ["Form.Amount"] = "100" });

        Assert.Contains("Swojej firmie", (await answer.Page()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sum_is_read_as_it_is_written_in_Poland() => Gen.Int[100, 999_999_999].Sample(cents =>
    {
        var amount = cents / 100m;
        return GiveThanks.Money(amount.ToString("N2", CultureInfo.GetCultureInfo("pl-PL")) + " zł") == amount && GiveThanks.Money(amount.ToString(CultureInfo.InvariantCulture)) == amount;
    });

    private async Task<(User Person, Company Firm)> Owner(string name)
    {
        var firm = await app.Firm($"Firma {name} {Guid.NewGuid():N}");
        return (await app.Person(name, firm, CompanyRole.Owner), firm);
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace("&#xA0;", " ", StringComparison.Ordinal).Replace('\u202f', ' ');
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests.Classifieds;

/// <summary>Anna seeks or offers, Bartek of another firm reads it.</summary>
public sealed class ClassifiedTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Words = "Potrzebujemy trzech spawaczy do balustrad aluminiowych, od stycznia.";

    [Fact]
    public async Task Two_fields_are_enough()
    {
        var (anna, firm) = await Member("Anna");
        var browser = await app.As(anna);

        var posted = await browser.Fill("/ogloszenia/nowe", "Dodaj ogłoszenie", new() { ["Form.Title"] = "Używany wózek widłowy", ["Form.Description"] = "Elektryczny, udźwig 2,5 tony, z UDT." });

        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var ad = await app.Db(db => db.Set<Classified>().SingleAsync(c => c.AuthorId == anna.Id));
        Assert.Equal((ListingType.Wanted, ClassifiedCategory.Products, (int?)firm.Id), (ad.ListingType, ad.Category, ad.CompanyId));
        Assert.Equal(app.Clock.GetUtcNow().UtcDateTime.AddDays(30), ad.ExpiresAt);
        Assert.Equal($"/ogloszenia/{ad.Id}-uzywany-wozek-widlowy", posted.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("Szukam księgowej", "Pełne księgi i kadry.", ClassifiedCategory.Services)]
    [InlineData("Cięcie laserem blachy", "Stal 6 mm, 40 sztuk.", ClassifiedCategory.Services)]
    [InlineData("Kupimy blachę ocynkowaną", "Dwie tony miesięcznie.", ClassifiedCategory.Products)]
    [InlineData("Partner do przetargu", "Brakuje nam kogoś od elewacji.", ClassifiedCategory.Cooperation)]
    public async Task The_category_follows_from_the_words(string title, string text, ClassifiedCategory category) =>
        Assert.Equal(category, await app.Run<ClassifiedWords, ClassifiedCategory>(words => Task.FromResult(words.Guess(title, text))));

    [Fact]
    public async Task The_same_form_sent_many_times_is_one_advertisement()
    {
        var (anna, _) = await Member("Anna");
        var browser = await app.As(anna);
        var form = await (await browser.GetAsync("/ogloszenia/nowe")).Page();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.Send(form, "/ogloszenia/nowe", "Dodaj ogłoszenie", new() { ["Form.Title"] = "Szukam tokarza", ["Form.Description"] = Words })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(1, await app.Db(db => db.Set<Classified>().CountAsync(c => c.AuthorId == anna.Id)));
    }

    [Fact]
    public async Task What_is_missing_comes_back_beside_its_field()
    {
        var browser = await app.As((await Member("Anna")).Person);

        var answer = await browser.Fill("/ogloszenia/nowe", "Dodaj ogłoszenie", new() { ["Form.Title"] = "abc", ["Form.Description"] = Words });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Page();
        Assert.Contains("od 5 do 120", page.QuerySelector("#Form_Title-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Words, page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_visitor_reads_titles_and_nothing_else()
    {
        var (anna, firm) = await Member("Anna");
        var ad = await Ad(anna, "Szukam geodety do podziału", budget: "do 4 321 zł");

        var html = await (await app.Client().GetAsync("/ogloszenia?q=geodeta")).Content.ReadAsStringAsync();
        var json = await app.Client().GetStringAsync("/api/v1/classifieds?q=geodeta");

        foreach (var seen in new[] { html, json })
        {
            Assert.Contains("Szukam geodety do podziału", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("balustrad", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("4 321", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(firm.Name, seen, StringComparison.Ordinal);
        }

        Assert.StartsWith("/logowanie", (await app.Client().GetAsync($"/ogloszenia/{ad.Id}")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        var member = await (await app.As((await Member("Bartek")).Person)).GetFromJsonAsync<JsonElement>("/api/v1/classifieds?q=geodeta");
        Assert.Equal(firm.Name, member.GetProperty("items")[0].GetProperty("company").GetString());
    }

    [Fact]
    public async Task Filters_count_what_choosing_them_would_show_and_words_are_found_in_any_form()
    {
        var (anna, _) = await Member("Anna");
        await Ad(anna, "Renowacja organów kościelnych");
        await Ad(anna, "Renowacja organów, oferta", ListingType.Offered);
        await Ad(anna, "Partner do renowacji organów");

        var page = await app.Page("/ogloszenia?q=renowacj%C4%99+organu&typ=szukam");

        Assert.Equal(2, page.QuerySelectorAll(".ads h2").Length);
        Assert.Equal(["Szukam 2", "Oferuję 1", "Usługi 1", "Produkty 0", "Współpraca 1"], page.QuerySelectorAll(".ads-chips .chip").Select(c => c.TextContent.Trim()));
        Assert.Empty((await app.Page("/ogloszenia?q=organista+gitara")).QuerySelectorAll(".ads h2"));
    }

    [Fact]
    public async Task Each_reader_counts_once_a_day_and_the_author_never()
    {
        var (anna, _) = await Member("Anna");
        var ad = await Ad(anna, "Szukam kowala");
        var (bartek, owner) = (await app.As((await Member("Bartek")).Person), await app.As(anna));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bartek.GetAsync($"/ogloszenia/{ad.Id}-szukam-kowala")));
        await owner.GetAsync($"/ogloszenia/{ad.Id}-szukam-kowala");

        Assert.Equal(1, (await Again(ad)).ViewsCount);
    }

    [Fact]
    public async Task Who_does_not_want_to_be_named_is_not_named()
    {
        var (anna, firm) = await Member("Anna");
        var ad = await Ad(anna, "Szukam po cichu dostawcy", anonymous: true);

        var bartek = await app.As((await Member("Bartek")).Person);
        var seen = await (await bartek.GetAsync($"/ogloszenia/{ad.Id}-szukam-po-cichu-dostawcy")).Content.ReadAsStringAsync()
            + await bartek.GetStringAsync("/ogloszenia?q=dostawca") + await bartek.GetStringAsync("/api/v1/classifieds?q=dostawca");

        Assert.Contains("Szukam po cichu dostawcy", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(firm.Name, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(anna.Name, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_in_vain_leads_to_an_advertisement_with_its_words()
    {
        await app.Firm("Kaszub-Alu", services: ["Spawanie"]);
        var link = (await app.Page("/katalog?q=qwertyzx")).QuerySelectorAll(".empty a").Single(a => a.TextContent.Contains("szukam", StringComparison.Ordinal)).GetAttribute("href")!;

        var form = await (await (await app.As((await Member("Anna")).Person)).GetAsync(link)).Page();

        Assert.Equal("Szukam: qwertyzx", form.QuerySelector("#Form_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_list_costs_the_same_whatever_it_holds()
    {
        var (anna, _) = await Member("Anna");
        var browser = await app.As((await Member("Bartek")).Person);
        await Ad(anna, "Liczone zapytanie pierwsze");
        var few = await CommandCounter.Count(() => browser.GetAsync("/ogloszenia?q=liczone"));
        foreach (var n in Enumerable.Range(0, 12))
            await Ad(anna, $"Liczone zapytanie {n}");

        Assert.Equal(few, await CommandCounter.Count(() => browser.GetAsync("/ogloszenia?q=liczone")));
        Assert.InRange(few, 1, 8);
    }

    private async Task<(User Person, Company Firm)> Member(string name)
    {
        var firm = await app.Firm($"Firma {name} {Guid.NewGuid():N}");
        return (await app.Person(name, firm, CompanyRole.Owner), firm);
    }

    private Task<Classified> Again(Classified ad) => app.Db(db => db.Set<Classified>().AsNoTracking().SingleAsync(c => c.Id == ad.Id));

    private Task<Classified> Ad(User author, string title, ListingType type = ListingType.Wanted, int days = 30, string? budget = null, bool anonymous = false) => app.Ad(author, title, Words, type, days, budget, anonymous);
}

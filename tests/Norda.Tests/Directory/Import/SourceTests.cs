using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests.Directory.Import;

/// <summary>What came from a file says so, until the firm writes its own (RODO, article 14).</summary>
public sealed class SourceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Imported_fields_name_their_source_in_the_editor_and_on_the_page_until_the_firm_writes_its_own()
    {
        await app.Import("Nazwa;Telefon;Miejscowość\nŹródlana Firma;586720011;Reda\n");
        var day = app.Clock.GetUtcNow().ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("pl-PL"));
        var firm = await app.Stored("Źródlana Firma");
        var sources = await Sources(firm);
        Assert.Equal(["name", "phone", "town"], sources.Select(s => s.Field).Order(StringComparer.Ordinal));
        Assert.All(sources, s => Assert.StartsWith("import: ", s.Source, StringComparison.Ordinal));

        var anna = await app.As(await app.Person("Anna Źródlana", firm, CompanyRole.Owner));
        var page = await (await anna.GetAsync("/moja-firma/dane")).Page();
        Assert.Contains("Źródło: import: ", page.QuerySelector("#Form_phone_")!.Closest(".field")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(day, page.QuerySelector("#Form_phone_")!.Closest(".field")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Źródło: lista firm przekazana izbie, " + day, (await app.Page($"/firma/{firm.Slug}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await anna.Fill("/moja-firma/dane", "Zapisz", new() { ["Form[phone]"] = "586720022" });
        Assert.DoesNotContain("phone", (await Sources(firm)).Select(s => s.Field));
    }

    [Fact]
    public async Task A_later_file_renews_the_date_of_what_it_changed_and_undo_takes_sources_away()
    {
        await app.Import("Nazwa;NIP;Telefon\nOdświeżana;5882413562;586720033\n");
        var firm = await app.Stored("Odświeżana");
        app.Clock.Advance(TimeSpan.FromDays(1));
        var second = await app.Import("Nazwa;NIP;Telefon\nOdświeżana;5882413562;586720044\n");

        var sources = (await Sources(firm)).ToDictionary(s => s.Field, s => s.TakenAt.Date);
        Assert.Equal(TimeSpan.FromDays(1), sources["phone"] - sources["name"]);

        Assert.Null((await app.Undo(second.Totals.Batch)).Refusal);
        Assert.DoesNotContain("phone", (await Sources(firm)).Select(s => s.Field));
    }

    private Task<List<FieldSource>> Sources(Company firm) => app.Db(db => db.Set<FieldSource>().AsNoTracking().Where(s => s.CompanyId == firm.Id).ToListAsync());
}

using Norda.Data.Search;
using Norda.Features.Directory;

namespace Norda.Tests.Search;

/// <summary>The same questions find the same firms on both databases.</summary>
public class SearchTests(SearchTests.Chamber app) : IClassFixture<SearchTests.Chamber>
{
    public sealed class Chamber : TestApp
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await this.Firm("PIXLAB Sp. z o.o.", "Wejherowo", "IT", ["Strony internetowe", "Aplikacje mobilne"], nip: "9991264962", more: c => c.LegalName = "PIXLAB Spółka z ograniczoną odpowiedzialnością");
            await this.Firm("Metal-Port Żółkiewski", "Wejherowo", "Metal", ["Spawanie aluminium", "Balustrady"], certificates: ["PN-EN ISO 3834-2:2021"], description: "Spawamy konstrukcje ze stali.");
            await this.Firm("Kaszub-Alu", "Luzino", "Metal", ["Spawanie aluminium"], description: "Profile i ogrodzenia.");
            await this.Firm("Biuro Saldo", "Reda", "Finanse", ["Usługi księgowe"], description: "Kadry i płace małych firm.");
            await this.Firm("Bilans", "Łeba", "Finanse", ["Księgowość"], description: "Prowadzimy księgę przychodów.");
            await this.Firm("Dombud", "Puck", "Budownictwo", ["Roboty budowlane"], description: "Domy pod klucz w powiecie puckim.");
            await this.Firm("Stara Huta", "Puck", "Metal", ["Spawanie aluminium"], status: CompanyStatus.Archived);
        }
    }

    [Theory]
    [InlineData("budowlanych", "Dombud")]
    [InlineData("księgowość", "Bilans|Biuro Saldo")]
    [InlineData("KSIEGOWA", "Bilans|Biuro Saldo")]
    [InlineData("księgowością", "Bilans|Biuro Saldo")]
    [InlineData("stron internetowych", "PIXLAB Sp. z o.o.")]
    [InlineData("strona internetowa wejherowo", "PIXLAB Sp. z o.o.")]
    [InlineData("zolkiewski", "Metal-Port Żółkiewski")]
    [InlineData("Żółkiewskiego", "Metal-Port Żółkiewski")]
    [InlineData("metalport", "Metal-Port Żółkiewski")]
    [InlineData("spawaczy", "Kaszub-Alu|Metal-Port Żółkiewski")]
    [InlineData("leba", "Bilans")]
    [InlineData("iso 3834", "Metal-Port Żółkiewski")]
    [InlineData("szukam firmy budowlanej", "Dombud")]
    public async Task Polish_is_understood(string question, string firms) =>
        Assert.Equal(firms, string.Join('|', (await app.Found(question)).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("PIXLB", "PIXLAB Sp. z o.o.")]
    [InlineData("pixlab spółka z ograniczoną odpowiedzialnością", "PIXLAB Sp. z o.o.")]
    [InlineData("ksiegwość", "Bilans|Biuro Saldo")]
    [InlineData("blaustrady", "Metal-Port Żółkiewski")]
    [InlineData("zolkieski", "Metal-Port Żółkiewski")]
    public async Task Slips_of_the_fingers_are_forgiven(string question, string firms) =>
        Assert.Equal(firms, string.Join('|', (await app.Found(question)).Order(StringComparer.Ordinal)));

    [Fact]
    public async Task A_corrected_word_is_offered_and_may_be_declined()
    {
        var corrected = await Ask("spawanie aluminum");
        Assert.Equal("spawanie aluminium", corrected.CorrectedText);
        Assert.Equal(["Kaszub-Alu", "Metal-Port Żółkiewski"], corrected.Hits.Select(h => h.Name).Order(StringComparer.Ordinal));

        var declined = await Ask("PIXLB", exact: true);
        Assert.Null(declined.CorrectedText);
        Assert.Empty(declined.Hits);
    }

    [Theory]
    [InlineData("spaw")]
    [InlineData("balustr")]
    [InlineData("żółk")]
    [InlineData("metal-p")]
    public async Task The_last_word_may_be_unfinished(string typed) => Assert.Contains("Metal-Port Żółkiewski", await app.Found(typed));

    [Theory]
    [InlineData("999-126-49-62")]
    [InlineData("NIP: 9991264962")]
    [InlineData("PL 999 126 49 62")]
    public async Task A_number_goes_straight_to_its_firm(string number)
    {
        var page = await Ask(number);
        Assert.True(page.IsIdentifier);
        Assert.Equal("PIXLAB Sp. z o.o.", Assert.Single(page.Hits).Name);
    }

    [Fact]
    public async Task A_minus_word_takes_firms_away() => Assert.Equal(["Kaszub-Alu"], await app.Found("spawanie -balustrady"));

    [Fact]
    public async Task A_phrase_in_quotes_is_meant_to_the_letter()
    {
        Assert.Equal(["Dombud"], await app.Found("\"pod klucz\""));
        Assert.Equal(["Dombud"], await app.Found("„domy pod klucz”"));
        Assert.Empty(await app.Found("\"klucz pod\""));
    }

    [Fact]
    public async Task What_is_archived_is_not_found() => Assert.DoesNotContain("Stara Huta", await app.Found("spawanie"));

    [Fact]
    public async Task Every_result_says_why_it_was_found()
    {
        var first = (await Ask("spawanie iso 3834")).Hits[0];
        Assert.Equal("Metal-Port Żółkiewski", first.Name);
        Assert.Equal([ReasonKind.Service, ReasonKind.Certificate], first.Reasons.Select(r => r.Kind));
        Assert.Equal("Spawanie aluminium", first.Services[0].Name);
    }

    [Fact]
    public async Task Filters_narrow_and_are_counted_without_themselves()
    {
        var page = await Ask("spawanie", filters: new() { [FilterGroup.Town] = ["luzino"] });
        Assert.Equal(["Kaszub-Alu"], page.Hits.Select(h => h.Name));
        Assert.Equal([("luzino", 1), ("wejherowo", 1)], page.Facets[FilterGroup.Town].Select(f => (f.Slug, f.Count)).Order());
        Assert.Equal([("metal", 1)], page.Facets[FilterGroup.Category].Select(f => (f.Slug, f.Count)));
    }

    [Fact]
    public async Task A_certificate_counts_only_while_it_is_valid()
    {
        await app.Firm("Dawna Jakość", "Hel", "Metal", ["Toczenie"], more: c => c.Certifications.Add(new Certification { Name = "ISO 9001", ExpiryDate = new DateOnly(2026, 11, 21) }));
        await app.Firm("Dzisiejsza Jakość", "Hel", "Metal", ["Toczenie"], more: c => c.Certifications.Add(new Certification { Name = "ISO 9001", ExpiryDate = new DateOnly(2026, 11, 22) }));
        var page = await Ask("", filters: new() { [FilterGroup.Certificate] = ["iso-9001"] });
        Assert.Equal(["Dzisiejsza Jakość"], page.Hits.Select(h => h.Name));
    }

    [Fact]
    public async Task An_empty_result_names_the_filter_to_drop()
    {
        var page = await Ask("księgowość", filters: new() { [FilterGroup.Town] = ["puck"] });
        Assert.Empty(page.Hits);
        Assert.Equal(new Relief(FilterGroup.Town, 2), Assert.Single(page.Reliefs));
    }

    [Fact]
    public async Task When_no_firm_has_all_the_words_some_have_a_part()
    {
        var page = await Ask("spawanie dachy");
        Assert.True(page.AnyWord);
        Assert.Contains("Kaszub-Alu", page.Hits.Select(h => h.Name));
    }

    [Fact]
    public async Task Names_sort_as_Poles_sort_them()
    {
        string[] names = ["Zenit QX", "Ćma QX", "Łódź QX", "Lublin QX", "Abc QX", "Źrebak QX", "Ąbc QX"];
        foreach (var name in names)
            await app.Firm(name, description: "sortowanka");
        var page = await Ask("sortowanka", order: SearchOrder.Name);
        Assert.Equal(["Abc QX", "Ąbc QX", "Ćma QX", "Lublin QX", "Łódź QX", "Zenit QX", "Źrebak QX"], page.Hits.Select(h => h.Name));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_double()
    {
        for (var i = 0; i < 7; i++)
            await app.Firm($"Stronicowana {i}", description: "paginatorium");
        var slugs = new List<string>();
        for (var number = 1; number <= 3; number++)
            slugs.AddRange((await Ask("paginatorium", page: number, size: 3)).Hits.Select(h => h.Slug));
        Assert.Equal(7, slugs.Distinct().Count());
        Assert.Equal(7, slugs.Count);
    }

    [Theory]
    [InlineData("'); drop table companies; --")]
    [InlineData("\"")]
    [InlineData("* OR 1=1")]
    [InlineData("a:* & !b | (c <-> d)")]
    [InlineData("name : spawanie NOT (")]
    [InlineData("NEAR(a b, 3)")]
    [InlineData("-")]
    [InlineData("- - -\"\"\"")]
    [InlineData("\0\u0001\u202e")]
    [InlineData("🦭 ﷽ ⅷ ß İ")]
    [InlineData("%_%")]
    [InlineData("\\")]
    [InlineData("0a")]
    [InlineData("i w z na do")]
    public async Task Hostile_text_finds_nothing_or_something(string text)
    {
        await Ask(text);
        await app.Run<ISearchIndex, IReadOnlyList<Suggestion>>(index => index.Suggest(text, CancellationToken.None));
        Assert.Contains("Kaszub-Alu", await app.Found("Kaszub-Alu"));
    }

    [Fact]
    public async Task Ten_thousand_letters_are_answered() => await Ask(string.Concat(Enumerable.Repeat("spawanie \"aluminium ", 500)));

    [Fact]
    public async Task Suggestions_complete_what_is_typed()
    {
        var suggestions = await app.Run<ISearchIndex, IReadOnlyList<Suggestion>>(index => index.Suggest("pix", CancellationToken.None));
        Assert.Equal((SuggestionKind.Company, "PIXLAB Sp. z o.o."), (suggestions[0].Kind, suggestions[0].Text));
        suggestions = await app.Run<ISearchIndex, IReadOnlyList<Suggestion>>(index => index.Suggest("balus", CancellationToken.None));
        Assert.Contains(suggestions, s => s is { Kind: SuggestionKind.Service, Slug: "balustrady" });
    }

    [Fact]
    public async Task A_suggested_firm_may_have_the_word_anywhere_in_its_name_and_stands_there_once()
    {
        foreach (var typed in (string[])["alu", "ka", "kaszub a"])
        {
            var firms = (await app.Run<ISearchIndex, IReadOnlyList<Suggestion>>(index => index.Suggest(typed, CancellationToken.None))).Where(s => s.Kind == SuggestionKind.Company).ToList();
            Assert.Single(firms, f => f.Text == "Kaszub-Alu");
            Assert.Equal(firms.Count, firms.Select(f => f.Slug).Distinct().Count());
        }
    }

    private Task<SearchPage> Ask(string text, bool exact = false, Dictionary<FilterGroup, IReadOnlyList<string>>? filters = null, SearchOrder order = SearchOrder.Best, int page = 1, int size = 20) =>
        app.Run<ISearchIndex, SearchPage>(index => index.Find(new SearchQuestion { Text = text, Exact = exact, Filters = filters ?? [], Order = order, Page = page, PageSize = size }, CancellationToken.None));
}

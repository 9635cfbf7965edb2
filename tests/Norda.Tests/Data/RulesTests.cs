using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Norda.Features.Directory;

namespace Norda.Tests.Data;

/// <summary>What the database refuses, whoever asks: the same on both.</summary>
public sealed class RulesTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("5882413564")]
    [InlineData(null)]
    public async Task A_NIP_of_ten_digits_or_none_is_stored(string? nip) => Assert.Null(await Fault(new Company { Name = "A", Slug = NewSlug(), Nip = nip }));

    [Theory]
    [InlineData("588241356")]
    [InlineData("588241356a")]
    [InlineData("588-24-135")]
    [InlineData("٥٨٨٢٤١٣٥٦٤")]
    [InlineData(" 588241356")]
    [InlineData("")]
    public async Task Any_other_NIP_is_refused(string nip) => Assert.NotNull(await Fault(new Company { Name = "A", Slug = NewSlug(), Nip = nip }));

    [Theory]
    [InlineData("biuro@pixlab.pl")]
    [InlineData("Jan.Kowalski+norda@Firma-Budowlana.com.PL")]
    [InlineData("a_b%c@x.museum")]
    [InlineData(null)]
    public async Task An_e_mail_address_or_none_is_stored(string? email) => Assert.Null(await Fault(new Company { Name = "A", Slug = NewSlug(), Email = email }));

    [Theory]
    [InlineData("")]
    [InlineData("pixlab.pl")]
    [InlineData("biuro@pixlab")]
    [InlineData("@pixlab.pl")]
    [InlineData("biuro@.pl")]
    [InlineData("biuro@pixlab.p")]
    [InlineData("biuro@pixlab.p1")]
    [InlineData("biuro@pixlab.pl.")]
    [InlineData("biuro@pix_lab.pl")]
    [InlineData("a@b@pixlab.pl")]
    [InlineData("biuro @pixlab.pl")]
    [InlineData("biuro@pixlab.pl, drugie@pixlab.pl")]
    [InlineData("żółw@pixlab.pl")]
    public async Task Any_other_e_mail_address_is_refused(string email) => Assert.NotNull(await Fault(new Company { Name = "A", Slug = NewSlug(), Email = email }));

    /// <summary>Both databases say the source's rule in their own words; here they are asked about a thousand texts.</summary>
    [Theory]
    [InlineData("valid_nip", "nip", "^[0-9]{10}$", "01234567890123456789a ")]
    [InlineData("valid_email", "email", @"^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$", "aaabbbZ9..-_%@@ ż")]
    public async Task A_check_says_what_the_source_says(string check, string column, string source, string letters)
    {
        var dice = new Random(2026);
        var texts = Enumerable.Range(0, 1000).Select(_ => new string(dice.GetItems<char>(letters, dice.Next(3, 13)))).ToList();
        var verdicts = await app.Db(async db =>
        {
            var rule = db.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(Company))!.FindCheckConstraint(check)!.Sql;
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"WITH t(i, {column}) AS (VALUES {string.Join(", ", texts.Select((text, i) => $"({i}, '{text}')"))}) SELECT {rule} FROM t ORDER BY i";
            await using var reader = await command.ExecuteReaderAsync();
            var ok = new List<bool>();
            while (await reader.ReadAsync())
                ok.Add(reader.GetBoolean(0));
            return ok;
        });

        Assert.Equal(texts.Select(text => (text, Regex.IsMatch(text, source))), texts.Zip(verdicts));
        Assert.Contains(true, verdicts);
    }

    [Fact]
    public async Task A_slug_names_one_firm()
    {
        var slug = NewSlug();
        await Fault(new Company { Name = "A", Slug = slug });

        Assert.NotNull(await Fault(new Company { Name = "B", Slug = slug }));
    }

    [Fact]
    public async Task A_NIP_names_one_firm()
    {
        await Fault(new Company { Name = "A", Slug = NewSlug(), Nip = "1111111111" });

        Assert.NotNull(await Fault(new Company { Name = "B", Slug = NewSlug(), Nip = "1111111111" }));
    }

    [Fact]
    public async Task Names_in_the_dictionaries_are_unique()
    {
        Assert.Null(await Fault(new Category { Name = "Budownictwo", Slug = "budownictwo" }));
        Assert.NotNull(await Fault(new Category { Name = "Budownictwo", Slug = "budownictwo-2" }));
        Assert.NotNull(await Fault(new Category { Name = "Budowa", Slug = "budownictwo" }));
        Assert.Null(await Fault(new Service { Name = "Dachy", Slug = "dachy" }));
        Assert.NotNull(await Fault(new Service { Name = "Dachy", Slug = "dachy-2" }));
        Assert.Null(await Fault(new Competency { Name = "Angielski", Slug = "angielski" }));
        Assert.NotNull(await Fault(new Competency { Name = "Język angielski", Slug = "angielski" }));
    }

    [Fact]
    public async Task A_contact_stands_once_at_a_firm()
    {
        var firm = await app.Firm("Kontaktowa", more: c => c.Contacts.Add(new CompanyContact { ContactType = "phone", Value = "586721234" }));

        Assert.NotNull(await Fault(new CompanyContact { CompanyId = firm.Id, ContactType = "phone", Value = "586721234" }));
        Assert.Null(await Fault(new CompanyContact { CompanyId = firm.Id, ContactType = "fax", Value = "586721234" }));
    }

    [Fact]
    public async Task A_label_that_is_no_status_is_refused()
    {
        var firm = await app.Firm("Ze statusem");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => db.Database.ExecuteSqlAsync($"UPDATE companies SET status = 'enhanced' WHERE id = {firm.Id}")));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => db.Database.ExecuteSqlAsync($"UPDATE companies SET data_quality = 'enhanced' WHERE id = {firm.Id}")));
    }

    [Fact]
    public async Task A_firm_takes_its_parts_with_it()
    {
        var firm = await app.Firm("Odchodząca", services: ["Szkolenia"], competencies: ["Niemiecki"], certificates: ["ISO 14001"], more: c =>
        {
            c.Awards.Add(new Award { Name = "Gryf" });
            c.News.Add(new CompanyNews { EventType = "milestone", Title = "10 lat" });
            c.Contacts.Add(new CompanyContact { ContactType = "email", Value = "a@b.pl" });
            c.SocialProfiles.Add(new SocialProfile { Platform = "facebook", Url = "https://example.pl" });
            c.PkdCodes.Add(new CompanyPkd { Code = "6201Z", Edition = 2025 });
            c.FormerSlugs.Add(new FormerSlug { Slug = "dawna", RetiredAt = app.Clock.GetUtcNow().UtcDateTime });
        });
        await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).ExecuteDeleteAsync());

        Assert.Equal(0, await app.Db(async db =>
            await db.Set<CompanyService>().CountAsync(x => x.CompanyId == firm.Id) + await db.Set<CompanyCompetency>().CountAsync(x => x.CompanyId == firm.Id)
            + await db.Set<Certification>().CountAsync(x => x.CompanyId == firm.Id) + await db.Set<Award>().CountAsync(x => x.CompanyId == firm.Id)
            + await db.Set<CompanyNews>().CountAsync(x => x.CompanyId == firm.Id) + await db.Set<CompanyContact>().CountAsync(x => x.CompanyId == firm.Id)
            + await db.Set<SocialProfile>().CountAsync(x => x.CompanyId == firm.Id) + await db.Set<CompanyPkd>().CountAsync(x => x.CompanyId == firm.Id)
            + await db.FormerSlugs.CountAsync(x => x.CompanyId == firm.Id)));
        Assert.Equal(1, await app.Db(db => db.Services.CountAsync(s => s.Name == "Szkolenia")));
    }

    [Fact]
    public async Task What_firms_use_stays_in_the_dictionaries()
    {
        await app.Firm("Używająca", category: "Transport", services: ["Przewozy"], competencies: ["ADR"]);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => db.Categories.Where(c => c.Name == "Transport").ExecuteDeleteAsync()));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => db.Services.Where(c => c.Name == "Przewozy").ExecuteDeleteAsync()));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => db.Competencies.Where(c => c.Name == "ADR").ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task A_list_of_texts_comes_back_as_it_was_and_is_searched()
    {
        string[] tools = ["ChatGPT", "Zażółć, \"gęślą\" {jaźń}", ""];
        var firm = await app.Firm("Z narzędziami", more: c => c.AiToolsUsed.AddRange(tools));

        Assert.Equal(tools, await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).Select(c => c.AiToolsUsed).SingleAsync()));
        Assert.Equal("Z narzędziami", await app.Db(db => db.Companies.Where(c => c.AiToolsUsed.Contains(tools[1])).Select(c => c.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_time_comes_back_as_the_same_moment_in_UTC()
    {
        var moment = new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc);
        var firm = await app.Firm("Z datą", more: c => c.CreatedAt = moment);

        var stored = await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).Select(c => c.CreatedAt).SingleAsync());

        Assert.Equal((moment, DateTimeKind.Utc), (stored!.Value, stored.Value.Kind));
    }

    [Fact]
    public async Task Of_two_people_who_edit_at_once_the_second_is_told()
    {
        var firm = await app.Firm("Edytowana");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => app.Db(async mine =>
        {
            var read = await mine.Companies.SingleAsync(c => c.Id == firm.Id);
            await app.Db(theirs => theirs.Companies.Where(c => c.Id == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1)));
            read.Phone = "586721234";
            await mine.SaveChangesAsync();
        }));
    }

    private static string NewSlug() => $"a-{Guid.NewGuid():N}";

    private Task<Exception?> Fault(object row) => Record.ExceptionAsync(() => app.Db(async db =>
    {
        db.Add(row);
        await db.SaveChangesAsync();
    })).AsTask();
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Directory.Duplicates;
using Norda.Features.Recommendations;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Tests.Access;
using Norda.Tests.Fees;

namespace Norda.Tests.Directory.Duplicates;

/// <summary>Two entries of one firm become one, and can become two again.</summary>
public sealed class MergeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_night_finds_suspects_and_forgets_what_is_alike_no_more()
    {
        var (one, other) = await Twins("Nocne Sito");
        await Find();
        var pair = await Pair(one, other);
        Assert.Equal("Name,Town,Phone", pair!.Reasons);

        await app.Db(db => db.Companies.Where(c => c.Id == other.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Name, "Zupełnie Inna Nazwa").SetProperty(x => x.Phone, (string?)null)));
        await Find();
        Assert.Null(await Pair(one, other));
    }

    [Fact]
    public async Task Two_entries_are_compared_in_words()
    {
        var (one, other) = await Twins("Porównywana Jawna");
        await app.Db(db => db.Companies.Where(c => c.Id == other.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.LegalForm, "spj").SetProperty(x => x.CreatedAt, new DateTime(2026, 8, 8, 17, 45, 41, DateTimeKind.Utc))));

        var said = (await (await (await Office()).GetAsync($"/biuro/duplikaty/{one.Id}/{other.Id}")).Page()).QuerySelector("main table")!.TextContent;

        Assert.Contains("spółka jawna", said, StringComparison.Ordinal);
        Assert.Contains("08.08.2026 19:45", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_the_office_parted_is_not_asked_about_again()
    {
        var (one, other) = await Twins("Bliźniacze Dachy");
        await Find();
        var office = await Office();
        var page = await (await office.GetAsync("/biuro/duplikaty")).Page();
        var form = page.QuerySelectorAll("form").First(f => f.QuerySelector($"input[name=first][value='{one.Id}']") is not null);
        await office.PostAsync("/biuro/duplikaty", new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))));

        await Find();
        Assert.False((await Pair(one, other))!.IsDuplicate);
        Assert.DoesNotContain("Bliźniacze Dachy", (await (await office.GetAsync("/biuro/duplikaty")).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kept_entry_gets_people_recommendations_services_contacts_history_and_the_old_address()
    {
        var (kept, merged) = await Twins("Scalana Stocznia");
        var (person, author) = (await app.Person("Anna Stoczniowa", merged, CompanyRole.Owner), await app.Person("Bartek Chwalący", await app.Firm("Firma Bartka")));
        await Fill(kept, merged, author);
        var office = await Office();

        var done = await Merge(office, kept, merged, new() { ["Field[description_short]"] = $"{merged.Id}", ["Field[nip]"] = $"{merged.Id}" });

        Assert.Equal("/biuro/duplikaty", done.Headers.Location!.ToString());
        var firm = await app.Db(db => db.Companies.AsNoTracking().Include(c => c.Contacts).Include(c => c.Services).SingleAsync(c => c.Id == kept.Id));
        Assert.Equal(("Opis z drugiego wpisu.", merged.Nip), (firm.DescriptionShort, firm.Nip));
        Assert.Equal((2, 1), (firm.Contacts.Count, firm.Contacts.Count(c => c.IsPrimary)));
        Assert.Equal((2, 1), (firm.Services.Count, firm.Services.Count(s => s.IsPrimary)));
        Assert.True(await app.Db(db => db.Set<CompanyUser>().AnyAsync(c => c.UserId == person.Id && c.CompanyId == kept.Id)));
        Assert.True(await app.Db(db => db.Set<Recommendation>().AnyAsync(r => r.UserId == author.Id && r.CompanyId == kept.Id)));
        var moved = await app.Client().GetAsync($"/firma/{merged.Slug}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/firma/{kept.Slug}"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        Assert.Single(await app.Found("Scalana Stocznia"));
        Assert.Contains("ISO 9001", (await (await office.GetAsync($"/moja-firma/historia?firma={kept.Id}")).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_merge_and_undo_every_row_is_as_it_was()
    {
        var (kept, merged) = await Twins("Cofana Cegielnia");
        await app.Person("Celina Cegielniana", merged, CompanyRole.Owner);
        await Fill(kept, merged, await app.Person("Darek Chwalący", await app.Firm("Firma Darka")));
        await Find();
        var office = await Office();
        await office.GetAsync("/biuro/duplikaty");
        var before = await Everything();

        await Merge(office, kept, merged, new() { ["Field[description_short]"] = $"{merged.Id}", ["Field[nip]"] = $"{merged.Id}", ["Field[phone]"] = $"{merged.Id}" });
        Assert.NotEqual(before, await Everything());
        var undone = await office.Press("/biuro/duplikaty", "Rozdziel: Cofana Cegielnia, Cofana Cegielnia s.c.");

        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal(before, await Everything());
        Assert.Equal(2, (await app.Found("Cofana Cegielnia")).Count);
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync($"/firma/{merged.Slug}")).StatusCode);
    }

    [Fact]
    public async Task What_somebody_worked_on_since_is_not_torn_apart()
    {
        var (kept, merged) = await Twins("Zmieniana Zmywarka");
        var office = await Office();
        await Merge(office, kept, merged, []);
        await app.Db(async db =>
        {
            (await db.Companies.SingleAsync(c => c.Id == kept.Id)).DescriptionShort = "Nowy opis po połączeniu.";
            await db.SaveChangesAsync();
        });
        var id = await app.Db(db => db.Set<CompanyMerge>().Where(m => m.KeptId == kept.Id).Select(m => m.Id).SingleAsync());

        Assert.Contains("nie da się jej rozdzielić", (await app.Run<UndoMerge, Outcome>(u => u.Run(id, CancellationToken.None))).Refusal, StringComparison.Ordinal);
        Assert.Equal(CompanyStatus.Archived, await app.Db(db => db.Companies.Where(c => c.Id == merged.Id).Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task Of_offices_that_merge_at_once_one_wins()
    {
        var (one, other) = await Twins("Oblegana Odlewnia");
        var orders = Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? new MergeOrder(one.Id, other.Id, 0, 0, []) : new MergeOrder(other.Id, one.Id, 0, 0, [])).ToList();

        var outcomes = await Task.WhenAll(orders.Select(order => Task.Run(() => app.Run<MergeFirms, Outcome>(m => m.Run(order, CancellationToken.None)))));

        Assert.Single(outcomes, o => !o.Refused);
        Assert.Equal(1, await app.Db(db => db.Set<CompanyMerge>().CountAsync(m => m.KeptId == one.Id || m.KeptId == other.Id)));
        Assert.Equal(1, await app.Db(db => db.Companies.CountAsync(c => (c.Id == one.Id || c.Id == other.Id) && c.Status == CompanyStatus.Active)));
    }

    [Fact]
    public async Task An_entry_with_payments_is_the_one_that_stays_for_the_ledger_is_never_rewritten()
    {
        var (payer, other) = await Twins("Opłacona Kuźnia");
        await app.Owes(payer, 150, 10);
        await app.Services.Pay(payer, 150);
        var office = await Office();

        var refused = await Merge(office, other, payer, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("ma zapisane wpłaty", (await refused.Page()).QuerySelector(".error-summary")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(CompanyStatus.Active, await app.Db(db => db.Companies.Where(c => c.Id == payer.Id).Select(c => c.Status).SingleAsync()));

        Assert.Equal("/biuro/duplikaty", (await Merge(office, payer, other, [])).Headers.Location!.ToString());
    }

    private async Task<(Company, Company)> Twins(string name) => (
        await app.Firm(name, town: "Rumia", services: ["Wspólna usługa"], more: c => c.Phone = "+48586720099"),
        await app.Firm(name + " s.c.", town: "Rumia", services: ["Wspólna usługa"], description: "Opis z drugiego wpisu.", more: c => c.Phone = "+48586720099"));

    /// <summary>Rows of many tables at both, some of them alike.</summary>
    private async Task Fill(Company kept, Company merged, User author)
    {
        await app.Db(db => Fill(db, kept, merged, author));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISearchIndex>().Refresh([kept.Id, merged.Id], CancellationToken.None);
    }

    private async Task Fill(AppDb db, Company kept, Company merged, User author)
    {
        var (mine, theirs) = (await db.Companies.Include(c => c.Services).SingleAsync(c => c.Id == kept.Id), await db.Companies.Include(c => c.Services).SingleAsync(c => c.Id == merged.Id));
        theirs.Nip = $"{5_000_000_000 + merged.Id}";
        merged.Nip = theirs.Nip;
        mine.Services[0].IsPrimary = true;
        var slug = $"usluga-{merged.Id}";
        theirs.Services.Add(new CompanyService { CompanyId = merged.Id, IsPrimary = true, Service = new Service { Name = $"Usługa drugiego {merged.Id}", Slug = slug } });
        mine.Contacts.Add(new CompanyContact { ContactType = "phone", Value = "+48586720099", IsPrimary = true });
        theirs.Contacts.Add(new CompanyContact { ContactType = "phone", Value = "+48586720099", IsPrimary = true });
        theirs.Contacts.Add(new CompanyContact { ContactType = "email", Value = "drugi@firma.example", IsPrimary = true });
        theirs.Certifications.Add(new Certification { Name = "ISO 9001" });
        theirs.FormerSlugs.Add(new FormerSlug { Slug = $"dawny-{merged.Id}", RetiredAt = app.Clock.GetUtcNow().UtcDateTime });
        theirs.FieldSources.Add(new FieldSource { Field = "description_short", Source = "import: lista.csv", TakenAt = app.Clock.GetUtcNow().UtcDateTime });
        mine.FieldSources.Add(new FieldSource { Field = "phone", Source = "GUS", TakenAt = app.Clock.GetUtcNow().UtcDateTime });
        db.Add(new Recommendation { CompanyId = merged.Id, UserId = author.Id, RecommendationText = "Polecam tę firmę każdemu, kto ceni czas.", Status = RecommendationStatus.Approved, CreatedAt = app.Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
    }

    private Task<int> Find() => app.Run<FindDuplicates, int>(find => find.Run(CancellationToken.None));

    private Task<DuplicatePair?> Pair(Company one, Company other) => app.Db(db => db.Set<DuplicatePair>().AsNoTracking().SingleOrDefaultAsync(p => p.FirstId == one.Id && p.SecondId == other.Id));

    private async Task<HttpClient> Office() => await app.As(await app.Person("Olga Biurowa", staff: Role.Office));

    private static Task<HttpResponseMessage> Merge(HttpClient office, Company kept, Company merged, Dictionary<string, string> fields)
    {
        (fields["Kept"], fields["Field[name]"]) = ($"{kept.Id}", $"{kept.Id}");
        return office.Fill($"/biuro/duplikaty/{kept.Id}/{merged.Id}", "Połącz wpisy", fields);
    }

    /// <summary>All rows but the log, the merges themselves, sessions and the vocabulary of the search, which is built anew.</summary>
    private async Task<string> Everything() => string.Join('\n', (await app.Db(Rows.Read)).Split('\n')
        .Where(r => !r.StartsWith("audit_", StringComparison.Ordinal) && !r.StartsWith("company_merges", StringComparison.Ordinal) && !r.StartsWith("search_", StringComparison.Ordinal) && !r.StartsWith("user_sessions", StringComparison.Ordinal)));
}

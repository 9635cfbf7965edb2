using Microsoft.Extensions.DependencyInjection;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Membership;
using Norda.Features.Membership.Register;
using Norda.Platform.Access;
using Norda.Tests.Fees;

namespace Norda.Tests.Membership;

/// <summary>Who is a member since when: the register that the office kept in a spreadsheet.</summary>
public sealed class RegisterTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_list_of_any_day_says_who_was_in_and_how_they_stood()
    {
        var word = Word();
        await app.Member($"{word} Stara", new DateOnly(2015, 3, 1));
        await app.Member($"{word} Odeszła", new DateOnly(2016, 3, 1), new DateOnly(2025, 12, 31));
        await app.Member($"{word} Nowa", new DateOnly(2026, 11, 1));
        await app.Member($"{word} Przyszła", new DateOnly(2027, 1, 1));
        await app.Owes(await app.Member($"{word} Zalega", new DateOnly(2019, 3, 1)), 100, 10);
        await app.Owes(await app.Member($"{word} Zawieszona", new DateOnly(2019, 3, 1)), 100, 3);

        var today = await List($"q={word}&stan=wszystkie");
        Assert.Equal(["Nowa: nowy", "Odeszła: były członek", "Przyszła: oczekuje", "Stara: na bieżąco", "Zalega: po terminie", "Zawieszona: zawieszony"], Shown(today, word));
        Assert.Equal(["W izbie 4", "oczekuje 1", "nowy 1", "na bieżąco 1", "po terminie 1", "zawieszony 1", "były członek 1", "Wszystkie 6"], today.QuerySelectorAll(".tabs a").Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(["Zawieszona: zawieszony"], Shown(await List($"q={word}&stan=suspended"), word));
        Assert.Equal(["Odeszła: na bieżąco", "Stara: na bieżąco", "Zalega: na bieżąco", "Zawieszona: na bieżąco"], Shown(await List($"q={word}&dzien=2025-12-31"), word));
        Assert.Equal(["Stara: na bieżąco", "Zalega: na bieżąco", "Zawieszona: na bieżąco"], Shown(await List($"q={word}&dzien=1.01.2026"), word));
        Assert.Equal(["Odeszła: na bieżąco", "Stara: na bieżąco"], Shown(await List($"q={word}&dzien=2018-06-01"), word));
    }

    [Fact]
    public async Task What_was_paid_late_was_late_on_that_day()
    {
        var word = Word();
        var firm = await app.Member($"{word} Późna", new DateOnly(2019, 3, 1));
        await app.Owes(firm, 100, 8);
        await app.Services.Pay(firm, 100, day: new DateOnly(2026, 10, 15));

        Assert.Equal(["Późna: na bieżąco"], Shown(await List($"q={word}"), word));
        Assert.Equal(["Późna: po terminie"], Shown(await List($"q={word}&dzien=2026-10-01"), word));
    }

    [Fact]
    public async Task The_question_to_the_database_and_the_function_agree()
    {
        var list = await app.Run<MemberList, List<MemberRow>>(l => l.Rows(new DateOnly(2026, 11, 22)).ToListAsync());
        var counts = await app.Run<MemberList, IReadOnlyDictionary<MemberStatus, int>>(l => l.Counts(new MemberQuestion(new DateOnly(2026, 11, 22), MemberQuestion.All, null, null, 1), CancellationToken.None));

        Assert.Equal(list.GroupBy(m => Standing.Of(m, new DateOnly(2026, 11, 22), new StandingOptions())).ToDictionary(g => g.Key, g => g.Count()).OrderBy(c => c.Key), counts.OrderBy(c => c.Key));
    }

    [Fact]
    public async Task The_list_costs_as_much_for_many_members_as_for_few()
    {
        var office = await app.Office();
        await app.Member("Koszt", new DateOnly(2019, 3, 1));
        await office.GetAsync("/biuro/czlonkowie");
        Task<int> Cost() => CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/biuro/czlonkowie")).StatusCode));
        var few = await Cost();
        for (var i = 0; i < 30; i++)
            await app.Member("Koszt", new DateOnly(2019, 3, 1));

        Assert.Equal(few, await Cost());
        Assert.InRange(few, 1, 8);
    }

    [Fact]
    public async Task The_register_goes_into_a_spreadsheet()
    {
        var word = Word();
        await app.Member($"{word} Arkusz", new DateOnly(2015, 3, 1));
        await app.Member($"{word} Dawna", new DateOnly(2015, 3, 1), new DateOnly(2020, 3, 1));
        var office = await app.Office();

        var csv = await office.GetStringAsync($"/biuro/czlonkowie/eksport.csv?q={word}");
        Assert.Equal(2, csv.Trim().Split("\r\n").Length);
        Assert.Contains("2015-03-01", csv, StringComparison.Ordinal);
        Assert.Equal(3, (await office.GetStringAsync($"/biuro/czlonkowie/eksport.csv?q={word}&stan=wszystkie")).Trim().Split("\r\n").Length);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/biuro/czlonkowie/eksport.xlsx?q={word}")).StatusCode);
    }

    [Fact]
    public async Task A_firm_that_leaves_goes_on_owing_and_its_first_day_stays()
    {
        var firm = await app.Member("Rezygnująca", new DateOnly(2018, 5, 4));
        await app.Owes(firm, 150, 9, 10);
        var anna = await app.Person("Anna", firm, CompanyRole.Owner);
        await app.Run<KeepMembersInStep, int>(job => job.Run(CancellationToken.None));
        Assert.True(await IsMember(anna));
        var member = await Membership(firm);
        var office = await app.Office();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await End(office, member.Id, new() { ["Form.LastDay"] = "1.01.2018" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await End(office, member.Id, new() { ["Form.LastDay"] = "21.11.2026" })).StatusCode);

        var ended = await Membership(firm);
        Assert.Equal((new DateOnly(2018, 5, 4), new DateOnly(2026, 11, 21), MemberEnd.Resigned), (ended.Since, ended.Until, ended.EndKind));
        Assert.Equal(300m, await app.Db(async db => (await db.Set<Fee>().Where(f => f.CompanyId == firm.Id).ToListAsync()).Sum(f => f.Left)));
        Assert.False(await IsMember(anna));
        Assert.Contains("do zapłaty", Assert.Single(await app.Letters("membership-ended", member.Id)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/biuro/czlonkowie/{member.Id}/koniec")).StatusCode);
    }

    [Fact]
    public async Task An_exclusion_needs_a_resolution()
    {
        var member = await Membership(await app.Member("Wykluczona", new DateOnly(2018, 5, 4)));
        var office = await app.Office();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await End(office, member.Id, new() { ["Form.How"] = "Excluded", ["Form.LastDay"] = "30.11.2026" })).StatusCode);
        await End(office, member.Id, new() { ["Form.How"] = "Excluded", ["Form.LastDay"] = "30.11.2026", ["Form.ResolutionNumber"] = "60/2026", ["Form.ResolutionDate"] = "20.11.2026" });

        var ended = await app.Db(db => db.Set<Member>().Include(m => m.EndResolution).SingleAsync(m => m.Id == member.Id));
        Assert.Equal((MemberEnd.Excluded, "60/2026"), (ended.EndKind, ended.EndResolution?.Number));
        Assert.Contains("60/2026", (await (await office.GetAsync($"/biuro/czlonkowie/{member.Id}")).Page()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_midnight_the_mark_of_people_follows_the_register()
    {
        var (leaving, coming) = (await app.Member("Do Północy", new DateOnly(2018, 1, 1), new DateOnly(2026, 11, 22)), await app.Member("Od Północy", new DateOnly(2026, 11, 23)));
        var (anna, bartek, stranger) = (await app.Person("Anna", leaving), await app.Person("Bartek", coming), await app.Person("Celina"));
        await app.Run<KeepMembersInStep, int>(job => job.Run(CancellationToken.None));
        Assert.Equal((true, false, false), (await IsMember(anna), await IsMember(bartek), await IsMember(stranger)));

        await using var tomorrow = await app.Changed(host => host.ConfigureServices(services => services.AddSingleton<TimeProvider>(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 23, 1, 0, TimeSpan.Zero)))));
        await tomorrow.Services.Use<KeepMembersInStep, int>(job => job.Run(CancellationToken.None));

        Assert.Equal((false, true, false), (await IsMember(anna), await IsMember(bartek), await IsMember(stranger)));
    }

    [Fact]
    public async Task A_firm_with_fees_is_put_away_and_never_deleted()
    {
        var firm = await app.Member("Z Księgami", new DateOnly(2018, 1, 1), new DateOnly(2020, 12, 31));
        await app.Owes(firm, 100, 1);
        var office = await app.Office();
        await office.Press($"/biuro/firmy/{firm.Id}", "Przenieś do archiwum");

        await app.Run<Norda.Features.Jobs.ForgetOldRows, string>(job => job.Run(CancellationToken.None));
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => app.Db(db => db.Companies.Where(c => c.Id == firm.Id).ExecuteDeleteAsync()));

        Assert.NotNull(refused);
        Assert.Equal(CompanyStatus.Archived, await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).Select(c => c.Status).SingleAsync()));
        Assert.Equal(1, await app.Db(db => db.Set<Fee>().CountAsync(f => f.CompanyId == firm.Id)));
        Assert.Equal(1, await app.Db(db => db.Set<Member>().CountAsync(m => m.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task The_auditor_reads_the_register_and_cannot_end_a_membership()
    {
        var member = await Membership(await app.Member("Audytowany Członek", new DateOnly(2018, 1, 1)));
        var auditor = await app.As(await app.Person("Rafał", staff: Role.Auditor));

        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync($"/biuro/czlonkowie/{member.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"/biuro/czlonkowie/{member.Id}/koniec")).StatusCode);
    }

    private static string Word() => "Z" + Guid.NewGuid().ToString("N")[..8];

    private async Task<AngleSharp.Dom.IDocument> List(string query) => await (await (await app.Office()).GetAsync("/biuro/czlonkowie?" + query)).Page();

    private static IEnumerable<string> Shown(AngleSharp.Dom.IDocument page, string word) => page.QuerySelectorAll("main tbody tr").Select(r =>
        $"{r.QuerySelector("th a")!.TextContent.Replace(word, "", StringComparison.Ordinal).Trim().Split(' ')[0]}: {r.QuerySelector(".badge")!.TextContent}");

    private Task<Member> Membership(Company firm) => app.Db(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.CompanyId == firm.Id));

    private static Task<HttpResponseMessage> End(HttpClient office, int id, Dictionary<string, string> typed) =>
        office.Fill($"/biuro/czlonkowie/{id}/koniec", "Zakończ członkostwo", new(typed) { ["Form.Reason"] = "Jak w piśmie." });

    private Task<bool> IsMember(User person) => app.Db(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.IsNordaMember).SingleAsync());
}

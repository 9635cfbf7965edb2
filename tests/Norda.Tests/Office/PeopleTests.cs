using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data.Audit;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Mail;
using Norda.Platform.Access;

namespace Norda.Tests.Office;

/// <summary>Celina of the office looks after Anna's account; Bartek is an administrator.</summary>
public sealed class PeopleTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Password = "długie hasło Bartka 7";

    [Theory]
    [InlineData("łukaszyńska")]
    [InlineData("ŁUKASZYŃSKA")]
    [InlineData("żółta firma")]
    public async Task A_person_is_found_by_name_or_firm_whatever_the_case(string word)
    {
        var firm = await app.Firm("Żółta Firma");
        var anna = await app.Person("Małgorzata Łukaszyńska", firm);
        await app.Person("Zenon Inny");

        var page = await (await (await Office()).GetAsync("/biuro/osoby?q=" + Uri.EscapeDataString(word))).Page();

        Assert.Contains(page.QuerySelectorAll("tbody a"), a => a.GetAttribute("href") == $"/biuro/osoby/{anna.Id}");
        Assert.DoesNotContain("Zenon Inny", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_leaves_those_that_it_names()
    {
        var word = $"F{Guid.NewGuid():N}"[..12];
        var ula = await app.Person(word + " Ula", verified: false);
        await app.Person(word + " Anna");

        var page = await (await (await Office()).GetAsync($"/biuro/osoby?q={word}&pokaz=bez-adresu")).Page();

        Assert.Equal([ula.Name], page.QuerySelectorAll("tbody a").Select(a => a.TextContent));
        Assert.Contains(page.QuerySelectorAll(".chip"), c => c.HasAttribute("aria-current") && c.TextContent.Trim().EndsWith(" 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_costs_as_much_for_many_people_as_for_few()
    {
        var office = await Office();
        Task<int> Cost() => CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/biuro/osoby")).StatusCode));
        var few = await Cost();
        for (var i = 0; i < 15; i++)
            await app.Person($"Osoba {i}", await app.Firm($"Firma {i}"), staff: Role.Auditor);

        Assert.Equal(few, await Cost());
        Assert.InRange(few, 1, 8);
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_once_and_reads_why()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto")).StatusCode);
        var office = await Office();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Press($"/biuro/osoby/{anna.Id}", "Wyłącz konto i wyślij powód")).StatusCode);
        await office.Fill($"/biuro/osoby/{anna.Id}", "Wyłącz konto i wyślij powód", new() { ["powod"] = "Konto założył ktoś obcy." });

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
        Assert.Contains("Konto założył ktoś obcy.", (await Letter(anna)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await Logged("users", $"{anna.Id}", "is_active"));

        await office.Press($"/biuro/osoby/{anna.Id}", "Włącz konto");
        Assert.True((await Row(anna)).IsActive);
    }

    [Fact]
    public async Task The_office_does_not_disable_an_administrator_nor_itself()
    {
        var celina = await app.Person("Celina", staff: Role.Office);
        var bartek = await app.Person("Bartek", staff: Role.Admin);
        var office = await app.As(celina);

        var answer = await office.Fill($"/biuro/osoby/{bartek.Id}", "Wyłącz konto i wyślij powód", new() { ["powod"] = "Bo tak." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await Row(bartek)).IsActive);
        Assert.DoesNotContain("Wyłącz konto", (await (await office.GetAsync($"/biuro/osoby/{celina.Id}")).Page()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_gives_and_takes_roles_and_the_log_has_it()
    {
        var anna = await app.Person("Anna");
        var admin = await app.As(await app.Person("Bartek", staff: Role.Admin));
        await app.Person("Bogdan", staff: Role.Admin);

        await Give(admin, anna, Role.Moderator, Role.Auditor);
        Assert.Equal([Role.Moderator, Role.Auditor], await Roles(anna));
        await Give(admin, anna, Role.Auditor);

        Assert.Equal([Role.Auditor], await Roles(anna));
        Assert.Equal(3, await app.Db(db => db.Set<AuditEntry>().CountAsync(e => e.TableName == "user_roles" && e.RowKey.StartsWith($"{anna.Id}/"))));
        Assert.Equal(HttpStatusCode.OK, (await (await app.As(anna)).GetAsync("/biuro/dziennik")).StatusCode);
    }

    [Fact]
    public async Task Two_administrators_who_take_the_role_from_each_other_leave_one()
    {
        await using var alone = new TestApp();
        await alone.InitializeAsync();
        var (bartek, bogdan) = (await alone.Person("Bartek", staff: Role.Admin), await alone.Person("Bogdan", staff: Role.Admin));
        var (one, other) = (await alone.As(bartek), await alone.As(bogdan));
        var (pageOfOther, pageOfOne) = (await (await one.GetAsync($"/biuro/osoby/{bogdan.Id}/uprawnienia")).Page(), await (await other.GetAsync($"/biuro/osoby/{bartek.Id}/uprawnienia")).Page());

        await Task.WhenAll(Take(one, pageOfOther, bogdan), Take(other, pageOfOne, bartek));

        Assert.Equal(1, await alone.Db(db => db.Users.CountAsync(u => u.IsAdmin)));
        Assert.Equal(1, await alone.Db(db => db.Set<StaffRole>().CountAsync(r => r.Role == Role.Admin)));
    }

    [Fact]
    public async Task A_second_factor_is_taken_off_only_with_the_password_of_the_administrator()
    {
        var anna = await app.Person("Anna");
        await app.Db(db => db.Users.Where(u => u.Id == anna.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, true)));
        var bartek = await app.Person("Bartek", staff: Role.Admin);
        var hash = app.Services.GetRequiredService<BcryptHasher>().HashPassword(bartek, Password);
        await app.Db(db => db.Users.Where(u => u.Id == bartek.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, hash)));
        var (admin, browser, address) = (await app.As(bartek), await app.As(anna), $"/biuro/osoby/{anna.Id}/uprawnienia");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Fill(address, "Zdejmij drugi składnik", new() { ["haslo"] = "nie to hasło" })).StatusCode);
        Assert.True((await Row(anna)).TwoFactorEnabled);
        await admin.Fill(address, "Zdejmij drugi składnik", new() { ["haslo"] = Password });

        Assert.False((await Row(anna)).TwoFactorEnabled);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
        Assert.Contains("drugi składnik", (await Letter(anna)).Subject, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_office_adds_a_person_to_a_firm_by_its_number()
    {
        var firm = await app.Firm("Nowa Przystań", nip: "5260001246");
        var anna = await app.Person("Anna");
        var office = await Office();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Fill($"/biuro/osoby/{anna.Id}", "Dodaj do firmy", new() { ["firma"] = "1234567890" })).StatusCode);
        await office.Fill($"/biuro/osoby/{anna.Id}", "Dodaj do firmy", new() { ["firma"] = "526-000-12-46", ["role"] = "Owner" });

        var place = await app.Db(db => db.Set<CompanyUser>().SingleAsync(p => p.UserId == anna.Id));
        Assert.Equal((firm.Id, CompanyRole.Owner, CompanyUserStatus.Approved), (place.CompanyId, place.Role, place.Status));
        Assert.Equal(firm.Id, (await Row(anna)).CompanyId);
    }

    [Fact]
    public async Task Signing_a_person_out_everywhere_stands_in_the_log()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);

        await (await Office()).Press($"/biuro/osoby/{anna.Id}", "Wyloguj wszędzie");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
        Assert.Equal(1, await Logged("users", $"{anna.Id}", "sessions_ended_at"));
    }

    [Fact]
    public async Task The_letter_that_proves_the_address_is_sent_again_but_not_at_once()
    {
        var ula = await app.Person("Ula", verified: false);
        var office = await Office();

        await office.Press($"/biuro/osoby/{ula.Id}", "Wyślij list z potwierdzeniem");
        var again = await office.Press($"/biuro/osoby/{ula.Id}", "Wyślij list z potwierdzeniem");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("/rejestracja/potwierdz/", (await Letter(ula)).Text, StringComparison.Ordinal);
    }

    private async Task<HttpClient> Office() => await app.As(await app.Person("Celina", staff: Role.Office));

    private static Task<HttpResponseMessage> Give(HttpClient admin, User person, params Role[] roles) => Post(admin, $"/biuro/osoby/{person.Id}/uprawnienia", roles);

    private static async Task<HttpResponseMessage> Post(HttpClient admin, string address, Role[] roles)
    {
        var token = (await (await admin.GetAsync(address)).Page()).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await admin.PostAsync(address, new FormUrlEncodedContent(roles.Select(r => KeyValuePair.Create("role", r.ToString())).Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }

    /// <summary>No box is ticked any more.</summary>
    private static Task<HttpResponseMessage> Take(HttpClient admin, AngleSharp.Dom.IDocument page, User person)
    {
        foreach (var box in page.QuerySelectorAll("input[name=role]"))
            box.RemoveAttribute("checked");
        return admin.Send(page, $"/biuro/osoby/{person.Id}/uprawnienia", "Zapisz uprawnienia", []);
    }

    private async Task<Role[]> Roles(User person) => [.. (await app.Db(db => db.Set<StaffRole>().Where(r => r.UserId == person.Id).Select(r => r.Role).ToListAsync())).Order()];

    private Task<User> Row(User person) => app.Db(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == person.Id));

    private Task<OutboxMail> Letter(User person) => app.Db(db => db.Set<OutboxMail>().OrderByDescending(m => m.Id).FirstAsync(m => m.UserId == person.Id));

    private Task<int> Logged(string table, string key, string column) => app.Db(db =>
        (from e in db.Set<AuditEntry>() join v in db.Set<AuditValues>() on e.Id equals v.EntryId where e.TableName == table && e.RowKey == key && v.After!.Contains(column) && e.Action == AuditAction.Changed select e).CountAsync());
}

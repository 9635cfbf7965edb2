using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Mail;
using Norda.Platform.Access;

namespace Norda.Tests.Accounts;

public sealed class RegisterTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_is_wrong_is_listed_in_the_order_of_the_fields_and_the_title_says_so()
    {
        var page = await (await app.Client().Register("", nip: "123", password: "krótkie", name: "")).Page();

        Assert.StartsWith("Błąd: ", page.Title, StringComparison.Ordinal);
        var fields = page.QuerySelectorAll("main form input:not([type=hidden])").Select(i => "#" + i.Id).ToList();
        var named = page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(named.Count >= 2);
        Assert.Equal(named.OrderBy(fields.IndexOf), named);
        Assert.DoesNotContain("Błąd", (await app.Page("/rejestracja")).Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_writes_their_name_anew()
    {
        var anna = await app.Person("Anna Panieńska");
        var browser = await app.As(anna);

        await browser.Fill("/konto", "Zapisz imię i nazwisko", new() { ["NameForm.Name"] = "  Anna Mężatka " });
        Assert.Contains("Anna Mężatka", (await (await browser.GetAsync("/konto")).Page()).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        var refused = await (await browser.Fill("/konto", "Zapisz imię i nazwisko", new() { ["NameForm.Name"] = " " })).Page();
        Assert.NotNull(refused.QuerySelector("#NameForm_Name-e"));
    }

    [Fact]
    public async Task A_person_of_a_known_firm_is_let_in_by_its_owner()
    {
        var firm = await app.Firm("Żagle Rumia", nip: "5882413562");
        var owner = await app.Person("Olga", firm, CompanyRole.Owner);
        var browser = await app.NewAccount("anna@zagle.example");
        await browser.Login("anna@zagle.example");
        Assert.Contains("Czekasz, aż firma", (await (await browser.GetAsync("/konto")).Page()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Anna Żeglarz", (await app.Db(db => db.Set<OutboxMail>().SingleAsync(m => m.UserId == owner.Id))).Subject, StringComparison.Ordinal);

        await (await app.As(owner)).Press("/moja-firma/zespol", "Przyjmij do firmy");

        Assert.DoesNotContain("Czekasz, aż firma", (await (await browser.GetAsync("/konto")).Page()).Body!.TextContent, StringComparison.Ordinal);
        var anna = await app.Db(db => db.Set<User>().Include(u => u.Companies).SingleAsync(u => u.Email == "anna@zagle.example"));
        Assert.Equal((firm.Id, CompanyUserStatus.Approved), (anna.CompanyId!.Value, anna.Companies.Single().Status));
    }

    [Fact]
    public async Task A_taken_address_gets_the_same_page_and_its_owner_a_letter()
    {
        await app.NewAccount("zajety@zagle.example", "5252344078");
        var (fresh, taken) = (app.Client(), app.Client());

        var first = await fresh.Register("wolny@zagle.example", "5252344078");
        var second = await taken.Register("zajety@zagle.example", "5252344078");

        Assert.Equal((first.StatusCode, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(1, await app.Db(db => db.Set<User>().CountAsync(u => u.Email == "zajety@zagle.example")));
        Assert.Contains(await app.Db(db => db.Set<OutboxMail>().Where(m => m.Recipient == "zajety@zagle.example").Select(m => m.Subject).ToListAsync()), s => s == "Masz już konto");
    }

    [Fact]
    public async Task The_same_form_twice_at_once_makes_one_account()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Client().Register("podwojna@zagle.example", "5252344078")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(1, await app.Db(db => db.Set<User>().CountAsync(u => u.Email == "podwojna@zagle.example")));
    }

    [Fact]
    public async Task A_confirmation_works_once_within_a_day_and_only_by_its_button()
    {
        await app.Client().Register("raz@zagle.example", "5252344078");
        var link = await app.LinkTo("raz@zagle.example");
        await app.Client().GetAsync(link);
        Assert.False(await Verified("raz@zagle.example"));

        await app.Client().Press(link, "Tak, potwierdzam");
        Assert.True(await Verified("raz@zagle.example"));
        Assert.Contains("nieważny", (await app.Page(link)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_confirmation_is_not_good()
    {
        await app.Client().Register("pozno@zagle.example", "5252344078");
        var link = await app.LinkTo("pozno@zagle.example");
        app.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Contains("nieważny", (await app.Page(link)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await app.Db(db => db.Set<AccountToken>().Where(t => t.Hash == link).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_lost_the_letter_sends_themselves_another_but_not_at_once()
    {
        const string Email = "bez-listu@zagle.example";
        var browser = app.Client();
        await browser.Register(Email, "5252344078");
        app.Clock.Advance(TimeSpan.FromHours(25));
        await browser.Login(Email);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press("/konto", "Wyślij list z potwierdzeniem")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Press("/konto", "Wyślij list z potwierdzeniem")).StatusCode);
        await browser.Press(await app.LinkTo(Email), "Tak, potwierdzam");

        Assert.True(await app.Db(db => db.Set<User>().Where(u => u.Email == Email).Select(u => u.EmailConfirmed).SingleAsync()));
    }

    [Fact]
    public async Task A_new_password_by_mail_ends_every_session_and_the_link()
    {
        var browser = await app.NewAccount("zapomniana@zagle.example", "5252344078");
        await browser.Login("zapomniana@zagle.example");
        await app.Client().Fill("/haslo", "Wyślij link", new() { ["Email"] = "ZAPOMNIANA@zagle.example" });
        var link = await app.LinkTo("zapomniana@zagle.example");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Client().Fill(link, "Zapisz hasło", new() { ["Form.Password"] = "krótkie" })).StatusCode);
        await app.Client().Fill(link, "Zapisz hasło", new() { ["Form.Password"] = "zielony rower pod mostem" });

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().Login("zapomniana@zagle.example", "zielony rower pod mostem")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Client().Login("zapomniana@zagle.example")).StatusCode);
        Assert.Contains("nieważny", (await app.Page(link)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_asked_for_before_dies_with_the_new_password()
    {
        const string Email = "dwa-linki@zagle.example";
        var browser = await app.NewAccount(Email, "5252344078");
        await browser.Login(Email);
        await app.Client().Fill("/haslo", "Wyślij link", new() { ["Email"] = Email });
        var link = await app.LinkTo(Email);
        Assert.DoesNotContain("nieważny", (await app.Page(link)).Body!.TextContent, StringComparison.Ordinal);

        await browser.Fill("/konto", "Zapisz hasło", new() { ["Form.Current"] = Registering.Password, ["Form.Password"] = "zielony rower pod mostem" });

        Assert.Contains("nieważny", (await app.Page(link)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_host_leads_no_link_astray()
    {
        await app.NewAccount("ofiara@zagle.example", "5252344078");
        var thief = app.Client();
        thief.DefaultRequestHeaders.Host = "zly.example";
        await thief.Fill("/haslo", "Wyślij link", new() { ["Email"] = "ofiara@zagle.example" });

        var letter = await app.Db(db => db.Set<OutboxMail>().Where(m => m.Recipient == "ofiara@zagle.example").OrderByDescending(m => m.Id).FirstAsync());
        Assert.Contains("/haslo/", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zly.example", letter.Text + letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/haslo/%20")]
    [InlineData("/rejestracja/potwierdz/%09")]
    public async Task A_blank_link_is_a_link_that_is_not_good(string address) => Assert.Contains("nieważny", (await app.Page(address)).Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Asking_for_a_password_tells_nobody_who_has_an_account()
    {
        await app.NewAccount("mam@zagle.example", "5252344078");
        var known = await app.Client().Fill("/haslo", "Wyślij link", new() { ["Email"] = "mam@zagle.example" });
        var unknown = await app.Client().Fill("/haslo", "Wyślij link", new() { ["Email"] = "nie-mam@zagle.example" });

        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        Assert.Equal(0, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.Recipient == "nie-mam@zagle.example")));
    }

    [Fact]
    public async Task Faults_stand_beside_their_fields_and_nothing_typed_is_lost()
    {
        var answer = await app.Client().Register("to-nie-adres", nip: "588241356", password: "Norda2026!!!!!!!");
        var page = await answer.Page();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("NIP ma 9 cyfr", page.QuerySelector("#Form_Nip-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Anna Żeglarz", page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Equal("", page.QuerySelector("#Form_Password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Extra_fields_make_nobody_an_admin()
    {
        await app.Client().Fill("/rejestracja", "Załóż konto", new()
        {
            ["Form.Name"] = "Mallory", ["Form.Email"] = "m@zagle.example", ["Form.Nip"] = "5252344078", ["Form.Password"] = Registering.Password, ["Form.Accepts"] = "true",
            ["Form.IsAdmin"] = "true", ["IsAdmin"] = "true", ["Form.EmailConfirmed"] = "true", ["EmailConfirmed"] = "true", ["Form.CompanyId"] = "1", ["Form.Roles[0].Role"] = "Admin",
        });

        var mallory = await app.Db(db => db.Set<User>().Include(u => u.Roles).SingleAsync(u => u.Email == "m@zagle.example"));
        Assert.Equal((false, false, (int?)null, 0), (mallory.IsAdmin, mallory.EmailConfirmed, mallory.CompanyId, mallory.Roles.Count));
    }

    [Fact]
    public async Task The_last_owner_stays_and_a_foreign_owner_decides_nothing()
    {
        var firm = await app.Firm($"Ostatnia {Guid.NewGuid():N}"[..20]);
        var owner = await app.Person("Olga", firm, CompanyRole.Owner);
        var thief = await app.Person("Tomasz", await app.Firm($"Obca {Guid.NewGuid():N}"[..20]), CompanyRole.Owner);

        var refused = await (await (await app.As(owner)).Press("/moja-firma/zespol", "Usuń z firmy")).Page();
        Assert.Contains("jedyny właściciel", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

        var browser = await app.As(thief);
        var token = (await (await browser.GetAsync("/moja-firma/zespol")).Page()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var stolen = await browser.PostAsync("/moja-firma/zespol", new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = $"{owner.Id}", ["firm"] = $"{firm.Id}", ["decision"] = "out", ["__RequestVerificationToken"] = token }));
        Assert.Equal(HttpStatusCode.NotFound, stolen.StatusCode);
        Assert.Equal(CompanyUserStatus.Approved, await app.Db(db => db.Set<CompanyUser>().Where(p => p.UserId == owner.Id).Select(p => p.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("Norda2026!!!!!!!")]
    [InlineData("hasłohasłohasło1")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("annaannaannaanna1")]
    [InlineData("krótkie hasło")]
    public void Passwords_that_everybody_guesses_are_refused(string password) => Assert.NotNull(PasswordRules.FaultOf(password, false, "Anna", "anna@zagle.example"));

    [Theory]
    [InlineData("trzy żagle nad Redą", false)]
    [InlineData("correct horse battery staple", false)]
    [InlineData("zielony!", true)]
    [InlineData("пароль из четырёх слов", false)]
    public void Long_ones_of_any_script_are_taken(string password, bool secondFactor) => Assert.Null(PasswordRules.FaultOf(password, secondFactor, "Anna", "anna@zagle.example"));

    private Task<bool> Verified(string email) => app.Db(db => db.Set<User>().Where(u => u.Email == email).Select(u => u.EmailConfirmed).SingleAsync());
}

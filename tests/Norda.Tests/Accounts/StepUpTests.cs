using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Platform.Access;
using Norda.Tests.Privacy;
using OtpNet;

namespace Norda.Tests.Accounts;

/// <summary>A session that somebody left open, or copied, is not enough where it matters: a quarter of an hour after signing in the person proves once more who they are.</summary>
public sealed class StepUpTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Post = "/biuro/ustawienia/poczta";
    private const string Asked = "/konto/potwierdz?powrot=%2Fbiuro%2Fustawienia%2Fpoczta";

    [Theory]
    [InlineData("/biuro/ustawienia")]
    [InlineData("/biuro/ustawienia/poczta")]
    [InlineData("/biuro/osoby/1/uprawnienia")]
    [InlineData("/biuro/dziennik.csv")]
    [InlineData("/konto/klucze")]
    [InlineData("/konto/drugi-skladnik")]
    [InlineData("/konto/dostawcy")]
    public async Task What_matters_asks_again_after_a_quarter_of_an_hour(string address)
    {
        var admin = await app.As(await Admin());
        Assert.DoesNotContain("/konto/potwierdz", (await admin.GetAsync(address)).Headers.Location?.ToString() ?? "", StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromMinutes(16));
        var answer = await admin.GetAsync(address);

        Assert.Equal("/konto/potwierdz?powrot=" + Uri.EscapeDataString(address), answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/biuro")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/konto")).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_come_in_is_not_asked_but_turned_away()
    {
        var member = await app.As(await app.Person("Marek", await app.Firm("Żagle Marka")));
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync(Post)).StatusCode);
        Assert.StartsWith("/logowanie?powrot=", (await app.Client().GetAsync(Post)).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_leads_back_to_the_page_and_another_word_does_not()
    {
        var admin = await Later(await Admin());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Fill(Asked, "Potwierdź hasłem", new() { ["Password"] = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Fill(Asked, "Potwierdź hasłem", new() { ["Password"] = "nie to hasło, nie to" })).StatusCode);
        Assert.Equal(Asked, (await admin.GetAsync(Post)).Headers.Location!.ToString());
        Assert.Equal(Post, (await admin.Fill(Asked, "Potwierdź hasłem", new() { ["Password"] = CanaryApp.Password })).Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(Post)).StatusCode);
    }

    [Fact]
    public async Task Guessing_there_gets_slower_as_at_the_door()
    {
        var admin = await Later(await Admin());
        var last = HttpStatusCode.OK;
        for (var guess = 0; guess < 6; guess++)
            last = (await admin.Fill(Asked, "Potwierdź hasłem", new() { ["Password"] = $"zgaduję po raz {guess}" })).StatusCode;

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task A_form_that_was_opened_in_time_may_be_filled_in_for_as_long_again()
    {
        var admin = await app.As(await Admin());
        var page = await (await admin.GetAsync(Post)).Page();
        app.Clock.Advance(TimeSpan.FromMinutes(25));
        var inTime = await admin.Send(page, Post, "Zapisz ustawienia poczty", new() { ["Form[Norda:Mail:User]"] = "na czas" });
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = await admin.Send(page, Post, "Zapisz ustawienia poczty", new() { ["Form[Norda:Mail:User]"] = "za późno" });

        Assert.Equal((Post, Asked), (inTime.Headers.Location!.ToString(), late.Headers.Location!.ToString()));
        Assert.Equal("na czas", await app.Db(db => db.Set<Norda.Features.Office.ChamberSetting>().Where(s => s.Key == "Norda:Mail:User").Select(s => s.Value).SingleAsync()));
    }

    [Theory]
    [InlineData("//zly.example")]
    [InlineData("https://zly.example/konto")]
    [InlineData("/\\zly.example")]
    public async Task Nobody_is_led_to_another_site(string back)
    {
        var answer = await (await Later(await Admin())).Fill("/konto/potwierdz?powrot=" + Uri.EscapeDataString(back), "Potwierdź hasłem", new() { ["Password"] = CanaryApp.Password });

        Assert.Equal("/konto", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_code_of_the_phone_confirms_once_and_a_recovery_code_too()
    {
        const string Email = "kody@potwierdz.example";
        var browser = await app.NewAccount(Email);
        await browser.Login(Email);
        await browser.Press("/konto/drugi-skladnik", "Przygotuj kod dla telefonu");
        var key = Base32Encoding.ToBytes((await (await browser.GetAsync("/konto/drugi-skladnik")).Page()).QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        var on = await (await browser.Fill("/konto/drugi-skladnik", "Włącz kody z telefonu", new() { ["Code"] = new Totp(key).ComputeTotp() })).Page();
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        var code = new Totp(key).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Confirm("000000")).StatusCode);
        Assert.Equal("/konto/klucze", (await Confirm(code)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Confirm(code)).StatusCode);
        Assert.Equal("/konto/klucze", (await Confirm(on.QuerySelector(".codes code")!.TextContent)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto/klucze")).StatusCode);

        Task<HttpResponseMessage> Confirm(string typed) => browser.Fill("/konto/potwierdz?powrot=%2Fkonto%2Fklucze", "Potwierdź kodem", new() { ["Code"] = typed });
    }

    [Fact]
    public async Task A_key_of_the_account_confirms_and_anothers_does_not()
    {
        var (anna, bartek) = (await app.Person("Anna"), await app.Person("Bartek"));
        using var hers = new Authenticator();
        using var his = new Authenticator();
        var browser = await app.As(anna);
        await Add(browser, hers);
        await Add(await app.As(bartek), his);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        const string Address = "/konto/potwierdz?powrot=%2Fkonto%2Fmoje-dane";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Show(his)).StatusCode);
        Assert.Equal("/konto/potwierdz?powrot=%2Fkonto%2Fmoje-dane", (await browser.GetAsync("/konto/moje-dane")).Headers.Location!.ToString());
        Assert.Equal("/konto/moje-dane", (await Show(hers)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto/moje-dane")).StatusCode);

        async Task<HttpResponseMessage> Show(Authenticator phone)
        {
            var page = await (await browser.GetAsync(Address)).Page();
            return await browser.Send(page, Address, "Potwierdź kluczem urządzenia", new() { ["Form.Credential"] = phone.Show(Options(page)) });
        }
    }

    [Fact]
    public async Task Who_has_no_password_takes_their_data_away_and_closes_the_account_all_the_same()
    {
        var browser = await app.As(await app.Person("Bez Hasła"));

        var page = await (await browser.GetAsync("/konto/moje-dane")).Page();
        Assert.Null(page.QuerySelector("input[type=password]"));
        Assert.Equal("application/zip", (await browser.Press("/konto/moje-dane", "Pobierz moje dane")).Content.Headers.ContentType!.MediaType);
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        foreach (var address in (string[])["/konto/moje-dane", "/konto/usun", "/konto/zamknij"])
            Assert.Equal("/konto/potwierdz?powrot=" + Uri.EscapeDataString(address), (await browser.GetAsync(address)).Headers.Location!.ToString());
        Assert.NotNull((await (await browser.GetAsync("/konto")).Page()).QuerySelector("a[href='/konto/potwierdz?powrot=%2Fkonto']"));
        Assert.NotNull((await (await browser.GetAsync("/konto/potwierdz")).Page()).QuerySelector("main a[href='/haslo']"));
    }

    [Fact]
    public async Task Who_has_no_password_sets_one()
    {
        var person = await app.Person("Bez Hasła Jeszcze");
        var browser = await app.As(person);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Fill("/konto", "Zapisz hasło", new() { ["Form.Password"] = Registering.Password })).StatusCode);

        Assert.NotNull(await app.Db(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.PasswordHash).SingleAsync()));
        Assert.NotNull((await (await browser.GetAsync("/konto")).Page()).QuerySelector("[name='Form.Current']"));
    }

    [Fact]
    public async Task Without_a_password_an_old_session_sets_none_and_changes_no_address()
    {
        var person = await app.Person("Zostawiona Sesja");
        var browser = await app.As(person);
        var page = await (await browser.GetAsync("/konto")).Page();
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page, "/konto", "Zapisz hasło", new() { ["Form.Password"] = Registering.Password })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page, "/konto?handler=Email", "Wyślij listy do potwierdzenia", new() { ["EmailForm.Email"] = "zlodziej@poza.example" })).StatusCode);

        Assert.Null(await app.Db(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.PasswordHash).SingleAsync()));
        Assert.Equal(0, await app.Db(db => db.Set<AccountToken>().CountAsync(t => t.UserId == person.Id)));
    }

    [Fact]
    public async Task Signing_in_where_one_is_signed_in_ends_the_session_that_was_there()
    {
        const string Email = "znowu@potwierdz.example";
        var browser = await app.NewAccount(Email);
        await browser.Login(Email);
        var first = await Sessions(Email);

        var page = await (await browser.GetAsync("/konto")).Page();
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.PostAsync("/logowanie", new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.Email"] = Email, ["Form.Password"] = Registering.Password, ["__RequestVerificationToken"] = token }));

        var now = await Sessions(Email);
        Assert.Single(now);
        Assert.NotEqual(first, now);
    }

    private Task<List<Guid>> Sessions(string email) => app.Db(db => db.Set<UserSession>().Where(s => s.User.Email == email).Select(s => s.Id).ToListAsync());

    private async Task<User> Admin() => await app.WithPassword(await app.Person("Adam Administrator", staff: Role.Admin));

    private async Task<HttpClient> Later(User person)
    {
        var browser = await app.As(person);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        return browser;
    }

    private static async Task Add(HttpClient browser, Authenticator phone)
    {
        var page = await (await browser.GetAsync("/konto/klucze")).Page();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Send(page, "/konto/klucze", "Dodaj klucz tego urządzenia", new() { ["Form.Credential"] = phone.Create(Options(page)) })).StatusCode);
    }

    private static string Options(IDocument page) => page.QuerySelector("form[data-passkey]")!.GetAttribute("data-options")!;
}

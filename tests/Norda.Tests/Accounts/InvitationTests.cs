using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Platform.Access;

namespace Norda.Tests.Accounts;

/// <summary>Anna asks Bartek into her firm; people change their address and leave.</summary>
public sealed partial class InvitationTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Password = "zielony rower pod mostem";

    [Fact]
    public async Task A_colleague_without_an_account_comes_in_by_the_link_alone()
    {
        var (firm, anna) = await Scene();
        var link = await Invite(anna, "nowy-bartek@firma.example", CompanyRole.Editor);
        var bartek = app.Client();

        var joined = await bartek.Fill(link, "Załóż konto i dołącz", new() { ["Form.Name"] = "Bartek Nowy", ["Form.Password"] = Password, ["Form.Accepts"] = "true" });

        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bartek.GetAsync("/moja-firma/opis")).StatusCode);
        var place = await app.Db(db => db.Set<CompanyUser>().Include(p => p.User).SingleAsync(p => p.CompanyId == firm.Id && p.User.Email == "nowy-bartek@firma.example"));
        Assert.Equal((CompanyRole.Editor, CompanyUserStatus.Approved, true), (place.Role, place.Status, place.User.EmailConfirmed));
        Assert.Equal(2, await app.Db(db => db.Set<UserConsent>().CountAsync(c => c.UserId == place.UserId && c.Source == "zaproszenie")));
        Assert.Equal(HttpStatusCode.Gone, (await app.Client().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_an_account_joins_with_it_and_keeps_a_higher_role()
    {
        var (firm, anna) = await Scene();
        var celina = await app.Person("Celina", await app.Firm($"Jej Firma {Guid.NewGuid():N}"[..22]), CompanyRole.Owner);
        await (await app.As(celina)).Fill(await Invite(anna, celina.Email!, CompanyRole.Owner), "Dołącz do firmy", []);
        await (await app.As(celina)).Fill(await Invite(anna, celina.Email!, CompanyRole.Viewer), "Dołącz do firmy", []);

        Assert.Equal(CompanyRole.Owner, await app.Db(db => db.Set<CompanyUser>().Where(p => p.CompanyId == firm.Id && p.UserId == celina.Id).Select(p => p.Role).SingleAsync()));
    }

    [Fact]
    public async Task A_withdrawn_or_repeated_invitation_leaves_one_good_link_at_most()
    {
        var (_, anna) = await Scene();
        var first = await Invite(anna, "dwa-razy@firma.example", CompanyRole.Viewer);
        var second = await Invite(anna, "dwa-razy@firma.example", CompanyRole.Viewer);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), ((await app.Client().GetAsync(first)).StatusCode, (await app.Client().GetAsync(second)).StatusCode));

        await (await app.As(anna)).Press("/moja-firma/zespol", "Wycofaj: dwa-razy@firma.example");
        Assert.Equal(HttpStatusCode.Gone, (await app.Client().GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Who_was_shown_out_of_the_firm_does_not_come_back_by_an_invitation_of_their_own()
    {
        var (firm, anna) = await Scene();
        var zofia = await app.Person("Zofia", firm, CompanyRole.Owner);
        var (back, fair) = (await Invite(zofia, "druga-skrzynka@zofia.example", CompanyRole.Owner), await Invite(anna, "kolega@firma.example", CompanyRole.Viewer));
        await app.Db(db => db.Set<CompanyUser>().Where(p => p.UserId == zofia.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, CompanyUserStatus.Refused).SetProperty(x => x.Role, CompanyRole.Viewer)));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), ((await app.Client().GetAsync(back)).StatusCode, (await app.Client().GetAsync(fair)).StatusCode));
        var page = await (await app.Client().GetAsync(fair)).Page();
        await (await app.As(zofia)).Send(page, back + "?handler=Join", "Załóż konto i dołącz", []);
        Assert.Equal(1, await app.Db(db => db.Set<CompanyUser>().CountAsync(p => p.CompanyId == firm.Id && p.Status == CompanyUserStatus.Approved)));
    }

    [Fact]
    public async Task Of_five_who_share_one_link_one_gets_in()
    {
        var (firm, anna) = await Scene();
        var link = await Invite(anna, "wspolny@firma.example", CompanyRole.Viewer);
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(async i => await app.As(await app.Person($"Osoba {i}"))));
        var pages = await Task.WhenAll(people.Select(async p => await (await p.GetAsync(link)).Page()));

        await Task.WhenAll(people.Zip(pages, (p, page) => p.Send(page, link, "Dołącz do firmy", [])));

        Assert.Equal(2, await app.Db(db => db.Set<CompanyUser>().CountAsync(p => p.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task Who_owns_two_firms_looks_after_the_people_of_both()
    {
        var (first, anna) = await Scene();
        var (second, _) = await Scene();
        await app.Db(async db =>
        {
            db.Add(new CompanyUser { UserId = anna.Id, CompanyId = second.Id, Role = CompanyRole.Owner, Status = CompanyUserStatus.Approved, CreatedAt = app.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        });
        var browser = await app.As(anna);
        var address = $"/moja-firma/zespol?firma={second.Id}";

        Assert.Equal([$"/moja-firma/zespol?firma={first.Id}", address], (await (await browser.GetAsync("/moja-firma/zespol")).Page()).QuerySelectorAll(".seg a").Select(a => a.GetAttribute("href")!).OrderBy(a => a.EndsWith($"={second.Id}", StringComparison.Ordinal)));
        Assert.Equal(address, (await browser.Fill(address, "Wyślij zaproszenie", new() { ["email"] = "druga@firma.example", ["role"] = "Editor" })).Headers.Location!.ToString());

        Assert.Equal(second.Id, await app.Db(db => db.Set<AccountToken>().Where(t => t.Email == "druga@firma.example").Select(t => t.CompanyId).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/moja-firma/zespol?firma=999999")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_viewer_invites_nobody()
    {
        var (firm, _) = await Scene();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Person("Widz", firm))).GetAsync("/moja-firma/zespol")).StatusCode);
    }

    [Fact]
    public async Task An_address_changes_only_when_both_letters_were_answered()
    {
        var anna = await WithPassword("Anna");
        var browser = await app.As(anna);
        await browser.Fill("/konto", "Wyślij listy do potwierdzenia", new() { ["EmailForm.Email"] = "anna.nowa@firma.example", ["EmailForm.Password"] = Password });
        var letters = await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id && m.Subject == "Zmiana adresu e-mail").ToListAsync());
        Assert.Equal([anna.Email!, "anna.nowa@firma.example"], letters.Select(l => l.Recipient).OrderByDescending(r => r == anna.Email));
        var links = letters.ConvertAll(l => Change().Match(l.Text).Value);

        await app.Client().Fill("/haslo", "Wyślij link", new() { ["Email"] = anna.Email! });
        var reset = await app.LinkTo(anna.Email!);
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync(reset)).StatusCode);

        await app.Client().Fill(links[0], "Potwierdź zmianę adresu", []);
        Assert.Equal(anna.Email, await EmailOf(anna));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/konto")).StatusCode);
        await app.Client().Fill(links[1], "Potwierdź zmianę adresu", []);

        Assert.Equal("anna.nowa@firma.example", await EmailOf(anna));
        Assert.Contains("nieważny", (await app.Page(reset)).Body!.TextContent, StringComparison.Ordinal); // it lies in the mailbox that she left
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/konto")).StatusCode);
        Assert.Contains(await app.Db(db => db.Set<OutboxMail>().Where(m => m.Recipient == anna.Email).Select(m => m.Subject).ToListAsync()), s => s == "Adres konta został zmieniony");
    }

    [Fact]
    public async Task Both_links_pressed_at_once_change_the_address_once()
    {
        var anna = await WithPassword("Anna");
        await (await app.As(anna)).Fill("/konto", "Wyślij listy do potwierdzenia", new() { ["EmailForm.Email"] = $"n{anna.Id}@firma.example", ["EmailForm.Password"] = Password });
        var links = (await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id && m.Subject == "Zmiana adresu e-mail").ToListAsync())).ConvertAll(l => Change().Match(l.Text).Value);

        await Task.WhenAll(links.Select(l => app.Client().Fill(l, "Potwierdź zmianę adresu", [])));

        Assert.Equal($"n{anna.Id}@firma.example", await EmailOf(anna));
    }

    [Fact]
    public async Task The_page_does_not_tell_that_an_address_has_an_account()
    {
        var (anna, other) = (await WithPassword("Anna"), await app.Person("Ktoś"));
        var browser = await app.As(anna);

        var answer = await browser.Fill("/konto", "Wyślij listy do potwierdzenia", new() { ["EmailForm.Email"] = other.Email!, ["EmailForm.Password"] = Password });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(await app.Db(db => db.Set<AccountToken>().Where(t => t.UserId == anna.Id).ToListAsync()));
        Assert.Single(await app.Db(db => db.Set<OutboxMail>().Where(m => m.Recipient == other.Email).ToListAsync()));
    }

    [Fact]
    public async Task A_wrong_password_changes_no_address_and_closes_no_account()
    {
        var browser = await app.As(await WithPassword("Anna"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill("/konto", "Wyślij listy do potwierdzenia", new() { ["EmailForm.Email"] = "x@firma.example", ["EmailForm.Password"] = "nie to hasło wcale" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill("/konto/zamknij", "Zamknij konto", new() { ["Password"] = "nie to hasło wcale" })).StatusCode);
    }

    [Fact]
    public async Task Whoever_closes_the_account_is_out_everywhere_and_stays_out()
    {
        var anna = await WithPassword("Anna");
        var (browser, phone) = (await app.As(anna), await app.As(anna));

        await browser.Fill("/konto/zamknij", "Zamknij konto", new() { ["Password"] = Password });

        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/konto")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Client().Fill("/logowanie", "Zaloguj się", new() { ["Form.Email"] = anna.Email!, ["Form.Password"] = Password })).StatusCode);
    }

    private async Task<(Company Firm, User Anna)> Scene()
    {
        var firm = await app.Firm($"Zapraszająca {Guid.NewGuid():N}"[..26]);
        return (firm, await app.Person("Anna", firm, CompanyRole.Owner));
    }

    private async Task<User> WithPassword(string name)
    {
        var person = await app.Person(name);
        await app.Run<Norda.Features.Accounts.Reset.SetPassword, Norda.Platform.Outcome>(set => set.ByOwner(person.Id, Password, null, CancellationToken.None));
        return person;
    }

    private async Task<string> Invite(User owner, string email, CompanyRole role)
    {
        var sent = await (await app.As(owner)).Fill("/moja-firma/zespol", "Wyślij zaproszenie", new() { ["email"] = email, ["role"] = $"{role}" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return Link().Match((await app.Db(db => db.Set<OutboxMail>().Where(m => m.Recipient == email).OrderByDescending(m => m.Id).FirstAsync())).Text).Value;
    }

    private Task<string?> EmailOf(User person) => app.Db(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.Email).SingleAsync());

    [GeneratedRegex("/zaproszenie/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("/konto/adres/[A-Za-z0-9_-]+")]
    private static partial Regex Change();
}

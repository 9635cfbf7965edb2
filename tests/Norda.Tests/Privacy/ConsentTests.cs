using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Consents;

namespace Norda.Tests.Privacy;

/// <summary>What Anna agreed to stays written in the words that she saw.</summary>
public sealed class ConsentTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_optional_consent_is_given_and_taken_back_and_both_stay_written()
    {
        var person = await app.Person("Anna Zgodna");
        var anna = await app.As(person);

        await Post(anna, "", "newsletter", "2026-11");
        Assert.Null((await Given(person)).Single().WithdrawnAt);
        await Post(anna, "Wycofaj", "newsletter", null);

        var consent = (await Given(person)).Single();
        Assert.Equal(("newsletter", "2026-11", "konto"), (consent.Kind, consent.Version, consent.Source));
        Assert.NotNull(consent.WithdrawnAt);
        var page = await (await anna.GetAsync("/konto/zgody")).Page();
        Assert.Contains("Listy o wydarzeniach", page.QuerySelector("main .table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terms_cannot_be_taken_back_but_by_leaving()
    {
        var person = await Agreed("Anna Trwała");
        var anna = await app.As(person);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(anna, "Wycofaj", "regulamin", null)).StatusCode);
        Assert.All(await Given(person), c => Assert.Null(c.WithdrawnAt));
    }

    [Fact]
    public async Task A_text_that_nobody_showed_is_not_agreed_to()
    {
        var person = await app.Person("Anna Uważna");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(await app.As(person), "", "newsletter", "1999-01")).StatusCode);
        Assert.Empty(await Given(person));
    }

    [Fact]
    public async Task New_terms_are_shown_at_the_next_sign_in_and_then_no_more()
    {
        var person = await app.WithPassword(await Agreed("Anna Wracająca"));
        await using var later = await app.Changed(host => host.ConfigureTestServices(services => services.AddSingleton<ConsentTexts, NewTerms>()));

        var browser = later.CreateClient(new() { AllowAutoRedirect = false });
        var signed = await browser.Fill("/logowanie?powrot=/katalog", "Zaloguj się", new() { ["Form.Email"] = person.Email!, ["Form.Password"] = CanaryApp.Password });
        Assert.Equal("/konto/zgody?powrot=%2Fkatalog", signed.Headers.Location!.ToString());
        Assert.Contains("Całkiem nowe zasady.", await browser.GetStringAsync("/konto/zgody"), StringComparison.Ordinal);
        var agreed = await Post(browser, "", "regulamin", "2027-01", "?powrot=/katalog");
        Assert.Equal("/katalog", agreed.Headers.Location!.ToString());

        var again = await later.CreateClient(new() { AllowAutoRedirect = false }).Fill("/logowanie", "Zaloguj się", new() { ["Form.Email"] = person.Email!, ["Form.Password"] = CanaryApp.Password });
        Assert.Equal("/start", again.Headers.Location!.ToString());
    }

    private async Task<User> Agreed(string name)
    {
        var person = await app.Person(name);
        await app.Db(async db =>
        {
            foreach (var kind in (string[])["regulamin", "prywatnosc"])
                db.Add(new UserConsent { UserId = person.Id, Kind = kind, Version = "2026-11", Source = "rejestracja", GivenAt = app.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        });
        return person;
    }

    private Task<List<UserConsent>> Given(User person) => app.Db(db => db.Set<UserConsent>().AsNoTracking().Where(c => c.UserId == person.Id).ToListAsync());

    private static async Task<HttpResponseMessage> Post(HttpClient browser, string handler, string kind, string? version, string query = "")
    {
        var page = await (await browser.GetAsync("/konto/zgody" + query)).Page();
        var fields = new Dictionary<string, string> { ["rodzaj"] = kind, ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! };
        if (version is not null)
            fields["wersja"] = version;
        if (query.Length > 0)
            fields["Powrot"] = "/katalog";
        return await browser.PostAsync($"/konto/zgody?handler={handler}", new FormUrlEncodedContent(fields));
    }

    private sealed class NewTerms(TimeProvider clock) : ConsentTexts(clock)
    {
        public override IReadOnlyList<ConsentText> All => [.. base.All, new(Terms, "2027-01", new DateOnly(2026, 11, 20), "Zasady serwisu", true, ["Całkiem nowe zasady."])];
    }
}

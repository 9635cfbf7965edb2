using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Features.Notifications;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Tests.Classifieds;

/// <summary>Anna's advertisement over its life: answered, changed, reported, ended and renewed.</summary>
public sealed class LifeOfClassifiedTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Words = "Potrzebujemy trzech spawaczy do balustrad aluminiowych, od stycznia.";

    [Fact]
    public async Task The_author_is_reminded_once_before_the_end_and_renews_with_one_button()
    {
        var (anna, _) = await Member("Anna");
        var ad = await Ad(anna, "Szukam hydraulika", days: 2);

        await app.Run<RemindOfClassifieds, int>(job => job.Run(CancellationToken.None));
        await app.Run<RemindOfClassifieds, int>(job => job.Run(CancellationToken.None));

        var letter = await app.Db(db => db.Set<OutboxMail>().SingleAsync(m => m.UserId == anna.Id));
        Assert.Contains($"/ogloszenia/{ad.Id}-szukam-hydraulika#przedluz", letter.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.Db(db => db.Set<UserNotification>().CountAsync(n => n.UserId == anna.Id)));

        var browser = await app.As(anna);
        await browser.Press($"/ogloszenia/{ad.Id}-szukam-hydraulika", "Przedłuż o 30 dni");
        await browser.Press($"/ogloszenia/{ad.Id}-szukam-hydraulika", "Przedłuż o 30 dni");
        Assert.Equal(app.Clock.GetUtcNow().UtcDateTime.AddDays(30), (await Again(ad)).ExpiresAt);
    }

    [Fact]
    public async Task What_ran_out_or_was_closed_only_its_author_sees()
    {
        var (anna, _) = await Member("Anna");
        var (over, closed) = (await Ad(anna, "Stare ogłoszenie zduna", days: -1), await Ad(anna, "Zamknięte ogłoszenie zduna"));
        var (owner, bartek) = (await app.As(anna), await app.As((await Member("Bartek")).Person));
        await owner.Press($"/ogloszenia/{closed.Id}-zamkniete-ogloszenie-zduna", "Zakończ ogłoszenie");

        Assert.Empty((await app.Page("/ogloszenia?q=zdun")).QuerySelectorAll(".ads h2"));
        Assert.Equal(2, (await (await owner.GetAsync("/ogloszenia?q=zdun&czyje=moje")).Page()).QuerySelectorAll(".ads h2").Length);
        foreach (var ad in new[] { over, closed })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await bartek.GetAsync($"/ogloszenia/{ad.Id}-{ad.Slug}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/ogloszenia/{ad.Id}-{ad.Slug}")).StatusCode);
        }
    }

    [Fact]
    public async Task A_question_reaches_the_author_by_letter_and_the_answer_comes_straight_back()
    {
        var (anna, _) = await Member("Anna");
        var bartek = (await Member("Bartek")).Person;
        var ad = await Ad(anna, "Szukam szklarza");
        var browser = await app.As(bartek);

        await browser.Fill($"/ogloszenia/{ad.Id}-szukam-szklarza", "Wyślij wiadomość", new() { ["Text"] = "Mamy wolny termin w grudniu." });
        await browser.Fill($"/ogloszenia/{ad.Id}-szukam-szklarza", "Wyślij wiadomość", new() { ["Text"] = "Mamy wolny termin w grudniu." });
        var short1 = await browser.Fill($"/ogloszenia/{ad.Id}-szukam-szklarza", "Wyślij wiadomość", new() { ["Text"] = "Hej" });

        var letter = await app.Db(db => db.Set<OutboxMail>().SingleAsync(m => m.UserId == anna.Id));
        Assert.Equal((bartek.Email, anna.Email), (letter.ReplyTo, letter.Recipient));
        Assert.Equal([bartek.Email!], Envelope.Of(letter, new MailOptions(), "Izba").ReplyTo.Mailboxes.Select(m => m.Address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, short1.StatusCode);
    }

    [Fact]
    public async Task Nobody_writes_to_more_than_twenty_authors_a_day()
    {
        var (anna, _) = await Member("Anna");
        var ad = await Ad(anna, "Szukam stolarza");
        var browser = await app.As((await Member("Bartek")).Person);
        var page = await (await browser.GetAsync($"/ogloszenia/{ad.Id}-szukam-stolarza")).Page();

        for (var i = 0; i < 20; i++)
            await browser.Send(page, $"/ogloszenia/{ad.Id}-szukam-stolarza", "Wyślij wiadomość", new() { ["Text"] = $"Wiadomość numer {i} do Anny." });
        var late = await browser.Send(page, $"/ogloszenia/{ad.Id}-szukam-stolarza", "Wyślij wiadomość", new() { ["Text"] = "Jeszcze jedna wiadomość." });

        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.Equal(20, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.UserId == anna.Id)));
    }

    [Fact]
    public async Task Anothers_advertisement_is_neither_changed_nor_closed()
    {
        var ad = await Ad((await Member("Anna")).Person, "Szukam dekarza");
        var bartek = await app.As((await Member("Bartek")).Person);
        var page = await (await bartek.GetAsync($"/ogloszenia/{ad.Id}-szukam-dekarza")).Page();

        Assert.Equal(HttpStatusCode.NotFound, (await bartek.GetAsync($"/ogloszenia/{ad.Id}-szukam-dekarza/zmien")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bartek.Send(page, $"/ogloszenia/{ad.Id}-szukam-dekarza?handler=Zakoncz", "Wyślij wiadomość", [])).StatusCode);
        Assert.True((await Again(ad)).IsActive);
    }

    [Fact]
    public async Task Two_windows_do_not_overwrite_each_other()
    {
        var (anna, _) = await Member("Anna");
        var ad = await Ad(anna, "Szukam malarza");
        var browser = await app.As(anna);
        var place = $"/ogloszenia/{ad.Id}-szukam-malarza/zmien";
        var (one, other) = (await (await browser.GetAsync(place)).Page(), await (await browser.GetAsync(place)).Page());

        var first = await browser.Send(one, place, "Zapisz zmiany", new() { ["Form.Title"] = "Szukam dwóch malarzy" });
        var second = await browser.Send(other, place, "Zapisz zmiany", new() { ["Form.Title"] = "Szukam trzech malarzy" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
        Assert.Equal("Szukam dwóch malarzy", (await Again(ad)).Title);
    }

    [Fact]
    public async Task A_reported_advertisement_goes_and_its_author_reads_why()
    {
        var (anna, _) = await Member("Anna");
        var ad = await Ad(anna, "Szukam podróbek zegarków");

        var report = await app.Page($"/zglos?rodzaj=classified&id={ad.Id}");
        Assert.Contains("Szukam podróbek zegarków", report.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await app.Run<IEnumerable<IReportable>, bool>(kinds => kinds.Single(k => k.Kind == "classified").TakeDown(ad.Id, "Towar podrobiony.", CancellationToken.None)));

        Assert.Empty((await app.Page("/ogloszenia?q=podr%C3%B3bka")).QuerySelectorAll(".ads h2"));
        var browser = await app.As(anna);
        Assert.Contains("Towar podrobiony.", await browser.GetStringAsync($"/ogloszenia/{ad.Id}-szukam-podrobek-zegarkow"), StringComparison.Ordinal);
        Assert.Equal(1, await app.Db(db => db.Set<Classified>().CountAsync(c => c.Id == ad.Id && c.HiddenAt != null)));
    }

    private async Task<(User Person, Company Firm)> Member(string name)
    {
        var firm = await app.Firm($"Firma {name} {Guid.NewGuid():N}");
        return (await app.Person(name, firm, CompanyRole.Owner), firm);
    }

    private Task<Classified> Again(Classified ad) => app.Db(db => db.Set<Classified>().AsNoTracking().SingleAsync(c => c.Id == ad.Id));

    private Task<Classified> Ad(User author, string title, ListingType type = ListingType.Wanted, int days = 30, string? budget = null, bool anonymous = false) => app.Ad(author, title, Words, type, days, budget, anonymous);
}

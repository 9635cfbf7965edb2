using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Accounts;
using Norda.Features.Events;
using Norda.Features.Mail;
using Norda.Features.Mail.Bounces;
using Norda.Features.News;
using Norda.Features.Newsletter;
using Norda.Features.Notifications;
using Norda.Platform.Access;
using Norda.Tests.Events;

namespace Norda.Tests.Newsletter;

public sealed class NewsletterTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task It_is_composed_of_what_is_ticked_and_nothing_else()
    {
        var (open, closed) = (await app.Event("Otwarte"), await app.Event("Zamknięte", more: f => f.Visibility = EventVisibility.Members));
        await News("Nowina do listu", -2);
        await News("Nowina sprzed miesięcy", -100);
        await app.Firm("Firma nowa w izbie");
        var office = await Office();
        var page = await (await office.GetAsync("/biuro/newsletter/nowy?dni=14")).Page();
        var offered = page.QuerySelectorAll("fieldset label").Select(l => l.TextContent).ToList();

        var id = await Compose(office, $"event:{open.Id}");
        var issue = await Row(id);
        var letter = await office.GetStringAsync($"/biuro/newsletter/{id}?handler=List");

        Assert.Contains(offered, o => o.Contains("Nowina do listu", StringComparison.Ordinal));
        Assert.Contains(offered, o => o.Contains("Firma nowa w izbie", StringComparison.Ordinal));
        Assert.DoesNotContain(offered, o => o.Contains("Nowina sprzed miesięcy", StringComparison.Ordinal) || o.Contains(closed.Title, StringComparison.Ordinal));
        Assert.Equal([$"event:{open.Id}"], issue.Items.Select(i => i.Key));
        Assert.Contains(open.Title, letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Nowina do listu", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_who_agreed_gets_one_letter_and_nobody_else_gets_any()
    {
        var anna = await Agreed("Anna");
        var bartek = await app.Person("Bartek");
        var celina = await Agreed("Celina", takenBack: true);
        var held = await Agreed("Darek");
        var away = await Agreed("Edyta");
        await app.Db(async db =>
        {
            db.Add(new AddressHold { Address = AddressHold.Of(held.Email!), Status = "5.1.1", HeldAt = Now });
            await db.SaveChangesAsync();
            await db.Users.Where(u => u.Id == away.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false));
        });
        var office = await Office();
        var id = await Compose(office);

        await office.Fill($"/biuro/newsletter/{id}", await SendButton(office, id), []);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Work()));
        await Work();

        var got = await Letters(id);
        Assert.Equal(1, got.Count(m => m.UserId == anna.Id));
        Assert.DoesNotContain(got, m => m.UserId == bartek.Id || m.UserId == celina.Id || m.UserId == held.Id || m.UserId == away.Id);
        Assert.Equal(got.Count, got.Select(m => m.UserId).Distinct().Count());
        var issue = await Row(id);
        Assert.Equal((got.Count, got.Count), (issue.Recipients, issue.Queued));
        Assert.NotNull(issue.FinishedAt);
    }

    [Fact]
    public async Task An_instance_that_dies_leaves_no_gap_and_two_write_no_letter_twice()
    {
        var people = new List<User>();
        for (var i = 0; i < 6; i++)
            people.Add(await Agreed($"Osoba {i}"));
        var office = await Office();
        var id = await Compose(office);
        await office.Fill($"/biuro/newsletter/{id}", await SendButton(office, id), []);
        await app.Db(db => db.Set<Issue>().Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.LastUserId, people[2].Id))); // the first three were written, then the lights went out

        await Work();

        var got = (await Letters(id)).Select(m => m.UserId!.Value).ToList();
        Assert.Equal(people.Skip(3).Select(p => p.Id), got.Where(g => people.Exists(p => p.Id == g)).Order());
    }

    [Fact]
    public async Task Who_sent_it_is_told_and_may_leave_the_page_meanwhile()
    {
        await Agreed("Anna");
        var celina = await app.Person("Celina z biura", staff: Role.Office);
        var office = await app.As(celina);
        var id = await Compose(office);

        await office.Fill($"/biuro/newsletter/{id}", await SendButton(office, id), []);
        var meanwhile = await office.GetAsync($"/biuro/newsletter/{id}");
        await Work();

        Assert.Equal("2", meanwhile.Headers.GetValues("Refresh").Single());
        Assert.Equal($"/biuro/newsletter/{id}", (await app.Db(db => db.Set<UserNotification>().SingleAsync(n => n.UserId == celina.Id && n.Kind == "newsletter-sent"))).ActionUrl);
        Assert.False((await office.GetAsync($"/biuro/newsletter/{id}")).Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task A_test_goes_to_who_asks_alone()
    {
        await Agreed("Anna");
        var celina = await app.Person("Celina próbuje", staff: Role.Office);
        var office = await app.As(celina);
        var id = await Compose(office);

        await office.Press($"/biuro/newsletter/{id}", "Wyślij próbnie do mnie");

        var letter = Assert.Single(await Letters(id));
        Assert.Equal(celina.Id, letter.UserId);
        Assert.Null((await Row(id)).StartedAt);
    }

    [Fact]
    public async Task One_click_ends_it_without_signing_in()
    {
        var anna = await Agreed("Anna");
        var office = await Office();
        var id = await Compose(office);
        await office.Fill($"/biuro/newsletter/{id}", await SendButton(office, id), []);
        await Work();
        var stop = (await Letters(id)).Single(m => m.UserId == anna.Id).UnsubscribeUrl!;

        var asked = await app.Page(new Uri(stop).PathAndQuery);
        var stillAgreed = await Agrees(anna);
        var answer = await app.Client().PostAsync(new Uri(stop).PathAndQuery, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        Assert.True(stillAgreed);
        Assert.NotNull(asked.QuerySelector("main form button"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(await Agrees(anna));
        Assert.Equal(HttpStatusCode.Gone, (await app.Client().GetAsync("/newsletter/rezygnacja/podrobiony")).StatusCode);
    }

    [Fact]
    public async Task An_empty_letter_is_refused_and_what_was_typed_stays()
    {
        var answer = await (await Office()).Fill("/biuro/newsletter/nowy", "Zapisz i obejrzyj", new() { ["Form.Subject"] = "Pusty jak bęben", ["Form.Ticked"] = "nic:0" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Pusty jak bęben", (await answer.Page()).QuerySelector("[name='Form.Subject']")!.GetAttribute("value"));
    }

    private DateTime Now => app.Clock.GetUtcNow().UtcDateTime;

    private async Task<HttpClient> Office() => await app.As(await app.Person("Celina", staff: Role.Office));

    /// <summary>Composes an issue and gives its number.</summary>
    private static async Task<int> Compose(HttpClient office, string ticked = "nic:0")
    {
        var answer = await office.Fill("/biuro/newsletter/nowy", "Zapisz i obejrzyj", new() { ["Form.Subject"] = "Co słychać w izbie", ["Form.Intro"] = "Dwa zdania.", ["Form.Ticked"] = ticked });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return int.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> SendButton(HttpClient office, int id) =>
        (await (await office.GetAsync($"/biuro/newsletter/{id}")).Page()).QuerySelectorAll("button").Select(b => b.TextContent.Trim()).Single(b => b.StartsWith("Wyślij do", StringComparison.Ordinal));

    private async Task Work()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorkIssues>().Run(CancellationToken.None);
    }

    private Task<Issue> Row(int id) => app.Db(db => db.Set<Issue>().AsNoTracking().SingleAsync(i => i.Id == id));

    private Task<List<OutboxMail>> Letters(int id) => app.Db(db => db.Set<OutboxMail>().AsNoTracking().Where(m => m.UniqueKey.StartsWith($"newsletter:{id}:")).ToListAsync());

    private Task<bool> Agrees(User person) => app.Db(db => db.Set<UserConsent>().AnyAsync(c => c.UserId == person.Id && c.Kind == "newsletter" && c.WithdrawnAt == null));

    private async Task<User> Agreed(string name, bool takenBack = false)
    {
        var person = await app.Person(name);
        await app.Db(async db =>
        {
            db.Add(new UserConsent { UserId = person.Id, Kind = "newsletter", Version = "2026-11", Source = "konto", GivenAt = Now, WithdrawnAt = takenBack ? Now : null });
            await db.SaveChangesAsync();
        });
        return person;
    }

    private Task News(string title, int days) => app.Db(async db =>
    {
        db.Add(new NewsPost { Title = title, Slug = Norda.Platform.Slug.From(title), Content = "Treść.", PublishedAt = Now.AddDays(days), CreatedAt = Now, UpdatedAt = Now });
        await db.SaveChangesAsync();
    });
}

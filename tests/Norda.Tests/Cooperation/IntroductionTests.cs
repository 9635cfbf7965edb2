using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Cooperation;
using Norda.Features.Directory;
using Norda.Features.Notifications;
using Norda.Platform.Access;
using Norda.Tests.Classifieds;

namespace Norda.Tests.Cooperation;

/// <summary>Anna seeks, Bartek's firm can do it, Celina is a member who should learn nothing.</summary>
public sealed class IntroductionTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Words = "Rysunki gotowe, termin do końca marca, płatność w dwóch ratach.";

    [Fact]
    public async Task Up_to_three_firms_are_proposed_each_with_its_reason()
    {
        var scene = await Scene("Renowacja zegarów", firms: 5);

        var page = await (await (await app.As(scene.Anna)).GetAsync(scene.Place)).Page();

        var proposed = page.QuerySelectorAll("#firmy .match li");
        Assert.Equal(3, proposed.Length);
        Assert.All(proposed, p => Assert.Contains("Usługa: Renowacja zegarów", p.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_firm_is_asked_without_a_name_and_both_are_named_once_it_agrees()
    {
        var scene = await Scene("Konserwacja wież");
        var (anna, bartek) = (await app.As(scene.Anna), await app.As(scene.Bartek));

        await anna.Press(scene.Place, "Zapytaj zaznaczone firmy");
        var told = await app.Db(db => db.Set<UserNotification>().SingleAsync(n => n.UserId == scene.Bartek.Id));
        var asked = await bartek.GetStringAsync("/moja-firma/zapytania");
        foreach (var seen in new[] { asked, told.Title + told.Message })
        {
            Assert.Contains("Konserwacja wież", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(scene.Anna.Name, seen, StringComparison.Ordinal);
            Assert.DoesNotContain(scene.AnnasFirm.Name, seen, StringComparison.Ordinal);
        }

        var yes = await bartek.Press("/moja-firma/zapytania", "Tak, porozmawiajmy");
        Assert.Equal($"/wspolpraca/{await Id(scene)}", yes.Headers.Location!.OriginalString);
        Assert.Contains(scene.Anna.Email!, await bartek.GetStringAsync(yes.Headers.Location), StringComparison.Ordinal);
        Assert.Contains(scene.Bartek.Email!, await anna.GetStringAsync(yes.Headers.Location), StringComparison.Ordinal);
        Assert.Single(await app.Db(db => db.Set<UserNotification>().Where(n => n.UserId == scene.Anna.Id && n.Kind == "introduction-agreed").ToListAsync()));
    }

    [Fact]
    public async Task A_refusal_looks_like_silence()
    {
        var scene = await Scene("Czyszczenie dzwonów");
        var (anna, bartek) = (await app.As(scene.Anna), await app.As(scene.Bartek));
        await anna.Press(scene.Place, "Zapytaj zaznaczone firmy");
        var before = await Panel(anna, scene);

        await bartek.Press("/moja-firma/zapytania", "Nie tym razem");

        Assert.Equal(before, await Panel(anna, scene));
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync($"/wspolpraca/{await Id(scene)}")).StatusCode);
        Assert.Equal(0, await app.Db(db => db.Set<UserNotification>().CountAsync(n => n.UserId == scene.Anna.Id)));
        Assert.Equal(IntroductionStatus.Declined, (await Row(scene)).Status);
    }

    [Fact]
    public async Task Nobody_else_learns_who_was_asked()
    {
        var scene = await Scene("Strojenie katarynek");
        var (anna, bartek) = (await app.As(scene.Anna), await app.As(scene.Bartek));
        await anna.Press(scene.Place, "Zapytaj zaznaczone firmy");
        var id = await Id(scene);
        var celina = await app.As(await app.Person("Celina", await app.Firm($"Trzecia {Guid.NewGuid():N}"), CompanyRole.Owner));
        var colleague = await app.As(await app.Person("Darek", scene.BarteksFirm));
        var office = await app.As(await app.Person("Ela", staff: Role.Office));
        var form = await (await bartek.GetAsync("/moja-firma/zapytania")).Page();

        foreach (var other in new[] { celina, colleague, office })
        {
            Assert.Null((await (await other.GetAsync(scene.Place)).Page()).QuerySelector("#firmy"));
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(scene.Place + "/zapytaj")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/wspolpraca/{id}")).StatusCode);
        }

        Assert.DoesNotContain("katarynek", await celina.GetStringAsync("/moja-firma/zapytania"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync("/moja-firma/zapytania")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync("/moja-firma/zapytania")).StatusCode);
        var own = await (await celina.GetAsync("/moja-firma/zapytania")).Page();
        Assert.Null(own.QuerySelector("main button[name=odpowiedz]"));
        Assert.NotNull(form.QuerySelector("main button[name=odpowiedz]"));
        Assert.Equal(IntroductionStatus.Asked, (await Row(scene)).Status);
    }

    [Fact]
    public async Task Only_firms_that_were_proposed_can_be_asked()
    {
        var scene = await Scene("Ostrzenie kos");
        var stranger = await app.Firm("Zupełnie Co Innego", services: ["Fryzjer"]);
        await app.Person("Celina", stranger, CompanyRole.Owner);
        var anna = await app.As(scene.Anna);
        var page = await (await anna.GetAsync(scene.Place)).Page();

        await anna.Send(page, scene.Place, "Zapytaj zaznaczone firmy", new() { ["firmy"] = $"{stranger.Id}" });

        Assert.Equal(0, await app.Db(db => db.Set<Introduction>().CountAsync(i => i.ClassifiedId == scene.Ad.Id)));
    }

    [Fact]
    public async Task Asked_from_many_windows_at_once_there_are_still_three_at_most()
    {
        var scene = await Scene("Tkanie gobelinów", firms: 6);
        var anna = await app.As(scene.Anna);
        var page = await (await anna.GetAsync(scene.Place)).Page();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => anna.Send(page, scene.Place, "Zapytaj zaznaczone firmy", [])));
        await anna.Send(page, scene.Place, "Zapytaj zaznaczone firmy", []);

        var asked = await app.Db(db => db.Set<Introduction>().Where(i => i.ClassifiedId == scene.Ad.Id).ToListAsync());
        Assert.InRange(asked.Count, 1, 3);
        Assert.Equal(asked.Count, asked.Select(i => i.CompanyId).Distinct().Count());
    }

    [Fact]
    public async Task Two_who_answer_for_the_firm_at_once_answer_once()
    {
        var scene = await Scene("Haft kaszubski");
        await (await app.As(scene.Anna)).Press(scene.Place, "Zapytaj zaznaczone firmy");
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => await app.As(await app.Person("Bartek", scene.BarteksFirm, CompanyRole.Editor))));
        var pages = await Task.WhenAll(people.Select(async p => await (await p.GetAsync("/moja-firma/zapytania")).Page()));

        var answers = await Task.WhenAll(people.Select((p, i) => p.Send(pages[i], "/moja-firma/zapytania", i % 2 == 0 ? "Tak, porozmawiajmy" : "Nie tym razem", [])));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        var row = await Row(scene);
        Assert.NotEqual(IntroductionStatus.Asked, row.Status);
        Assert.Equal(row.Status == IntroductionStatus.Agreed ? 1 : 0, await app.Db(db => db.Set<UserNotification>().CountAsync(n => n.UserId == scene.Anna.Id)));
    }

    [Fact]
    public async Task Two_weeks_later_each_side_is_asked_once_and_the_first_answer_holds()
    {
        var scene = await Scene("Kucie podków");
        var (anna, bartek) = (await app.As(scene.Anna), await app.As(scene.Bartek));
        await anna.Press(scene.Place, "Zapytaj zaznaczone firmy");
        await bartek.Press("/moja-firma/zapytania", "Tak, porozmawiajmy");
        await app.Db(db => db.Set<Introduction>().Where(i => i.ClassifiedId == scene.Ad.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.AnsweredAt, app.Clock.GetUtcNow().UtcDateTime.AddDays(-14))));

        await app.Run<AskForOutcomes, int>(job => job.Run(CancellationToken.None));
        await app.Run<AskForOutcomes, int>(job => job.Run(CancellationToken.None));

        foreach (var person in new[] { scene.Anna, scene.Bartek })
            Assert.Single(await app.Db(db => db.Set<UserNotification>().Where(n => n.UserId == person.Id && n.Kind == "introduction-outcome").ToListAsync()));
        var page = await (await anna.GetAsync($"/wspolpraca/{await Id(scene)}")).Page();
        await anna.Send(page, $"/wspolpraca/{await Id(scene)}", "Tak, doszło", []);
        await anna.Send(page, $"/wspolpraca/{await Id(scene)}", "Nie doszło", []);
        var row = await Row(scene);
        Assert.Equal((true, null), (row.AuthorSays, row.FirmSays));
    }

    [Fact]
    public async Task Whoever_answers_too_late_is_told_so()
    {
        var scene = await Scene("Wypalanie wapna");
        await (await app.As(scene.Anna)).Press(scene.Place, "Zapytaj zaznaczone firmy");
        var bartek = await app.As(scene.Bartek);
        var page = await (await bartek.GetAsync("/moja-firma/zapytania")).Page();
        await app.Db(db => db.Set<Introduction>().Where(i => i.ClassifiedId == scene.Ad.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.ExpiresAt, app.Clock.GetUtcNow().UtcDateTime.AddSeconds(-1))));

        await bartek.Send(page, "/moja-firma/zapytania", "Tak, porozmawiajmy", []);

        Assert.Equal(IntroductionStatus.Asked, (await Row(scene)).Status);
        Assert.Null((await (await bartek.GetAsync("/moja-firma/zapytania")).Page()).QuerySelector("main button[name=odpowiedz]"));
    }

    private async Task<Scenery> Scene(string service, int firms = 1)
    {
        var annas = await app.Firm($"Pracownia Anny {Guid.NewGuid():N}");
        var anna = await app.Person($"Anna {Guid.NewGuid():N}", annas, CompanyRole.Owner);
        var (theirs, people) = (new List<Company>(), new List<User>());
        foreach (var n in Enumerable.Range(0, firms))
        {
            theirs.Add(await app.Firm($"Warsztat {n} {Guid.NewGuid():N}", services: [service]));
            people.Add(await app.Person("Bartek", theirs[n], CompanyRole.Owner));
        }

        return new Scenery(anna, annas, people[0], theirs[0], await app.Ad(anna, service, Words));
    }

    private async Task<int> Id(Scenery scene) => (await Row(scene)).Id;

    private Task<Introduction> Row(Scenery scene) => app.Db(db => db.Set<Introduction>().AsNoTracking().SingleAsync(i => i.ClassifiedId == scene.Ad.Id));

    private static async Task<string> Panel(HttpClient browser, Scenery scene) => (await (await browser.GetAsync(scene.Place)).Page()).QuerySelector("#firmy")!.TextContent;

    private sealed record Scenery(User Anna, Company AnnasFirm, User Bartek, Company BarteksFirm, Classified Ad)
    {
        public string Place => $"/ogloszenia/{Ad.Id}-{Ad.Slug}";
    }
}

using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Events;
using Norda.Features.Forum;
using Norda.Features.News;
using Norda.Features.Recommendations;
using Norda.Platform.Access;
using Norda.Tests.Classifieds;
using Norda.Tests.Events;

namespace Norda.Tests.Home;

public sealed class StartTests(TestApp app) : IClassFixture<TestApp>
{
    private const int MostCommands = 8;

    private DateTime Now => app.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        var answer = await app.Client().GetAsync("/start");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/logowanie", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_member_sees_first_steps_until_they_are_done_or_two_months_have_passed()
    {
        var anna = await app.Person("Anna", await app.Firm("Pierwsze Kroki"), CompanyRole.Owner);
        var before = await Start(anna);
        await app.Db(async db =>
        {
            var shelf = new ForumCategory { Name = "Powitania", Slug = "powitania" };
            db.Add(new ForumTopic { AuthorId = anna.Id, Category = shelf, Title = "Dzień dobry", Slug = "dzien-dobry", Content = "Witam", Terms = " ", CreatedAt = Now, LastReplyAt = Now });
            await db.SaveChangesAsync();
        });
        var after = await Start(anna);
        await app.Db(db => db.Users.Where(u => u.Id == anna.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.CreatedAt, Now.AddDays(-61))));

        Assert.Equal("/forum/nowy", Step(before, "Przywitaj się na forum").GetAttribute("href"));
        Assert.Equal("S", Step(after, "Przywitaj się na forum").TagName, ignoreCase: true);
        Assert.Equal("S", Step(after, "Potwierdź adres e-mail").TagName, ignoreCase: true);
        Assert.Null((await Start(anna)).QuerySelector("#pierwsze-kroki"));
    }

    [Fact]
    public async Task What_waits_stands_there_with_the_way_to_it_and_nothing_of_others_does()
    {
        var firm = await app.Firm("Czekająca", more: f => f.Certifications.Add(new Certification { Name = "ISO 9001", ExpiryDate = new DateOnly(2027, 1, 15) }));
        var (anna, bartek) = (await app.Person("Anna", firm, CompanyRole.Owner), await app.Person("Bartek", await app.Firm("Obca"), CompanyRole.Owner));
        var darek = await app.Person("Darek");
        var one = await app.Event("Wolne miejsce");
        await app.Db(async db =>
        {
            db.Add(new CompanyUser { UserId = darek.Id, CompanyId = firm.Id, Status = CompanyUserStatus.Requested, CreatedAt = Now });
            db.Add(new Attendee { EventId = one.Id, UserId = anna.Id, Status = AttendeeStatus.Offered, OfferedUntil = Now.AddHours(5), RegisteredAt = Now, ChangedAt = Now });
            await db.SaveChangesAsync();
        });

        var annas = (await Start(anna)).QuerySelectorAll("section[aria-labelledby=czeka] li").ToDictionary(li => li.QuerySelector("a")!.GetAttribute("href")!, li => li.QuerySelector(".item-title")!.TextContent.Replace('\u00a0', ' '));
        var barteks = await Start(bartek);

        Assert.Equal("1 osoba chce wejść do Twojej firmy", annas["/moja-firma/zespol"]);
        Assert.Equal("1 certyfikat kończy się w ciągu 90 dni", annas["/moja-firma/certyfikaty"]);
        Assert.Equal("1 wolne miejsce czeka na Ciebie", annas["/wydarzenia"]);
        Assert.Null(barteks.QuerySelector("#czeka"));
        Assert.Null((await Start(anna)).QuerySelector("#biuro"));
    }

    [Fact]
    public async Task The_office_sees_what_waits_for_the_office()
    {
        await app.Firm("Do włączenia", status: CompanyStatus.Pending);
        var office = await Start(await app.Person("Celina", staff: Role.Office));
        var moderator = await Start(await app.Person("Monika", staff: Role.Moderator));

        Assert.Contains(office.QuerySelectorAll("section[aria-labelledby=biuro] a"), a => a.GetAttribute("href") == "/biuro/firmy?stan=pending");
        Assert.DoesNotContain(moderator.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/biuro/firmy?stan=pending");
    }

    [Fact]
    public async Task Events_are_answered_in_place()
    {
        var one = await app.Event("Śniadanie na starcie", "2026-11-23");
        var anna = await app.Member("Anna");
        var browser = await app.As(anna);

        var row = (await Start(anna)).QuerySelectorAll("[data-rsvp-place]").Single(r => r.TextContent.Contains(one.Title, StringComparison.Ordinal));
        var answer = await browser.Send(await (await browser.GetAsync("/start")).Page(), "/start", "Będę", new() { ["powrot"] = "/start" });

        Assert.Contains($"/wydarzenia/{one.Slug}/udzial", row.QuerySelector("form")!.GetAttribute("action")!, StringComparison.Ordinal);
        Assert.Equal("/start", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Classifieds_for_ones_trade_stand_before_newer_ones()
    {
        var anna = await app.Person("Anna", await app.Firm("Tokarnia", services: ["Toczenie precyzyjne"]), CompanyRole.Owner);
        var bartek = await app.Member("Bartek");
        await app.Ad(bartek, "Szukam toczenia wałków", "Potrzebne toczenie precyzyjne dwustu wałków ze stali.");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Ad(bartek, "Szukam fotografa", "Potrzebne zdjęcia nowej hali z zewnątrz i ze środka.");

        var section = (await Start(anna)).QuerySelector("section[aria-labelledby=h-ogloszenia]")!;

        Assert.Equal("Ogłoszenia dla Twojej branży", section.QuerySelector("h2")!.TextContent);
        Assert.Equal(["Szukam toczenia wałków"], section.QuerySelectorAll(".item-title").Select(t => t.TextContent));
        Assert.Equal("Nowe ogłoszenia", (await Start(await app.Member("Celina"))).QuerySelector("#h-ogloszenia")!.TextContent);
    }

    [Fact]
    public async Task The_ring_belongs_to_those_who_keep_the_profile()
    {
        var firm = await app.Firm("Pierścień", town: "Reda");
        var owner = await Start(await app.Person("Anna", firm, CompanyRole.Owner));
        var viewer = await Start(await app.Person("Celina", firm));

        Assert.Contains($"/moja-firma?firma={firm.Id}", owner.QuerySelectorAll("aside a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(owner.QuerySelector("aside .ring"));
        Assert.Null(viewer.QuerySelector("aside .ring"));
    }

    [Theory]
    [InlineData(false, "gdy potwierdzisz adres e-mail, a firma członkowska Cię przyjmie")]
    [InlineData(true, "gdy przyjmie Cię firma członkowska")]
    public async Task Who_belongs_to_no_firm_is_told_what_is_still_closed(bool isProven, string until)
    {
        var page = await Start(await app.Person("Darek", verified: isProven));

        Assert.Contains(until, page.QuerySelector("main .note")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#h-forum"));
        Assert.Null(page.QuerySelector("#h-ogloszenia"));
    }

    [Fact]
    public async Task Who_signs_in_lands_here_and_the_menu_leads_back()
    {
        var page = await Start(await app.Member("Anna"));

        Assert.Equal("page", page.QuerySelector(".side a[href='/start']:not(.brandmark)")!.GetAttribute("aria-current"));
        Assert.Equal("page", page.QuerySelector(".tabbar a")!.GetAttribute("aria-current"));
        Assert.Empty((await app.Page("/katalog")).QuerySelectorAll("a[href='/start']"));
    }

    [Fact]
    public async Task Eight_commands_make_the_page_however_much_there_is()
    {
        var firm = await app.Firm("Zwyczajna");
        var (anna, bartek) = (await app.Person("Anna", firm, CompanyRole.Owner), await app.Member("Bartek"));
        var (annas, office) = (await app.As(anna), await app.As(await app.Person("Celina", firm, CompanyRole.Owner, staff: Role.Admin)));
        await Much(anna, bartek, firm, 1);
        var few = (await CommandCounter.Count(() => annas.GetAsync("/start")), await CommandCounter.Count(() => office.GetAsync("/start")));
        await Much(anna, bartek, firm, 12);
        var many = (await CommandCounter.Count(() => annas.GetAsync("/start")), await CommandCounter.Count(() => office.GetAsync("/start")));

        Assert.Equal(few, many);
        Assert.InRange(few.Item1, 1, MostCommands);
        Assert.InRange(few.Item2, 1, MostCommands);
        var page = await (await annas.GetAsync("/start")).Page();
        foreach (var part in new[] { "h-wiadomosci", "najblizsze-wydarzenia", "h-aktualnosci", "h-ogloszenia", "h-forum", "h-profil", "h-polecili", "h-nowi", "czeka" })
            Assert.True(page.QuerySelector("#" + part) is not null, part);
    }

    [Fact]
    public async Task No_main_page_takes_more_than_eight_commands()
    {
        var firm = await app.Firm("Główna Strona", town: "Reda");
        var (anna, bartek) = (await app.Person("Anna", firm, CompanyRole.Owner), await app.Member("Bartek"));
        await Much(anna, bartek, firm, 3);
        var browser = await app.As(anna);
        var (one, topic) = (await app.Event("Liczone"), await app.Db(db => db.Set<ForumTopic>().OrderByDescending(t => t.Id).FirstAsync()));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in new[]
        {
            "/start", "/katalog", "/wydarzenia", $"/wydarzenia/{one.Slug}", "/forum", $"/forum/temat/{topic.Id}/{topic.Slug}", "/ogloszenia", "/wiadomosci", "/powiadomienia", "/szukaj?q=spotkanie", "/aktualnosci", $"/firma/{firm.Slug}",
        })
        {
            await browser.GetAsync(page); // the first visit marks things as read
            counts[page] = await CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', counts.Select(c => $"{c.Value} {c.Key}")));
        Assert.All(counts, count => Assert.InRange(count.Value, 1, MostCommands));
    }

    [Fact]
    public async Task A_firms_page_takes_as_many_commands_however_much_it_holds_and_whoever_looks()
    {
        var (empty, full) = (await app.Firm("Tylko nazwa"), await app.Firm("Pełna karta", town: "Rumia", category: "Druk", services: ["Druk", "Oprawa", "Skład"], competencies: ["Offset", "Flekso"], more: f =>
        {
            for (var i = 0; i < 12; i++)
            {
                f.Certifications.Add(new Certification { Name = $"ISO {i}" });
                f.News.Add(new CompanyNews { EventType = "milestone", Title = $"Nowina {i}", EventDate = new DateOnly(2026, 1, 1 + i) });
                f.Contacts.Add(new CompanyContact { ContactType = "phone", Value = $"58672000{i}" });
                f.FieldSources.Add(new FieldSource { Field = $"field{i}", Source = "REGON", TakenAt = Now });
            }
        }));
        var manager = await app.Person("Anna", full, CompanyRole.Owner);
        await Much(manager, await app.Member("Bartek"), full, 13);
        foreach (var person in new[] { manager, await app.Member("Celina"), await app.Person("Dorota", staff: Role.Office), await app.Person("Ewa", empty, CompanyRole.Owner, staff: Role.Admin) })
        {
            var browser = await app.As(person);
            foreach (var firm in new[] { full, empty })
                Assert.InRange(await CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/firma/{firm.Slug}")).StatusCode)), 1, MostCommands);
        }
    }

    /// <summary>Something in every section.</summary>
    private async Task Much(User anna, User bartek, Company firm, int many)
    {
        for (var i = 0; i < many; i++)
        {
            await app.Event($"Spotkanie {i}");
            await app.Ad(bartek, $"Ogłoszenie numer {i}", "Treść ogłoszenia, która ma dość liter, żeby przejść.");
            var author = await app.Person($"Autor {i}", await app.Firm($"Firma autora {many} {i}", services: [$"Usługa {many} {i}"]));
            await app.Db(async db =>
            {
                db.Add(new Recommendation { CompanyId = firm.Id, UserId = author.Id, RecommendationText = "Solidna firma, polecam każdemu.", Status = RecommendationStatus.Approved, CreatedAt = Now });
                db.Add(new NewsPost { Title = $"Nowina {many} {i}", Slug = $"nowina-{many}-{i}", Content = "Treść.", PublishedAt = Now, CreatedAt = Now, UpdatedAt = Now });
                db.Add(new CompanyUser { UserId = author.Id, CompanyId = firm.Id, Status = CompanyUserStatus.Requested, CreatedAt = Now });
                var shelf = await db.Set<ForumCategory>().FirstOrDefaultAsync() ?? new ForumCategory { Name = "Dział", Slug = "dzial" };
                db.Add(new ForumTopic { AuthorId = bartek.Id, Category = shelf, Title = $"Temat {many} {i}", Slug = "temat", Content = "Treść", Terms = " ", CreatedAt = Now, LastReplyAt = Now });
                await db.SaveChangesAsync();
            });
            await Messages.Talking.Write(await app.As(bartek), $"/wiadomosci/do/{anna.Id}", $"Pytanie {many} {i}");
        }

        await app.Services.GetRequiredService<NewsShelf>().Renew(CancellationToken.None); // it remembers an earlier test's empty one
    }

    private async Task<IDocument> Start(User person)
    {
        var answer = await (await app.As(person)).GetAsync("/start");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Page();
    }

    private static IElement Step(IDocument page, string text) => page.QuerySelectorAll("section[aria-labelledby=pierwsze-kroki] :is(a, s)").Single(e => e.TextContent == text);
}

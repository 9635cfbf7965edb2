using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Events;
using Norda.Features.Events.Rsvp;
using Norda.Features.Mail;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Events;

/// <summary>Celina of the office plans, changes, repeats, invites and calls off.</summary>
public sealed class PlanningTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_Celina_types_stands_in_the_calendar()
    {
        var firm = await app.Firm("Prelegent Sp. z o.o.");
        var celina = await Celina();

        var saved = await celina.Fill("/biuro/wydarzenia/nowe", "Zapisz wydarzenie", new()
        {
            ["Form.Title"] = "Śniadanie o podatkach", ["Form.Date"] = "2026-12-10", ["Form.Start"] = "8:30", ["Form.End"] = "10:00", ["Form.Location"] = "Biuro izby", ["Form.Speaker"] = "Ewa Wzorcowa", ["Form.SpeakerFirm"] = firm.Name,
            ["Form.Seats"] = "30", ["Form.Programme"] = "- kawa", ["Form.Questions"] = "* Czy zjesz?",
        });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await app.Page("/wydarzenia/sniadanie-o-podatkach");
        Assert.Equal("kawa", page.QuerySelector("#program li")!.TextContent);
        Assert.Contains("czwartek, 10 grudnia, 8:30–10:00", page.QuerySelector("#udzial")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal($"/firma/{firm.Slug}", page.QuerySelector("main a[href^='/firma/']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("2026-03-29", "02:30", "Start", "nie istnieje")]
    [InlineData("2027-03-28", "02:00", "Start", "nie istnieje")]
    [InlineData("2026-10-25", "02:30", "Turn", "dwa razy")]
    [InlineData("2027-10-31", "02:00", "Turn", "dwa razy")]
    [InlineData("2026-02-30", "10:00", "Date", "nie ma w kalendarzu")]
    [InlineData("2026-12-01", "25:00", "Start", "na przykład 17:30")]
    public async Task An_hour_that_is_not_or_is_twice_is_said_beside_its_field(string date, string start, string field, string words)
    {
        var answer = await (await Celina()).Fill("/biuro/wydarzenia/nowe", "Zapisz wydarzenie", new() { ["Form.Title"] = "Noc zmiany czasu", ["Form.Date"] = date, ["Form.Start"] = start });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Page();
        Assert.Contains(words, page.QuerySelector($"#Form_{field}-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Noc zmiany czasu", page.QuerySelector("#Form_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_end_before_the_beginning_is_refused_and_a_ball_ends_in_the_morning()
    {
        Dictionary<string, string> Form(string title, string start, string end) => new() { ["Form.Title"] = title, ["Form.Date"] = "2026-12-31", ["Form.Start"] = start, ["Form.End"] = end };
        var celina = await Celina();

        var refused = await celina.Fill("/biuro/wydarzenia/nowe", "Zapisz wydarzenie", Form("Na odwrót", "12:00", "10:00"));
        Assert.Contains("przed początkiem", (await refused.Page()).QuerySelector("#Form_End-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await celina.Fill("/biuro/wydarzenia/nowe", "Zapisz wydarzenie", Form("Bal sylwestrowy", "20:00", "4:00"))).StatusCode);
    }

    [Fact]
    public async Task A_day_that_is_over_is_told_of_when_the_event_is_saved()
    {
        var celina = await Celina();
        var saved = await celina.Fill("/biuro/wydarzenia/nowe", "Zapisz wydarzenie", new() { ["Form.Title"] = "Dawno temu", ["Form.Date"] = "2020-01-01", ["Form.Start"] = "10:00" });

        Assert.Contains("wśród minionych", (await (await celina.GetAsync(saved.Headers.Location)).Page()).QuerySelector(".toast")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-29", "01:59", "2026-03-29 00:59")]
    [InlineData("2026-03-29", "03:00", "2026-03-29 01:00")]
    [InlineData("2026-10-25", "03:00", "2026-10-25 02:00")]
    [InlineData("2027-03-28", "03:30", "2027-03-28 01:30")]
    [InlineData("2027-10-31", "01:59", "2027-10-30 23:59")]
    public async Task Hours_beside_the_change_are_the_right_instants(string date, string start, string utc) =>
        Assert.Equal(utc, (await app.Event("Granica", date, start)).StartsAt.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_second_half_past_two_in_October_ends_at_three()
    {
        Assert.Equal(2, Warsaw.Instants(new DateOnly(2026, 10, 25), new TimeOnly(2, 30)).Count);
        var night = new DateTime(2026, 10, 25, 17, 0, 0, DateTimeKind.Utc);
        Assert.Equal(TimeSpan.FromHours(25), night - night.DayBefore());
        Assert.Equal(TimeSpan.FromHours(23), new DateTime(2027, 3, 28, 16, 0, 0, DateTimeKind.Utc) - new DateTime(2027, 3, 28, 16, 0, 0, DateTimeKind.Utc).DayBefore());
    }

    [Fact]
    public async Task A_preview_saves_nothing_and_keeps_what_was_typed()
    {
        var celina = await Celina();
        var before = await app.Db(db => db.Set<Event>().CountAsync());

        var page = await (await celina.Fill("/biuro/wydarzenia/nowe", "Podgląd opisu", new() { ["Form.Description"] = "**ważne** <script>x</script>" })).Page();

        Assert.Equal("ważne", page.QuerySelector("#podglad strong")!.TextContent);
        Assert.Null(page.QuerySelector("#podglad script"));
        Assert.Equal("**ważne** <script>x</script>", page.QuerySelector("#Form_Description")!.TextContent);
        Assert.Equal(before, await app.Db(db => db.Set<Event>().CountAsync()));
    }

    [Fact]
    public async Task Two_who_edit_at_once_do_not_overwrite_each_other()
    {
        var one = await app.Event("Wspólne");
        var (celina, dorota) = (await Celina(), await Celina());
        var opened = await (await dorota.GetAsync($"/biuro/wydarzenia/{one.Id}")).Page();
        await celina.Fill($"/biuro/wydarzenia/{one.Id}", "Zapisz wydarzenie", new() { ["Form.Title"] = "Tytuł Celiny" });

        var late = await dorota.Send(opened, $"/biuro/wydarzenia/{one.Id}", "Zapisz wydarzenie", new() { ["Form.Title"] = "Tytuł Doroty" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal("Tytuł Celiny", await app.Db(db => db.Set<Event>().Where(e => e.Id == one.Id).Select(e => e.Title).SingleAsync()));
    }

    [Fact]
    public async Task Another_hour_is_told_to_those_who_come_and_reminders_begin_anew()
    {
        var (one, anna) = (await app.Event("Przesunięte"), await app.Member("Anna"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Db(db => db.Set<Event>().Where(e => e.Id == one.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.DayReminderAt, one.CreatedAt)));

        await (await Celina()).Fill($"/biuro/wydarzenia/{one.Id}", "Zapisz wydarzenie", new() { ["Form.Start"] = "20:00" });

        Assert.Contains(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id).Select(m => m.Subject).ToListAsync()), s => s.StartsWith("Zmiana: ", StringComparison.Ordinal));
        Assert.Null((await app.Db(db => db.Set<Event>().SingleAsync(e => e.Id == one.Id))).DayReminderAt);
    }

    [Fact]
    public async Task A_copy_is_filled_in_but_for_its_day()
    {
        var one = await app.Event("Kopiowane", seats: "17");

        var page = await (await (await Celina()).GetAsync($"/biuro/wydarzenia/nowe?z={one.Id}")).Page();

        Assert.Equal((one.Title, "17", ""), (page.QuerySelector("#Form_Title")!.GetAttribute("value"), page.QuerySelector("#Form_Seats")!.GetAttribute("value"), page.QuerySelector("#Form_Date")!.GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task A_weekly_event_keeps_its_hour_over_the_change_of_the_clock()
    {
        var one = await app.Event("Tygodniowe", date: "2027-03-18", start: "17:00");

        await (await Celina()).Fill($"/biuro/wydarzenia/{one.Id}/powtorz", null, new() { ["Times"] = "2" });

        var series = await app.Db(db => db.Set<Event>().Where(e => e.Title == one.Title).OrderBy(e => e.StartsAt).ToListAsync());
        Assert.Equal(["2027-03-18 17:00", "2027-03-25 17:00", "2027-04-01 17:00"], series.Select(e => Planning.Local(e.StartsAt, "yyyy-MM-dd HH:mm")));
        Assert.Equal([16, 16, 15], series.Select(e => e.StartsAt.Hour));
        Assert.Single(series.Select(e => e.SeriesId).Distinct());
    }

    [Fact]
    public async Task A_monthly_event_that_would_fall_into_no_hour_is_refused_whole()
    {
        var one = await app.Event("Nocne", date: "2027-02-28", start: "02:30");

        var answer = await (await Celina()).Fill($"/biuro/wydarzenia/{one.Id}/powtorz", null, new() { ["Rhythm"] = "miesiac", ["Times"] = "3" });

        Assert.Contains("28.03.2027 godzina 2:30 nie istnieje", (await answer.Page()).QuerySelector("#Times-e")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await app.Db(db => db.Set<Event>().Where(e => e.Title == one.Title).ToListAsync()));
    }

    [Fact]
    public async Task An_event_is_called_off_once_and_each_is_told_once()
    {
        var (one, anna, bartek) = (await app.Event("Odwołane"), await app.Member("Anna"), await app.Member("Bartek"));
        await app.Says(one, anna, RsvpAnswer.Maybe);
        await app.Says(one, bartek, RsvpAnswer.No);
        var staff = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Celina()));
        var pages = await Task.WhenAll(staff.Select(async s => await (await s.GetAsync($"/biuro/wydarzenia/{one.Id}/odwolaj")).Page()));

        var answers = await Task.WhenAll(staff.Zip(pages, (s, p) => s.Send(p, $"/biuro/wydarzenia/{one.Id}/odwolaj", null, new() { ["Reason"] = "Zachorował prelegent." })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        var letter = Assert.Single(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id).ToListAsync()));
        Assert.Contains("Zachorował prelegent.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", letter.Calendar, StringComparison.Ordinal);
        Assert.Empty(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == bartek.Id).ToListAsync()));
        Assert.Equal(AttendeeStatus.Maybe, await app.Says(one, anna, RsvpAnswer.Yes));
    }

    [Fact]
    public async Task A_branch_is_invited_once_with_a_number_before_and_answers_from_the_letter()
    {
        var one = await app.Event("Dla metalowców");
        var (firm, other) = (await app.Firm("Spawalnia", category: "Obróbka metalu"), await app.Firm("Kwiaciarnia", category: "Kwiaty"));
        var (anna, bartek) = (await app.Person("Anna", firm), await app.Person("Bartek", other));
        var celina = await Celina();
        var address = $"/biuro/wydarzenia/{one.Id}/zapros?grupa=branza&branza=obrobka-metalu";

        Assert.Equal(HttpStatusCode.Redirect, (await celina.Press(address, "Wyślij zaproszenia (1)")).StatusCode);

        var letter = Assert.Single(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id).ToListAsync()));
        Assert.Single(await app.Db(db => db.Set<UserNotification>().Where(n => n.UserId == anna.Id).ToListAsync()));
        Assert.Empty(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == bartek.Id).ToListAsync()));
        Assert.Equal(AttendeeStatus.Invited, (await app.Answer(one, anna.Id)).Status);
        Assert.Contains("Wszyscy z tej grupy", (await (await celina.GetAsync(address)).Page()).QuerySelector("#wyslij")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var link = letter.Text.Split('\n').Single(l => l.Contains("/w/", StringComparison.Ordinal));
        await app.Client().Press(new Uri(link).PathAndQuery, "Może");
        Assert.Equal(AttendeeStatus.Maybe, (await app.Answer(one, anna.Id)).Status);
    }

    [Fact]
    public async Task A_letter_to_a_meeting_of_members_opens_nothing_for_who_is_none_any_more()
    {
        var one = await app.Event("Za zamkniętymi drzwiami", more: f => f.Visibility = EventVisibility.Members);
        var firm = await app.Firm("Odlewnia Była", category: "Odlewnictwo");
        var anna = await app.Person("Anna", firm);
        await (await Celina()).Press($"/biuro/wydarzenia/{one.Id}/zapros?grupa=branza&branza=odlewnictwo", "Wyślij zaproszenia (1)");
        var letter = await app.Db(db => db.Set<OutboxMail>().SingleAsync(m => m.UserId == anna.Id));
        var link = new Uri(letter.Text.Split('\n').Single(l => l.Contains("/w/", StringComparison.Ordinal))).PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync(link)).StatusCode);

        await app.Db(db => db.Set<CompanyUser>().Where(p => p.UserId == anna.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, CompanyUserStatus.Refused)));

        var answer = await app.Client().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.DoesNotContain("Za zamkniętymi drzwiami", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> Celina() => await app.As(await app.Person("Celina", staff: Role.Office));
}

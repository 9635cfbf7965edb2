using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Events;
using Norda.Features.Events.Rsvp;
using Norda.Features.Mail;

namespace Norda.Tests.Events;

/// <summary>Anna presses one button; Bartek brings a guest; there are never more people than seats.</summary>
public sealed class RsvpTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task One_press_takes_a_seat_and_the_letter_brings_the_event_for_the_calendar()
    {
        var (one, anna) = (await app.Event("Śniadanie", seats: "40"), await app.Member("Anna"));
        var browser = await app.As(anna);

        var answer = await browser.Press($"/wydarzenia/{one.Slug}", "Będę");

        Assert.Equal((HttpStatusCode.Redirect, $"/wydarzenia/{one.Slug}"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal((AttendeeStatus.Confirmed, 1), ((await app.Answer(one, anna.Id)).Status, await app.Taken(one)));
        var page = await (await browser.GetAsync($"/wydarzenia/{one.Slug}")).Page();
        Assert.Equal("true", page.QuerySelector("button[value=tak]")!.GetAttribute("aria-pressed"));
        Assert.Contains("Wolne 39 z 40", page.QuerySelector("#udzial")!.TextContent, StringComparison.Ordinal);
        var letter = await app.Db(db => db.Set<OutboxMail>().SingleAsync(m => m.UserId == anna.Id));
        Assert.Contains("BEGIN:VEVENT", letter.Calendar, StringComparison.Ordinal);
        var file = Assert.Single(Envelope.Of(letter, new MailOptions { From = "izba@norda.example" }, "Izba").Attachments);
        Assert.Equal(("text/calendar", "PUBLISH", "wydarzenie.ics"), (file.ContentType.MimeType, file.ContentType.Parameters["method"], file.ContentDisposition!.FileName));
    }

    [Fact]
    public async Task An_answer_is_taken_back_by_the_other_button_and_the_letter_is_not_written_twice()
    {
        var (one, anna) = (await app.Event("Śniadanie", seats: "1"), await app.Member("Anna"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Says(one, anna, RsvpAnswer.No);
        Assert.Equal((AttendeeStatus.Declined, 0), ((await app.Answer(one, anna.Id)).Status, await app.Taken(one)));

        await app.Says(one, anna, RsvpAnswer.Yes);

        Assert.Equal((AttendeeStatus.Confirmed, 1), ((await app.Answer(one, anna.Id)).Status, await app.Taken(one)));
        Assert.Single(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == anna.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_script_is_answered_in_words_that_a_toast_can_say()
    {
        var (one, anna) = (await app.Event("Śniadanie"), await app.Member("Anna"));
        var browser = await app.As(anna);
        browser.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        var answer = await browser.Press($"/wydarzenia/{one.Slug}", "Może");

        Assert.Equal("Zapisano: może.", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString());
        Assert.Equal(AttendeeStatus.Maybe, (await app.Answer(one, anna.Id)).Status);
    }

    [Fact]
    public async Task Pressing_ten_times_at_once_is_one_answer_and_one_seat()
    {
        var (one, anna) = (await app.Event("Śniadanie", seats: "5"), await app.Member("Anna"));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => app.Says(one, anna, RsvpAnswer.Yes))));

        Assert.Equal((AttendeeStatus.Confirmed, 1), ((await app.Answer(one, anna.Id)).Status, await app.Taken(one)));
    }

    [Fact]
    public async Task Guests_have_names_and_each_takes_a_seat()
    {
        var (one, bartek) = (await app.Event("Wigilia", seats: "3", more: f => f.Guests = "2"), await app.Member("Bartek"));
        var browser = await app.As(bartek);

        await browser.Fill($"/wydarzenia/{one.Slug}/udzial", "Będę", new() { ["Form.Guests[0]"] = "Ewa Przykładna", ["Form.Guests[1]"] = " " });

        var answer = await app.Db(db => db.Set<Attendee>().Include(a => a.Guests).SingleAsync(a => a.EventId == one.Id));
        Assert.Equal((2, 2, "Ewa Przykładna"), (answer.Seats, await app.Taken(one), Assert.Single(answer.Guests).Name));
        await app.Says(one, await app.Member("Celina"), RsvpAnswer.Yes);
        var full = await browser.Fill($"/wydarzenia/{one.Slug}/udzial", "Zapisz zmiany", new() { ["Form.Guests[1]"] = "Jan Przykładny" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, full.StatusCode);
        Assert.Contains("Nie ma tylu wolnych miejsc", (await full.Page()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, await app.Taken(one));
    }

    [Fact]
    public async Task A_question_that_must_be_answered_is_asked_before_the_seat_is_given()
    {
        var (one, anna) = (await app.Event("Warsztat", more: f => f.Questions = "* Czy jesz mięso?\nSkąd wiesz o warsztacie?"), await app.Member("Anna"));
        var browser = await app.As(anna);

        var asked = await browser.Press($"/wydarzenia/{one.Slug}", "Będę");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal(0, await app.Taken(one));
        var page = await asked.Page();
        var field = page.QuerySelectorAll("label").Single(l => l.TextContent == "Czy jesz mięso?").GetAttribute("for")!;
        await browser.Send(page, $"/wydarzenia/{one.Slug}/udzial", "Będę", new() { [page.GetElementById(field)!.GetAttribute("name")!] = "Nie" });

        Assert.Equal("Nie", Assert.Single((await app.Db(db => db.Set<Attendee>().Include(a => a.Answers).SingleAsync(a => a.EventId == one.Id))).Answers).Text);
        Assert.Equal(1, await app.Taken(one));
    }

    [Fact]
    public async Task After_the_deadline_nobody_signs_up_but_one_may_still_stay_away()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var one = await app.Event("Zebranie", more: f => (f.DeadlineDate, f.DeadlineHour) = ("2026-11-22", "13:30"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await app.Says(one, bartek, RsvpAnswer.Yes));
        Assert.Equal(AttendeeStatus.Declined, await app.Says(one, anna, RsvpAnswer.No));
        Assert.Contains("Zapisy są zamknięte", (await (await (await app.As(bartek)).GetAsync($"/wydarzenia/{one.Slug}")).Page()).QuerySelector("#udzial")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_in_a_letter_shows_first_and_answers_when_pressed_signed_out()
    {
        var (one, anna) = (await app.Event("Gala", more: f => f.Visibility = EventVisibility.Members), await app.Member("Anna"));
        var link = new Uri(await app.Run<RsvpLinks, string>(links => Task.FromResult(links.Of(one.Id, anna.Id)))).PathAndQuery;
        var visitor = app.Client();

        var shown = await (await visitor.GetAsync(link + "?odp=tak")).Page();
        Assert.Contains("Odpowiadasz jako Anna", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await app.Db(db => db.Set<Attendee>().AnyAsync(a => a.EventId == one.Id)));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Press(link, "Będę")).StatusCode);

        Assert.Equal(AttendeeStatus.Confirmed, (await app.Answer(one, anna.Id)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await app.Client().GetAsync(link[..^4] + "AAAA")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await app.Client().GetAsync("/w/nie-ma-takiej")).StatusCode);
    }

    [Fact]
    public async Task After_any_answers_in_any_order_the_seats_are_counted_right()
    {
        var (one, people, chance) = (await app.Event("Los", seats: "6", more: f => f.Guests = "2"), await app.Crowd(8), new Random(20261122));

        for (var turn = 0; turn < 60; turn++)
        {
            var guests = Enumerable.Range(0, chance.Next(3)).Select(i => $"Gość {i}").ToArray();
            await app.Services.Says(one, people[chance.Next(people.Count)], (RsvpAnswer)chance.Next(3), guests);
        }

        var all = await app.Db(db => db.Set<Attendee>().AsNoTracking().Include(a => a.Guests).Where(a => a.EventId == one.Id).ToListAsync());
        Assert.All(all, a => Assert.Equal(1 + a.Guests.Count, a.Seats));
        var taken = await app.Taken(one);
        Assert.Equal(all.Where(a => a.HoldsSeats).Sum(a => a.Seats), taken);
        Assert.InRange(taken, 0, 6);
        Assert.DoesNotContain(all, a => a.Status == AttendeeStatus.Waiting && a.Seats <= 6 - taken);
    }
}

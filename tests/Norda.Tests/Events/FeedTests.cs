using System.Net;
using Ical.Net.CalendarComponents;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Events;
using Norda.Features.Events.Rsvp;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Events;

/// <summary>What calendar programs read, read by one that is not ours.</summary>
public sealed class FeedTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_event_keeps_its_name_and_counts_its_changes_until_it_is_called_off()
    {
        var one = await app.Event("Kalendarzowe, z przecinkiem; i średnikiem", more: f => (f.Description, f.End) = ("Pierwszy wiersz\nDrugi, bardzo długi wiersz, który nie mieści się w siedemdziesięciu pięciu znakach: żółć, gęś, jaźń", "19:00"));
        var celina = await app.As(await app.Person("Celina", staff: Role.Office));
        var before = await Single($"/wydarzenia/{one.Slug}.ics");
        Assert.Equal(one.Title, before.Event.Summary);
        Assert.Equal("Pierwszy wiersz\nDrugi, bardzo długi wiersz, który nie mieści się w siedemdziesięciu pięciu znakach: żółć, gęś, jaźń", before.Event.Description!.ReplaceLineEndings("\n"));
        Assert.Equal((one.StartsAt, one.EndsAt, "Europe/Warsaw"), (before.Event.Start!.AsUtc, before.Event.End!.AsUtc, before.Event.Start.TzId));
        Assert.Equal(("PUBLISH", "CONFIRMED"), (before.Calendar.Method, before.Event.Status));

        await celina.Fill($"/biuro/wydarzenia/{one.Id}", "Zapisz wydarzenie", new() { ["Form.Start"] = "18:00" });
        var changed = await Single($"/wydarzenia/{one.Slug}.ics");
        await celina.Fill($"/biuro/wydarzenia/{one.Id}/odwolaj", null, new() { ["Reason"] = "Sztorm" });
        var cancelled = await Single($"/wydarzenia/{one.Slug}.ics");

        Assert.Equal([before.Event.Uid, before.Event.Uid], [changed.Event.Uid, cancelled.Event.Uid]);
        Assert.Equal([0, 1, 2], [before.Event.Sequence, changed.Event.Sequence, cancelled.Event.Sequence]);
        Assert.Equal(("CANCEL", "CANCELLED"), (cancelled.Calendar.Method, cancelled.Event.Status));
        var all = Load(await app.Client().GetStringAsync("/wydarzenia.ics"));
        Assert.Equal("CANCELLED", all.Events.Single(e => e.Uid == before.Event.Uid).Status);
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    public async Task The_zone_turns_its_clock_when_Warsaw_does(int year)
    {
        await app.Event("Strefa");
        var zone = Assert.Single(Load(await app.Client().GetStringAsync("/wydarzenia.ics")).TimeZones);

        foreach (var rule in zone.TimeZoneInfos)
        {
            var turn = Enumerable.Range(0, 366 * 24).Select(h => new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(h))
                .First(t => Warsaw.Zone.GetUtcOffset(t.AddHours(-1)) == rule.OffsetFrom!.Offset && Warsaw.Zone.GetUtcOffset(t) == rule.OffsetTo!.Offset);
            var local = turn + rule.OffsetFrom!.Offset;
            Assert.Equal((local.Month, DayOfWeek.Sunday, local.Hour), (rule.RecurrenceRule!.ByMonth.Single(), local.DayOfWeek, rule.Start!.Hour));
            Assert.True(local.AddDays(7).Month != local.Month, "the last Sunday");
            Assert.Equal(-1, rule.RecurrenceRule.ByDay.Single().Offset);
        }

        Assert.Equal(2, zone.TimeZoneInfos.Count);
    }

    [Theory]
    [InlineData("1", "2026-10-25T00:30:00")]
    [InlineData("2", "2026-10-25T01:30:00")]
    public async Task The_hour_that_comes_twice_is_the_one_that_was_chosen(string turn, string utc)
    {
        var one = await app.Event("Noc", date: "2026-10-25", start: "02:30", more: f => f.Turn = turn);

        Assert.Equal(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), (await Single($"/wydarzenia/{one.Slug}.ics")).Event.Start!.AsUtc);
    }

    [Fact]
    public async Task Ones_own_calendar_lies_behind_a_secret_that_can_be_taken_back()
    {
        var (mine, other, closed) = (await app.Event("Moje"), await app.Event("Nie moje"), await app.Event("Moje zamknięte", more: f => f.Visibility = EventVisibility.Members));
        var anna = await app.Member("Anna");
        await app.Says(mine, anna, RsvpAnswer.Yes);
        await app.Says(closed, anna, RsvpAnswer.Maybe);
        var browser = await app.As(anna);

        var address = new Uri((await (await browser.Press("/konto/kalendarz", "Utwórz adres kalendarza")).Page()).QuerySelector("#adres")!.GetAttribute("value")!).PathAndQuery;
        var events = Load(await app.Client().GetStringAsync(address)).Events;

        Assert.Equal([(mine.Title, "CONFIRMED"), (closed.Title, "TENTATIVE")], events.Select(e => (e.Summary!, e.Status!)));
        Assert.DoesNotContain(address.Split('/')[^1].Split('.')[0], (await app.Db(db => db.Set<CalendarFeed>().SingleAsync(f => f.UserId == anna.Id))).TokenHash, StringComparison.Ordinal);
        var next = new Uri((await (await browser.Press("/konto/kalendarz", "Utwórz nowy adres")).Page()).QuerySelector("#adres")!.GetAttribute("value")!).PathAndQuery;
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await app.Client().GetAsync(address)).StatusCode, (await app.Client().GetAsync(next)).StatusCode));
        await browser.Press("/konto/kalendarz", "Wyłącz adres");
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync(next)).StatusCode);
        Assert.DoesNotContain(events, e => e.Summary == other.Title);
    }

    [Fact]
    public async Task Who_is_no_member_any_more_has_no_calendar()
    {
        var closed = await app.Event("Tylko dla członków", more: f => f.Visibility = EventVisibility.Members);
        var anna = await app.Member("Anna");
        await app.Says(closed, anna, RsvpAnswer.Yes);
        var address = new Uri((await (await (await app.As(anna)).Press("/konto/kalendarz", "Utwórz adres kalendarza")).Page()).QuerySelector("#adres")!.GetAttribute("value")!).PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await app.Client().GetAsync(address)).StatusCode);

        await app.Db(db => db.Set<CompanyUser>().Where(p => p.UserId == anna.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, CompanyUserStatus.Refused)));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client().GetAsync(address)).StatusCode);
    }

    private static Ical.Net.Calendar Load(string text) => Ical.Net.Calendar.Load(text)!;

    private async Task<(Ical.Net.Calendar Calendar, CalendarEvent Event)> Single(string address)
    {
        var calendar = Load(await app.Client().GetStringAsync(address));
        return (calendar, Assert.Single(calendar.Events));
    }
}

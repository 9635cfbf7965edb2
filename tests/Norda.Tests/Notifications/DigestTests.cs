using Microsoft.EntityFrameworkCore;
using Norda.Features.Mail;
using Norda.Features.Notifications.Mailing;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Tests.Notifications;

/// <summary>Who gets a letter of notices, and when.</summary>
public sealed class DigestTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    // at once
    [InlineData(NotificationChannel.MailNow, "Wed 12:00", "Wed 12:01", false, null, 1)]
    [InlineData(NotificationChannel.MailNow, "Wed 12:00", "Wed 12:01", true, null, 0)]
    [InlineData(NotificationChannel.MailNow, "Wed 22:00", "Wed 22:01", false, "21-7", 0)]
    [InlineData(NotificationChannel.MailNow, "Wed 22:00", "Thu 06:59", false, "21-7", 0)]
    [InlineData(NotificationChannel.MailNow, "Wed 22:00", "Thu 07:00", false, "21-7", 1)]
    [InlineData(NotificationChannel.MailNow, "Wed 22:00", "Thu 07:00", true, "21-7", 0)]
    [InlineData(NotificationChannel.MailNow, "Wed 12:00", "Wed 12:01", false, "9-17", 0)]
    [InlineData(NotificationChannel.MailNow, "Wed 12:00", "Wed 17:00", false, "9-17", 1)]
    // each morning
    [InlineData(NotificationChannel.Daily, "Wed 12:00", "Wed 23:05", false, null, 0)]
    [InlineData(NotificationChannel.Daily, "Wed 12:00", "Thu 06:05", false, null, 0)]
    [InlineData(NotificationChannel.Daily, "Wed 12:00", "Thu 07:05", false, null, 1)]
    [InlineData(NotificationChannel.Daily, "Wed 06:59", "Wed 07:05", false, null, 1)]
    [InlineData(NotificationChannel.Daily, "Wed 07:01", "Wed 07:05", false, null, 0)]
    [InlineData(NotificationChannel.Daily, "Wed 12:00", "Thu 07:05", true, null, 0)]
    [InlineData(NotificationChannel.Daily, "Wed 12:00", "Thu 07:05", false, "21-9", 0)]
    [InlineData(NotificationChannel.Daily, "Wed 12:00", "Thu 09:05", false, "21-9", 1)]
    [InlineData(NotificationChannel.Daily, "Wed 12:00", "Thu 15:05", false, null, 1)] // the machine was off in the morning
    // Monday morning
    [InlineData(NotificationChannel.Weekly, "Wed 12:00", "Sun 23:05", false, null, 0)]
    [InlineData(NotificationChannel.Weekly, "Wed 12:00", "Mon 06:05", false, null, 0)]
    [InlineData(NotificationChannel.Weekly, "Wed 12:00", "Mon 07:05", false, null, 1)]
    [InlineData(NotificationChannel.Weekly, "Wed 12:00", "Mon 07:05", true, null, 0)]
    [InlineData(NotificationChannel.Weekly, "Mon 08:00", "Sun 12:05", false, null, 0)]
    [InlineData(NotificationChannel.Weekly, "Sun 23:59", "Mon 07:05", false, null, 1)]
    // never
    [InlineData(NotificationChannel.InApp, "Wed 12:00", "Mon 07:05", false, null, 0)]
    [InlineData(NotificationChannel.None, "Wed 12:00", "Mon 07:05", false, null, 0)]
    public async Task A_letter_comes_when_it_should_and_once(NotificationChannel channel, string told, string clock, bool read, string? quiet, int letters)
    {
        var anna = await app.Person("Anna");
        if (quiet?.Split('-') is [var from, var until])
            await app.Quiet(anna, int.Parse(from, System.Globalization.CultureInfo.InvariantCulture), int.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
        app.GoTo(told);
        await app.Tell(anna, "sprawa", Telling.KindBy(channel));
        if (read)
            await Read(anna);
        app.GoTo(clock);

        await Run();
        Assert.Equal(letters, (await app.Letters(anna)).Count);

        for (var later = 0; later < 3; later++)
        {
            app.GoTo("Mon 18:05");
            await Run();
        }

        Assert.Equal(read || channel is NotificationChannel.InApp or NotificationChannel.None ? 0 : 1, (await app.Letters(anna)).Count);
    }

    [Fact]
    public async Task A_digest_lists_what_is_unread_and_where_it_leads()
    {
        var anna = await app.Person("Anna");
        app.GoTo("Tue 12:00");
        await app.Tell(anna, Telling.Of("pierwsza", Telling.Praise) with { Message = "Bardzo dobra robota." });
        await app.Tell(anna, "przeczytana", Telling.Praise);
        await app.Tell(anna, "druga", Telling.Praise);
        await Read(anna, "przeczytana");
        app.GoTo("Wed 07:05");

        await Run();

        var letter = Assert.Single(await app.Letters(anna));
        Assert.Equal($"Twój dzień w izbie: 2{PolishText.NoBreakSpace}powiadomienia", letter.Subject);
        Assert.Contains("Wieść pierwsza", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Bardzo dobra robota.", letter.Html, StringComparison.Ordinal);
        Assert.Contains("/katalog", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("przeczytana", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/powiadomienia/stop/", letter.UnsubscribeUrl!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_things_at_once_are_one_letter_and_one_thing_speaks_for_itself()
    {
        var (anna, bartek) = (await app.Person("Anna"), await app.Person("Bartek"));
        var now = Telling.KindBy(NotificationChannel.MailNow);
        await app.Tell(anna, "jedna", now);
        await app.Tell(bartek, "jedna", now);
        await app.Tell(bartek, "druga", now);

        await Run();

        Assert.Equal("Wieść jedna", Assert.Single(await app.Letters(anna)).Subject);
        Assert.Equal($"Nowe w izbie: 2{PolishText.NoBreakSpace}powiadomienia", Assert.Single(await app.Letters(bartek)).Subject);
    }

    [Fact]
    public async Task Instances_that_send_at_the_same_time_send_once()
    {
        var people = new List<Norda.Features.Accounts.User>();
        for (var i = 0; i < 60; i++)
        {
            people.Add(await app.Person($"Osoba {i}"));
            await app.Tell(people[^1], "pilne", Telling.KindBy(NotificationChannel.MailNow));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Run()));
        await Run();

        var ids = people.Select(p => p.Id).ToList();
        Assert.Equal(60, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => ids.Contains(m.UserId!.Value))));
    }

    [Fact]
    public async Task People_who_closed_their_account_or_never_proved_their_address_get_no_letter()
    {
        var (unproven, closed) = (await app.Person("Ula", verified: false), await app.Person("Zofia"));
        foreach (var person in new[] { unproven, closed })
            await app.Tell(person, "sprawa", Telling.KindBy(NotificationChannel.MailNow));
        await app.Db(db => db.Users.Where(u => u.Id == closed.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));

        await Run();

        Assert.Empty(await app.Letters(unproven));
        Assert.Empty(await app.Letters(closed));
    }

    [Theory]
    [InlineData(2026, 3, 29)]
    [InlineData(2026, 10, 25)]
    [InlineData(2027, 3, 28)]
    [InlineData(2027, 10, 31)]
    public void Through_a_change_of_the_clock_each_day_closes_once_at_seven(int year, int month, int day)
    {
        var start = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddDays(-2);
        var closings = Enumerable.Range(0, 96 * 4).Select(quarter => DigestTime.LastDaily(start.AddMinutes(15 * quarter))).Distinct().ToList();

        Assert.All(closings, c => Assert.Equal(7, c.Utc.ToWarsaw().Hour));
        Assert.Equal(closings.Count, closings.Select(c => c.Day).Distinct().Count());
        Assert.Equal(closings.Select(c => c.Day), Enumerable.Range(0, closings.Count).Select(i => closings[0].Day.AddDays(i)));
        Assert.All(closings, c => Assert.Equal(DayOfWeek.Monday, DigestTime.LastWeekly(c.Utc).Day.DayOfWeek));
    }

    private async Task Run()
    {
        await app.Run<MailNotices, int>(verb => verb.AtOnce(CancellationToken.None));
        await app.Run<MailNotices, int>(verb => verb.Digests(CancellationToken.None));
    }

    private async Task Read(Norda.Features.Accounts.User person, string? key = null)
    {
        var browser = await app.As(person);
        foreach (var notice in (await app.Told(person)).Where(n => key is null || n.UniqueKey == key))
            (await browser.PostAsync($"/api/v1/notifications/{notice.Id}/read", null)).EnsureSuccessStatusCode();
    }
}

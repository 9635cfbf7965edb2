using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Accounts;
using Norda.Features.Events;
using Norda.Features.Events.Rsvp;
using Norda.Features.Mail;
using Norda.Features.Notifications;

namespace Norda.Tests.Events;

/// <summary>A day and an hour before, once; each test has a clock of its own.</summary>
public sealed class ReminderTests
{
    [Theory]
    [InlineData("2026-12-03", "17:00", "2026-12-02T16:00")]
    [InlineData("2027-03-28", "17:00", "2027-03-27T16:00")] // a day of 23 hours
    [InlineData("2027-10-31", "17:00", "2027-10-30T15:00")] // and one of 25
    public async Task People_are_reminded_a_day_and_an_hour_before_and_no_clock_doubles_it(string date, string start, string dayBefore)
    {
        await using var app = new TestApp();
        await app.InitializeAsync();
        await using var other = await app.Changed(_ => { });
        var (one, anna, bartek) = (await app.Event("Przypominane", date, start), await app.Member("Anna"), await app.Member("Bartek"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Says(one, bartek, RsvpAnswer.Maybe);
        var day = new DateTimeOffset(DateTime.Parse(dayBefore, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

        app.Clock.SetUtcNow(day.AddMinutes(-1));
        Assert.Equal(0, await Tick(app.Services));
        app.Clock.SetUtcNow(day.AddMinutes(4));
        Assert.Equal(1, (await Task.WhenAll(Tick(app.Services), Tick(other.Services), Tick(app.Services))).Sum());
        app.Clock.SetUtcNow(new DateTimeOffset(one.StartsAt, TimeSpan.Zero).AddMinutes(-59));
        Assert.Equal(1, (await Task.WhenAll(Tick(app.Services), Tick(other.Services))).Sum());
        Assert.Equal(0, await Tick(app.Services));

        Assert.Equal([$"Jutro: {one.Title}", $"Masz miejsce: {one.Title}", $"Za godzinę: {one.Title}"], (await Letters(app, anna)).Order());
        Assert.Empty(await Letters(app, bartek));
        Assert.Equal(2, await app.Db(db => db.Set<UserNotification>().CountAsync(n => n.UserId == anna.Id && n.Kind == "event-reminder")));
    }

    [Fact]
    public async Task Who_wants_no_letters_of_reminding_gets_none()
    {
        await using var app = new TestApp();
        await app.InitializeAsync();
        var (one, anna) = (await app.Event("Ciche"), await app.Member("Anna"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Db(async db =>
        {
            db.Add(new NotificationPreference { UserId = anna.Id, Kind = EventKinds.Reminder.Name, Channel = Norda.Platform.Contributions.NotificationChannel.InApp });
            await db.SaveChangesAsync();
        });
        app.Clock.SetUtcNow(new DateTimeOffset(one.StartsAt, TimeSpan.Zero).AddMinutes(-30));

        await Tick(app.Services);

        Assert.Equal([$"Masz miejsce: {one.Title}"], await Letters(app, anna));
        Assert.Equal(1, await app.Db(db => db.Set<UserNotification>().CountAsync(n => n.UserId == anna.Id)));
    }

    /// <summary>On a thread of its own: SQLite would let one tick end before the next begins.</summary>
    private static Task<int> Tick(IServiceProvider services) => Task.Run(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RemindOfEvents>().Run(CancellationToken.None);
    });

    private static Task<List<string>> Letters(TestApp app, User person) => app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == person.Id).Select(m => m.Subject).ToListAsync());
}

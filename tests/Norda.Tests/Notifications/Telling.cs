using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using Norda.Features.Notifications;
using Norda.Features.Recommendations;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Tests.Notifications;

/// <summary>Tells people in tests: <c>await app.Tell(anna, "burza")</c>.</summary>
internal static class Telling
{
    /// <summary>Registered, in the digest of the day unless chosen otherwise.</summary>
    public static NotificationKind Praise => RecommendationNotices.Received;

    public static NotificationKind KindBy(NotificationChannel channel) => new($"test-{channel}", "Próba", "system", channel);

    public static Notice Of(string key, NotificationKind? kind = null) => new(kind ?? AccountNotices.InvitationAccepted, key, $"Wieść {key}", "/katalog");

    public static Task Tell(this TestApp app, User person, string key, NotificationKind? kind = null) => app.Tell(person, Of(key, kind));

    public static async Task Tell(this TestApp app, User person, Notice notice)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Notifier>().Tell(person.Id, notice, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
    }

    public static Task<List<UserNotification>> Told(this TestApp app, User person) =>
        app.Db(db => db.Set<UserNotification>().AsNoTracking().Where(n => n.UserId == person.Id).OrderBy(n => n.Id).ToListAsync());

    public static Task<List<OutboxMail>> Letters(this TestApp app, User person) =>
        app.Db(db => db.Set<OutboxMail>().AsNoTracking().Where(m => m.UserId == person.Id).OrderBy(m => m.Id).ToListAsync());

    public static Task Choose(this TestApp app, User person, NotificationKind kind, NotificationChannel channel) => app.Db(async db =>
    {
        db.Add(new NotificationPreference { UserId = person.Id, Kind = kind.Name, Channel = channel });
        await db.SaveChangesAsync();
    });

    public static Task Quiet(this TestApp app, User person, int from, int until) => app.Db(async db =>
    {
        db.Add(new QuietHours { UserId = person.Id, From = from, Until = until });
        await db.SaveChangesAsync();
    });

    /// <summary>Puts the clock on to the next such moment in Warsaw: "Wed 12:00".</summary>
    public static void GoTo(this TestApp app, string moment)
    {
        var (day, hour, minute) = (moment[..3], int.Parse(moment[4..6], System.Globalization.CultureInfo.InvariantCulture), int.Parse(moment[7..9], System.Globalization.CultureInfo.InvariantCulture));
        var local = app.Clock.GetUtcNow().UtcDateTime.ToWarsaw();
        var next = local.Date.AddHours(hour).AddMinutes(minute);
        while (next <= local || next.DayOfWeek.ToString()[..3] != day)
            next = next.AddDays(1);
        app.Clock.SetUtcNow(new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(next, DateTimeKind.Unspecified), Warsaw.Zone)));
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Mailing;

/// <summary>
/// Makes letters of notices: at once, or as the digest of the day or the week. What was read meanwhile is left out, so that no letter
/// is empty; each notice is claimed in the transaction that queues its letter, so that it goes into one letter, whoever runs this beside us.
/// </summary>
public class MailNotices(AppDb db, QueueMail mail, NoticeLetter letters, TimeProvider clock)
{
    private const int PeopleAtOnce = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How many letters were queued.</returns>
    public Task<int> AtOnce(CancellationToken cancel) => Run(NotificationChannel.MailNow, Now, null, cancel);

    public async Task<int> Digests(CancellationToken cancel)
    {
        var (daily, weekly) = (DigestTime.LastDaily(Now), DigestTime.LastWeekly(Now));
        return await Run(NotificationChannel.Daily, daily.Utc, daily.Day, cancel) + await Run(NotificationChannel.Weekly, weekly.Utc, weekly.Day, cancel);
    }

    /// <param name="digest">Day of the digest; null for letters that do not wait.</param>
    private async Task<int> Run(NotificationChannel channel, DateTime until, DateOnly? digest, CancellationToken cancel)
    {
        var (queued, people) = (0, await Due(channel, until).Select(n => n.UserId).Distinct().OrderBy(id => id).ToListAsync(cancel));
        foreach (var some in people.Chunk(PeopleAtOnce))
            queued += await Mail(channel, until, digest, some, cancel);
        return queued;
    }

    private IQueryable<UserNotification> Due(NotificationChannel channel, DateTime until) => db.Set<UserNotification>()
        .Where(n => n.MailChannel == channel && n.MailedAt == null && !n.IsRead && n.CreatedAt <= until && db.Users.Any(u => u.Id == n.UserId && u.IsActive && u.EmailConfirmed)).OutsideQuietHours(db, Now);

    private async Task<int> Mail(NotificationChannel channel, DateTime until, DateOnly? digest, int[] people, CancellationToken cancel)
    {
        var due = await (from n in Due(channel, until).Where(n => people.Contains(n.UserId))
                         join u in db.Users on n.UserId equals u.Id
                         orderby n.Id
                         select new DueNotice(n.Id, n.UserId, n.Kind, n.Title, n.Message, n.ActionUrl, n.CreatedAt, u.Email!, u.Name, u.Language)).ToListAsync(cancel);
        var noticesOf = due.GroupBy(n => n.UserId).ToDictionary(g => KeyOf(channel, digest, [.. g]), g => g.ToList(), StringComparer.Ordinal);
        // Told of something that belongs to a digest which went out already: it waits for the next.
        var keys = noticesOf.Keys.ToDictionary(NoticeLetter.KeyInOutbox, StringComparer.Ordinal);
        foreach (var sent in await db.Set<OutboxMail>().Where(m => keys.Keys.Contains(m.UniqueKey)).Select(m => m.UniqueKey).ToListAsync(cancel))
            noticesOf.Remove(keys[sent]);
        // Before the transaction: the first stop link makes the key that signs it, on a connection of its own.
        var written = noticesOf.Select(n => letters.Of(n.Key, channel, n.Value)).ToList();
        return await Queue(written, [.. noticesOf.Values.SelectMany(n => n).Select(n => n.Id)], cancel) ? written.Count : 0;
    }

    /// <summary>All or none: what was read, or taken by another instance, since it was looked up leaves the rest for the next minute.</summary>
    private async Task<bool> Queue(List<Letter> written, List<int> ids, CancellationToken cancel)
    {
        var now = Now;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<UserNotification>().Where(n => ids.Contains(n.Id) && n.MailedAt == null && !n.IsRead).ExecuteUpdateAsync(n => n.SetProperty(x => x.MailedAt, now), cancel) != ids.Count)
            return false;
        written.ForEach(mail.Run);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return true;
    }

    private static string KeyOf(NotificationChannel channel, DateOnly? digest, DueNotice[] notices) => digest is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"digest:{channel}:{notices[0].UserId}:{day:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"now:{notices[0].UserId}:{notices[^1].Id}");
}

/// <summary>A notice that is to be mailed, and to whom.</summary>
public sealed record DueNotice(int Id, int UserId, string Kind, string Title, string? Message, string? ActionUrl, DateTime CreatedAt, string Email, string Name, string? Language);

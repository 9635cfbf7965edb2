using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Preferences;

/// <summary>How a person wants to be told of some kinds from now on; mail that waits already follows the choice.</summary>
public class ChooseChannels(AppDb db, IEnumerable<NotificationKind> kinds)
{
    /// <summary>What may be chosen for a kind: no mail where the verb writes its own letter.</summary>
    public static IReadOnlyList<NotificationChannel> For(NotificationKind kind) =>
        kind.HasOwnLetter ? [NotificationChannel.InApp, NotificationChannel.None] : [NotificationChannel.MailNow, NotificationChannel.Daily, NotificationChannel.Weekly, NotificationChannel.InApp, NotificationChannel.None];

    /// <summary>What is neither a kind nor possible for it is passed over.</summary>
    public async Task Run(int userId, IReadOnlyDictionary<string, NotificationChannel> wanted, CancellationToken cancel)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var chosen = await db.Set<NotificationPreference>().Where(p => p.UserId == userId).ToDictionaryAsync(p => p.Kind, cancel);
        foreach (var kind in kinds.Where(k => wanted.TryGetValue(k.Name, out var channel) && For(k).Contains(channel)))
        {
            var channel = wanted[kind.Name];
            if ((chosen.TryGetValue(kind.Name, out var choice) ? choice.Channel : kind.Default) == channel)
                continue;
            if (choice is null)
                db.Add(new NotificationPreference { UserId = userId, Kind = kind.Name, Channel = channel });
            else
                choice.Channel = channel;
            NotificationChannel? mail = channel is NotificationChannel.None or NotificationChannel.InApp ? null : channel;
            await db.Set<UserNotification>().Where(n => n.UserId == userId && n.Kind == kind.Name && n.MailChannel != null && n.MailedAt == null && !n.IsRead)
                .ExecuteUpdateAsync(n => n.SetProperty(x => x.MailChannel, mail), cancel);
        }

        await db.SaveChangesAsync(cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
    }
}

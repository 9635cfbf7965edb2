using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Notifications.Preferences;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Stop;

/// <summary>Ends mail of the kinds that a letter's link names: they stay on the page of notifications. Asked twice it changes nothing more.</summary>
public class StopMail(AppDb db, ChooseChannels choose, IEnumerable<NotificationKind> kinds)
{
    /// <summary>Kinds that the order would end now.</summary>
    public async Task<IReadOnlyList<NotificationKind>> Ends(StopOrder order, CancellationToken cancel)
    {
        var chosen = await db.Set<NotificationPreference>().AsNoTracking().Where(p => p.UserId == order.UserId).ToDictionaryAsync(p => p.Kind, p => p.Channel, cancel);
        return [.. kinds.Where(k => !k.HasOwnLetter && (order.Kinds.Count > 0
            ? order.Kinds.Contains(k.Name, StringComparer.Ordinal) && chosen.GetValueOrDefault(k.Name, k.Default) is not (NotificationChannel.None or NotificationChannel.InApp)
            : chosen.GetValueOrDefault(k.Name, k.Default) == order.Channel))];
    }

    public async Task Run(StopOrder order, CancellationToken cancel)
    {
        try
        {
            await choose.Run(order.UserId, (await Ends(order, cancel)).ToDictionary(k => k.Name, _ => NotificationChannel.InApp, StringComparer.Ordinal), cancel);
        }
        catch (DbUpdateException twice) when (Races.IsLost(twice))
        {
            // The mail program and the person asked at the same moment: one of the two has done it.
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Events.Feeds;

/// <summary>Makes a secret address for one's calendar; one that there was before works no more.</summary>
public class OpenFeed(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <returns>The secret: it is shown once and nowhere else.</returns>
    public async Task<(string? Secret, Outcome Outcome)> Run(CancellationToken cancel)
    {
        if (me.Id is not { } owner)
            return (null, Outcome.Refuse(texts["Zaloguj się, żeby mieć swój kalendarz."]));
        var (secret, now) = (AccountToken.NewSecret(), clock.GetUtcNow().UtcDateTime);
        var feed = await db.Set<CalendarFeed>().SingleOrDefaultAsync(f => f.UserId == owner, cancel);
        if (feed is null)
            db.Add(new CalendarFeed { UserId = owner, TokenHash = AccountToken.HashOf(secret), CreatedAt = now });
        else
            (feed.TokenHash, feed.CreatedAt) = (AccountToken.HashOf(secret), now);
        try
        {
            await db.SaveChangesAsync(cancel);
            return (secret, Outcome.Done);
        }
        catch (DbUpdateException twice) when (Races.IsLost(twice))
        {
            return (null, Outcome.Refuse(texts["Adres właśnie powstał w innym oknie. Odśwież stronę."]));
        }
    }
}

/// <summary>Takes the address back: calendar programs find nothing there any more.</summary>
public class CloseFeed(AppDb db, Me me)
{
    public Task Run(CancellationToken cancel) => db.Set<CalendarFeed>().Where(f => f.UserId == me.Id).ExecuteDeleteAsync(cancel);
}

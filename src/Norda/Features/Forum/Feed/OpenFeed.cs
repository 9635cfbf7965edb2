using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Feed;

/// <summary>Makes the secret address of a person's feed; the former one ends.</summary>
public class OpenFeed(AppDb db, Me me, TimeProvider clock)
{
    /// <returns>The secret: it is nowhere else.</returns>
    public async Task<string> Run(CancellationToken cancel)
    {
        var (secret, person, now) = (AccountToken.NewSecret(), me.Id!.Value, clock.GetUtcNow().UtcDateTime);
        var hash = AccountToken.HashOf(secret);
        Task<int> Replace() => db.Set<ForumFeed>().Where(f => f.UserId == person).ExecuteUpdateAsync(f => f.SetProperty(x => x.TokenHash, hash).SetProperty(x => x.CreatedAt, now), cancel);
        if (await Replace() > 0)
            return secret;
        db.Add(new ForumFeed { UserId = person, TokenHash = hash, CreatedAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            await Replace(); // another window was a moment faster: the later address is the one that works
        }

        return secret;
    }
}

/// <summary>Takes the address back.</summary>
public class CloseFeed(AppDb db, Me me)
{
    public Task Run(CancellationToken cancel) => db.Set<ForumFeed>().Where(f => f.UserId == me.Id).ExecuteDeleteAsync(cancel);
}

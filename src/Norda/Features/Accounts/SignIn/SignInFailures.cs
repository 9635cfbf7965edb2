using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Accounts.SignIn;

/// <summary>
/// Each failure makes the next try wait longer: from the fourth on 2, 4, 8 … seconds, at most a quarter of an hour, for the
/// account from one address; from the twentieth on for the address alone. Kept in the database, so that all instances count together.
/// </summary>
public class SignInFailures(AppDb db, TimeProvider clock)
{
    private const int FreeOfAccount = 3;
    private const int FreeOfAddress = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How long this account must wait at this address; null: go on.</returns>
    public async Task<TimeSpan?> Wait(string account, string? address, CancellationToken cancel)
    {
        var (now, keys) = (Now, Keys(account, address).Select(k => k.Key).ToList());
        var until = await db.Set<SignInFailure>().Where(f => keys.Contains(f.Key) && f.BlockedUntil > now).MaxAsync(f => f.BlockedUntil, cancel);
        return until - now;
    }

    public async Task Note(string account, string? address, CancellationToken cancel)
    {
        foreach (var (key, free) in Keys(account, address))
            await Count(key, free, cancel);
    }

    /// <summary>The right password was given: the account starts anew; the address keeps its count.</summary>
    public Task Forget(string account, string? address, CancellationToken cancel)
    {
        var key = Keys(account, address)[0].Key;
        return db.Set<SignInFailure>().Where(f => f.Key == key).ExecuteDeleteAsync(cancel);
    }

    private async Task Count(string key, int free, CancellationToken cancel)
    {
        var (now, old) = (Now, Now - Forgotten);
        if (await db.Set<SignInFailure>().Where(f => f.Key == key).ExecuteUpdateAsync(f => f
            .SetProperty(x => x.Count, x => x.LastAt < old ? 1 : x.Count + 1).SetProperty(x => x.LastAt, now), cancel) == 0)
            await Begin(key, now, cancel);
        var count = await db.Set<SignInFailure>().Where(f => f.Key == key).Select(f => f.Count).SingleOrDefaultAsync(cancel);
        if (count <= free)
            return;
        var until = now + TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(20, count - free))));
        await db.Set<SignInFailure>().Where(f => f.Key == key).ExecuteUpdateAsync(f => f.SetProperty(x => x.BlockedUntil, until), cancel);
    }

    private async Task Begin(string key, DateTime now, CancellationToken cancel)
    {
        db.Add(new SignInFailure { Key = key, Count = 1, LastAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear(); // another failure of the same account came first; this one is not the one that matters
        }
    }

    private static (string Key, int Free)[] Keys(string account, string? address) =>
    [
        (AccountToken.HashOf($"{account.Trim().ToUpperInvariant()}|{address}"), FreeOfAccount),
        (AccountToken.HashOf($"|{address}"), FreeOfAddress),
    ];
}

using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Accounts;

/// <summary>Links that are mailed: the secret goes into the letter, its hash into the table, and it works once.</summary>
public class AccountLinks(AppDb db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds the link to the caller's unit of work.</summary>
    /// <returns>The secret: it is shown nowhere but in the letter.</returns>
    public string Issue(TokenPurpose purpose, TimeSpan lifetime, User? user = null, string? email = null, int? companyId = null, string? detail = null, int? by = null)
    {
        var secret = AccountToken.NewSecret();
        var token = new AccountToken { Purpose = purpose, Hash = AccountToken.HashOf(secret), UserId = user is { Id: > 0 } ? user.Id : null, Email = email, CompanyId = companyId, Detail = detail, CreatedBy = by, CreatedAt = Now, ExpiresAt = Now + lifetime };
        db.Add(token);
        return secret;
    }

    /// <returns>Null when there is no such link, it is too old, or it has done its work.</returns>
    public Task<AccountToken?> Find(TokenPurpose purpose, string? secret, CancellationToken cancel)
    {
        var (hash, now) = (AccountToken.HashOf(secret ?? ""), Now); // a blank in the address binds to nothing
        return db.Set<AccountToken>().AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash && t.Purpose == purpose && t.UsedAt == null && t.ExpiresAt > now, cancel);
    }

    /// <summary>Notes that something that was never mailed has been used, such as a code or a challenge.</summary>
    /// <returns>False when it was used before; of two at once one is first.</returns>
    public async Task<bool> Spend(TokenPurpose purpose, string secret, TimeSpan memory, CancellationToken cancel)
    {
        var now = Now;
        db.Add(new AccountToken { Purpose = purpose, Hash = AccountToken.HashOf($"{purpose}:{secret}"), CreatedAt = now, ExpiresAt = now + memory, UsedAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Inside the transaction of what makes the links of that kind, mailed to this person before, worth nothing.</summary>
    public Task Void(TokenPurpose purpose, int userId, CancellationToken cancel)
    {
        var now = Now;
        return db.Set<AccountToken>().Where(t => t.Purpose == purpose && t.UserId == userId && t.UsedAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedAt, now), cancel);
    }

    /// <summary>Inside the transaction of what the link does. Of two who press at once one is first.</summary>
    public async Task<bool> Use(AccountToken token, CancellationToken cancel)
    {
        var now = Now;
        return await db.Set<AccountToken>().Where(t => t.Id == token.Id && t.UsedAt == null && t.ExpiresAt > now).ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedAt, now), cancel) == 1;
    }
}

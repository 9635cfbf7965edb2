using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Accounts;

/// <summary>Deletes accounts that nobody proved, and what sign-in leaves behind.</summary>
public class ForgetAccounts(AppDb db)
{
    /// <summary>The letter that proves an address works for a day; a week is mercy (spec section 5).</summary>
    public static readonly TimeSpan Unverified = TimeSpan.FromDays(7);

    private const int Portion = 200;
    private static readonly TimeSpan Spent = TimeSpan.FromDays(30);

    public async Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var (unproven, spent) = (now - Unverified, now - Spent);
        var people = await db.Users.Where(u => !u.EmailConfirmed && u.CreatedAt < unproven && u.ErasedAt == null && !u.Roles.Any()).OrderBy(u => u.Id).Take(Portion).ToListAsync(cancel);
        db.RemoveRange(people);
        await db.SaveChangesAsync(cancel);
        return people.Count
            + await db.Set<AccountToken>().Where(t => t.ExpiresAt < spent).ExecuteDeleteAsync(cancel)
            + await db.Set<UserSession>().Where(s => s.ExpiresAt < spent).ExecuteDeleteAsync(cancel)
            + await db.Set<SignInFailure>().Where(f => f.LastAt < spent).ExecuteDeleteAsync(cancel);
    }
}

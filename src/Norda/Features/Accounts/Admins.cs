using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Accounts;

/// <summary>There is always somebody who can give roles.</summary>
internal static class Admins
{
    /// <summary>
    /// Inside the transaction that takes an admin away. It locks the rows of all admins first: two who take the role from each
    /// other at the same moment come one after the other, and the second is told.
    /// </summary>
    public static async Task<bool> HasOtherAdmin(this AppDb db, int userId, CancellationToken cancel)
    {
        await db.Users.Where(u => u.IsAdmin).ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount), cancel);
        return await db.Users.AnyAsync(u => u.Id != userId && u.IsActive && u.Roles.Any(r => r.Role == Role.Admin), cancel);
    }
}

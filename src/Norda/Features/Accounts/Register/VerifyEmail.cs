using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Accounts.Register;

/// <summary>The person holds the mailbox: the account becomes a full one.</summary>
public class VerifyEmail(AppDb db, AccountLinks links)
{
    /// <returns>False when the link is not good (any more).</returns>
    public async Task<bool> Run(string secret, CancellationToken cancel)
    {
        if (await links.Find(TokenPurpose.VerifyEmail, secret, cancel) is not { UserId: { } id } token)
            return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await links.Use(token, cancel))
            return false;
        var user = await db.Set<User>().SingleAsync(u => u.Id == id, cancel);
        user.EmailConfirmed = true;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.EmailChange;

/// <summary>One of the two links was pressed; with the second the address changes, sessions end, and the old address is told.</summary>
public class ConfirmEmailChange(AppDb db, AccountLinks links, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <returns>True when the address has changed, false when the other link is still to be pressed, null when the link is not good.</returns>
    public async Task<bool?> Run(string secret, CancellationToken cancel)
    {
        var token = await links.Find(TokenPurpose.ChangeEmailOld, secret, cancel) ?? await links.Find(TokenPurpose.ChangeEmailNew, secret, cancel);
        if (token is not { UserId: { } id, Email: { } email })
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Both links pressed at once: the row of the person lets one go first.
        var stamp = Guid.NewGuid().ToString();
        await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.ConcurrencyStamp, stamp), cancel);
        if (!await links.Use(token, cancel))
            return null;
        var both = await db.Set<AccountToken>().CountAsync(t => t.UserId == id && t.Email == email && t.UsedAt != null && (t.Purpose == TokenPurpose.ChangeEmailOld || t.Purpose == TokenPurpose.ChangeEmailNew), cancel) == 2;
        if (both && !await Change(id, email, cancel))
            return null;
        await transaction.CommitAsync(cancel);
        return both;
    }

    private async Task<bool> Change(int id, string email, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == id, cancel);
        var old = user.Email!;
        (user.Email, user.UserName, user.NormalizedEmail, user.NormalizedUserName) = (email, email, email.ToUpperInvariant(), email.ToUpperInvariant());
        await links.Void(TokenPurpose.ResetPassword, id, cancel); // it lies in the mailbox that is left behind
        (user.EmailConfirmed, user.SecurityStamp) = (true, Guid.NewGuid().ToString());
        await db.Set<UserSession>().Where(s => s.UserId == id).ExecuteDeleteAsync(cancel);
        mail.Run(AccountLetters.EmailChanged(texts, new Reader(id, old, user.Name), email, clock.GetUtcNow().UtcTicks));
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException taken) when (Races.IsUnique(taken))
        {
            return false; // somebody made an account with this address meanwhile
        }
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Providers;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Care;

/// <summary>
/// Takes the second factor off the account of somebody who lost telephone and recovery codes. The administrator proves once more
/// who they are; the person is signed out everywhere and told, for a stranger may have talked the chamber into it.
/// </summary>
public class ResetSecondFactor(AppDb db, Me me, ConfirmPassword confirm, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="password">Of the administrator who asks.</param>
    public async Task<Outcome> Run(int userId, string? password, CancellationToken cancel)
    {
        if (!me.Is(Role.Admin))
            return Outcome.Refuse(texts["Drugi składnik zdejmuje tylko administrator."]);
        if (userId == me.Id)
            return Outcome.Refuse(texts["Własny drugi składnik zmienisz na stronie „Moje konto”."]);
        if (await confirm.Run(password, "haslo", cancel) is { Refused: true } refusal)
            return refusal;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { ErasedAt: null } user)
            return Outcome.Refuse(texts["Tej osoby już nie ma."]);
        (user.TwoFactorEnabled, user.SecurityStamp) = (false, Guid.NewGuid().ToString());
        db.RemoveRange(await db.Set<IdentityUserToken<int>>().Where(t => t.UserId == userId && t.Name != LinkMarks.Unlinked).ToListAsync(cancel));
        db.RemoveRange(await db.Set<IdentityUserPasskey<int>>().Where(p => p.UserId == userId).ToListAsync(cancel));
        await db.Set<UserSession>().Where(s => s.UserId == userId).ExecuteDeleteAsync(cancel);
        mail.Run(AccountLetters.SecondFactorReset(texts, AccountLetters.To(user), clock.GetUtcNow().UtcTicks));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.Account;

/// <summary>A person closes their own account: signed out everywhere and kept out until the office opens it again. Nothing is deleted.</summary>
public class CloseAccount(AppDb db, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int userId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (user.IsAdmin && !await db.HasOtherAdmin(user.Id, cancel))
            return Outcome.Refuse(texts["To jedyny administrator. Najpierw daj tę rolę komuś innemu."]);
        user.IsActive = false;
        user.SecurityStamp = Guid.NewGuid().ToString();
        await db.Set<UserSession>().Where(s => s.UserId == user.Id).ExecuteDeleteAsync(cancel);
        mail.Run(AccountLetters.Closed(texts, AccountLetters.To(user), clock.GetUtcNow().UtcTicks));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

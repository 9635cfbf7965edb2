using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.Passkeys;

/// <summary>The key opens nothing any more. When it was the last second factor, the office closes in every session.</summary>
public class RemovePasskey(AppDb db, UserManager<User> users, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task Run(User user, UserPasskeyInfo passkey, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await users.RemovePasskeyAsync(user, passkey.CredentialId);
        if (!user.TwoFactorEnabled && (await users.GetPasskeysAsync(user)).Count == 0)
            await db.Set<UserSession>().Where(s => s.UserId == user.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactor, false), cancel);
        mail.Run(AccountLetters.KeyRemoved(texts, AccountLetters.To(user), passkey.Name ?? "", clock.GetUtcNow().UtcTicks));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>Calls a key as its owner calls the device.</summary>
public class RenamePasskey(UserManager<User> users)
{
    public Task Run(User user, UserPasskeyInfo passkey, string name)
    {
        passkey.Name = name;
        return users.AddOrUpdatePasskeyAsync(user, passkey);
    }
}

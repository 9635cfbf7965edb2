using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.Reset;

/// <summary>A new password, by the mailed link or by its owner: every session ends, and the owner is told.</summary>
public class SetPassword(AppDb db, BcryptHasher hasher, HashGate gate, PasswordCheck check, AccountLinks links, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> ByLink(string secret, string password, CancellationToken cancel)
    {
        if (await links.Find(TokenPurpose.ResetPassword, secret, cancel) is not { UserId: { } id } token)
            return Outcome.Refuse(texts["Ten link jest nieważny: minęła godzina albo został już użyty. Poproś o nowy."]);
        return await Set(id, password, token, keep: null, cancel);
    }

    /// <param name="keep">The session in which the owner changes it.</param>
    public Task<Outcome> ByOwner(int userId, string password, Guid? keep, CancellationToken cancel) => Set(userId, password, null, keep, cancel);

    private async Task<Outcome> Set(int id, string password, AccountToken? token, Guid? keep, CancellationToken cancel)
    {
        var user = await db.Set<User>().SingleAsync(u => u.Id == id, cancel);
        if (await check.FaultOf(password, user.TwoFactorEnabled, cancel, user.Name, user.Email) is { } fault)
            return Outcome.Refuse(fault.In(texts), "Form.Password");
        var hash = await gate.Run(() => hasher.HashPassword(user, password), cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (token is not null && !await links.Use(token, cancel))
            return Outcome.Refuse(texts["Ten link jest nieważny: minęła godzina albo został już użyty. Poproś o nowy."]);
        await links.Void(TokenPurpose.ResetPassword, id, cancel);
        (user.PasswordHash, user.SecurityStamp) = (hash, Guid.NewGuid().ToString());
        if (token is not null)
            user.EmailConfirmed = true; // whoever opened the letter holds the mailbox
        await db.Set<UserSession>().Where(s => s.UserId == id && s.Id != keep).ExecuteDeleteAsync(cancel);
        mail.Run(AccountLetters.PasswordChanged(texts, AccountLetters.To(user), clock.GetUtcNow().UtcTicks));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

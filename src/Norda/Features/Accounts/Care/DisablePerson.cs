using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Care;

/// <summary>Keeps a person out, from this moment on every device, and tells them why (Digital Services Act, article 17).</summary>
public class DisablePerson(AppDb db, Me me, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int LongestReason = 1000;

    public async Task<Outcome> Run(int userId, string? reason, CancellationToken cancel)
    {
        var why = PlainText.Clean(reason ?? "");
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (userId == me.Id)
            return Outcome.Refuse(texts["Własne konto zamkniesz na stronie „Moje konto”."]);
        if (why.Length is 0 or > LongestReason)
            return Outcome.Refuse(texts["Napisz tej osobie, dlaczego wyłączasz konto (do 1000 znaków)."], "powod");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { } user)
            return Outcome.Refuse(texts["Tej osoby już nie ma."]);
        if (!user.IsActive)
            return Outcome.Refuse(texts["To konto jest już wyłączone."]);
        if (user.IsAdmin && !me.Is(Role.Admin))
            return Outcome.Refuse(texts["Konto administratora wyłącza tylko administrator."]);
        if (user.IsAdmin && !await db.HasOtherAdmin(userId, cancel))
            return Outcome.Refuse(texts["To jedyny administrator. Najpierw daj tę rolę komuś innemu."]);
        (user.IsActive, user.SecurityStamp) = (false, Guid.NewGuid().ToString());
        await db.Set<UserSession>().Where(s => s.UserId == userId).ExecuteDeleteAsync(cancel);
        mail.Run(AccountLetters.Disabled(texts, AccountLetters.To(user), why, clock.GetUtcNow().UtcTicks));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

/// <summary>Lets a person in again who was kept out, or who closed the account themselves.</summary>
public class EnablePerson(AppDb db, Me me, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int userId, string origin, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { ErasedAt: null } user)
            return Outcome.Refuse(texts["Tej osoby już nie ma."]);
        if (user.IsActive)
            return Outcome.Refuse(texts["To konto już działa."]);
        user.IsActive = true;
        mail.Run(AccountLetters.Enabled(texts, AccountLetters.To(user), origin, clock.GetUtcNow().UtcTicks));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}

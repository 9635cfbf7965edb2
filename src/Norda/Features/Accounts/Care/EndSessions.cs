using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Register;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Care;

/// <summary>Signs a person out everywhere: a telephone was lost, a computer left open.</summary>
public class EndSessions(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int userId, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { } user)
            return Outcome.Refuse(texts["Tej osoby już nie ma."]);
        await db.Set<UserSession>().Where(s => s.UserId == userId).ExecuteDeleteAsync(cancel);
        (user.SessionsEndedAt, user.SecurityStamp) = (clock.GetUtcNow().UtcDateTime, Guid.NewGuid().ToString());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

/// <summary>Sends once more the letter that proves the address: the office for anybody, a person for themselves.</summary>
public class ResendVerification(AppDb db, Me me, AskForProof proof, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public async Task<Outcome> Run(int userId, string origin, CancellationToken cancel)
    {
        if (!me.IsOffice && userId != me.Id)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel) is not { ErasedAt: null } user)
            return Outcome.Refuse(texts["Tej osoby już nie ma."]);
        if (user.EmailConfirmed)
            return Outcome.Refuse(texts["Ten adres jest już potwierdzony."]);
        var now = clock.GetUtcNow().UtcDateTime;
        if (user.ProofAskedAt > now - Pause)
            return Outcome.Refuse(texts["List wyszedł przed chwilą. Następny można wysłać po pięciu minutach."]);
        user.ProofAskedAt = now;
        proof.Run(user, origin);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}

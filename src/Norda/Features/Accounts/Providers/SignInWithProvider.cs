using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.Providers;

/// <summary>
/// Signs in whom a provider vouches for. An account is joined to a provider only when both proved the same address; an account
/// whose address nobody proved is never taken over, and a second factor is asked for all the same.
/// </summary>
public class SignInWithProvider(AppDb db, UserManager<User> users, StartSession start, SecondStep second, Newcomer newcomer, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<ProviderAnswer> Run(ProviderProof proof, HttpContext http, CancellationToken cancel)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => db.Set<IdentityUserLogin<int>>().Any(l => l.UserId == u.Id && l.LoginProvider == proof.Issuer && l.ProviderKey == proof.Subject), cancel);
        if (user is null)
        {
            if (proof.Email is null)
                return ProviderAnswer.Refuse(ProviderRefusal.Unvouched);
            var normalized = proof.Email.ToUpperInvariant();
            user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancel);
            if (user is null)
            {
                newcomer.Remember(http, proof);
                return new ProviderAnswer(Next.Register);
            }

            if (!user.EmailConfirmed)
                return ProviderAnswer.Refuse(ProviderRefusal.Unproven);
            if (await users.GetAuthenticationTokenAsync(user, proof.Issuer, LinkMarks.Unlinked) is not null)
                return ProviderAnswer.Refuse(ProviderRefusal.Unlinked);
        }

        if (!user.IsActive)
            return ProviderAnswer.Refuse(ProviderRefusal.Closed);
        await Join(user, proof, cancel);
        if (user.TwoFactorEnabled)
        {
            second.Remember(http, user.Id, remember: false);
            return new ProviderAnswer(Next.Code);
        }

        await start.Run(user, http, remember: false, secondFactor: false, cancel);
        return new ProviderAnswer(Next.Enter, Person: user.Id);
    }

    /// <summary>The owner is told by letter, once.</summary>
    private async Task Join(User user, ProviderProof proof, CancellationToken cancel)
    {
        if (await db.Set<IdentityUserLogin<int>>().AnyAsync(l => l.LoginProvider == proof.Issuer && l.ProviderKey == proof.Subject, cancel))
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        mail.Run(AccountLetters.ProviderJoined(texts, AccountLetters.To(user), proof.Provider, clock.GetUtcNow().UtcTicks));
        try
        {
            await users.AddLoginAsync(user, proof.Login);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear(); // two tabs at once: the other one joined them
            db.Attach(user);
        }
    }
}

public enum Next { Enter, Code, Register, Refused }

/// <summary>Where the person goes now.</summary>
public sealed record ProviderAnswer(Next Next, string? Refusal = null, int? Person = null)
{
    public static ProviderAnswer Refuse(string why) => new(Next.Refused, why);
}

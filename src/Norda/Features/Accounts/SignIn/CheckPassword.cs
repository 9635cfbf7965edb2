using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts.Passwords;

namespace Norda.Features.Accounts.SignIn;

/// <summary>Compares a password. An account that is not there, is disabled or has no password takes as long and is told the same.</summary>
public class CheckPassword(AppDb db, BcryptHasher hasher, HashGate gate, SignInFailures failures)
{
    public async Task<PasswordAnswer> Run(string email, string password, string? address, CancellationToken cancel)
    {
        if (await failures.Wait(email, address, cancel) is { } wait)
            return new PasswordAnswer(null, wait);
        var normalized = email.Trim().ToUpperInvariant();
        var user = await db.Set<User>().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancel);
        var result = await gate.Run(() => Compare(user, password), cancel);
        if (result == PasswordVerificationResult.Failed || user is not { IsActive: true })
        {
            await failures.Note(email, address, cancel);
            return new PasswordAnswer(null, null);
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            user.PasswordHash = await gate.Run(() => hasher.HashPassword(user, password), cancel); // saved with the session
        await failures.Forget(email, address, cancel);
        return new PasswordAnswer(user, null);
    }

    private PasswordVerificationResult Compare(User? user, string password)
    {
        if (user?.PasswordHash is { } hash)
            return hasher.VerifyHashedPassword(user, hash, password);
        BcryptHasher.Pretend(password);
        return PasswordVerificationResult.Failed;
    }
}

/// <summary>Who it was; or nobody, and perhaps how long to wait before the next try.</summary>
public sealed record PasswordAnswer(User? User, TimeSpan? Wait);

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.Providers;

/// <summary>
/// The provider's account opens this one no more, and is not joined to it again by its address alone, until the owner allows it. The last way in
/// stays: nobody locks themselves out.
/// </summary>
public class UnlinkProvider(AppDb db, UserManager<User> users, SignInProviders providers, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int userId, string issuer, string subject, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        var logins = await db.Set<IdentityUserLogin<int>>().Where(l => l.UserId == userId).ToListAsync(cancel);
        if (logins.Find(l => l.LoginProvider == issuer && l.ProviderKey == subject) is not { } login)
            return Outcome.Refuse(texts["Tego sposobu logowania już nie ma."]);
        if (!await HasOtherWay(user, logins.Where(l => l != login), cancel))
            return Outcome.Refuse(texts["To jedyny sposób, w jaki się logujesz. Najpierw ustaw hasło albo dodaj klucz dostępu."]);
        await users.RemoveLoginAsync(user, issuer, subject);
        await users.SetAuthenticationTokenAsync(user, issuer, LinkMarks.Unlinked, LinkMarks.Unlinked);
        mail.Run(AccountLetters.ProviderLeft(texts, AccountLetters.To(user), login.ProviderDisplayName ?? issuer, clock.GetUtcNow().UtcTicks));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>A provider that this copy no longer knows opens nothing.</summary>
    private async Task<bool> HasOtherWay(User user, IEnumerable<IdentityUserLogin<int>> others, CancellationToken cancel) =>
        user.PasswordHash is not null || others.Any(l => providers.All.Any(p => p.Name == l.ProviderDisplayName)) || await db.Set<IdentityUserPasskey<int>>().AnyAsync(p => p.UserId == user.Id, cancel);
}

/// <summary>A provider that was unlinked may be joined again, at the next sign-in through it.</summary>
public class AllowProvider(AppDb db, UserManager<User> users)
{
    public async Task Run(int userId, string issuer, CancellationToken cancel) =>
        await users.RemoveAuthenticationTokenAsync(await db.Users.SingleAsync(u => u.Id == userId, cancel), issuer, LinkMarks.Unlinked);
}

/// <summary>What Identity's table of tokens remembers of a provider.</summary>
public static class LinkMarks
{
    public const string Unlinked = "unlinked";
}

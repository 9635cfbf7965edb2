using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.Reset;

/// <summary>Sends the link that sets a new password, at most once in five minutes. Tells nobody whether there is such an account.</summary>
public class AskForReset(AppDb db, AccountLinks links, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public async Task Run(string typed, string origin, CancellationToken cancel)
    {
        var normalized = typed.Trim().ToUpperInvariant();
        var since = clock.GetUtcNow().UtcDateTime - Pause;
        var user = await db.Set<User>().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized && u.IsActive, cancel);
        if (user is null || await db.Set<AccountToken>().AnyAsync(t => t.UserId == user.Id && t.Purpose == TokenPurpose.ResetPassword && t.CreatedAt > since, cancel))
            return;
        var secret = links.Issue(TokenPurpose.ResetPassword, Lifetime, user, user.Email);
        mail.Run(AccountLetters.Reset(texts, AccountLetters.To(user), secret, origin));
        await db.SaveChangesAsync(cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Consents;
using Norda.Features.Accounts.Passwords;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts;

/// <summary>
/// The code that a copy without an administrator writes into its log: who can read the log holds the server. Each start makes one;
/// all of them end with the first administrator.
/// </summary>
public class FirstRunCode(AppDb db, AccountLinks links)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public async Task<bool> IsNeeded(CancellationToken cancel) => !await db.Set<StaffRole>().AnyAsync(r => r.Role == Role.Admin, cancel);

    /// <returns>Null when there is an administrator.</returns>
    public async Task<string?> Issue(CancellationToken cancel)
    {
        if (!await IsNeeded(cancel))
            return null;
        var secret = links.Issue(TokenPurpose.FirstRun, Lifetime);
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    public async Task<bool> IsRight(string? secret, CancellationToken cancel) => await IsNeeded(cancel) && await links.Find(TokenPurpose.FirstRun, secret, cancel) is not null;
}

/// <summary>The last step of the first run: an administrator with a password. It works once, also for two who press at the same moment.</summary>
public class MakeFirstAdmin(AppDb db, FirstRunCode code, BcryptHasher hasher, HashGate gate, PasswordCheck check, ConsentTexts consents, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<(User? User, Outcome Outcome)> Run(string? secret, FirstAdminForm form, CancellationToken cancel)
    {
        if (!await code.IsRight(secret, cancel))
            return (null, Closed);
        if (!Email.TryParse(form.Email, out var email))
            return (null, Outcome.Refuse(texts["Wpisz adres e-mail, na przykład jan@firma.pl."], "Form.Email"));
        if (await check.FaultOf(form.Password, hasSecondFactor: false, cancel, form.Name, email) is { } fault)
            return (null, Outcome.Refuse(fault.In(texts), "Form.Password"));
        var hash = await gate.Run(() => hasher.HashPassword(null!, form.Password), cancel);
        var (now, normalized) = (clock.GetUtcNow().UtcDateTime, email.ToUpperInvariant());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Every code that was ever printed: of two who hold different ones the database lets one through.
        if (await db.Set<AccountToken>().Where(t => t.Purpose == TokenPurpose.FirstRun && t.UsedAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedAt, now), cancel) == 0 || !await code.IsNeeded(cancel))
            return (null, Closed);
        var user = await db.Set<User>().Include(u => u.Roles).SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancel);
        if (user is null)
            db.Add(user = new User { Name = form.Name, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = normalized, CreatedAt = now });
        (user.Name, user.EmailConfirmed, user.IsActive, user.IsAdmin, user.PasswordHash, user.SecurityStamp) = (PlainText.Line(form.Name)!, true, true, true, hash, Guid.NewGuid().ToString());
        user.Roles.Add(new StaffRole { Role = Role.Admin, GrantedAt = now });
        await db.SaveChangesAsync(cancel);
        db.AddRange(consents.GivenBy(user.Id, "uruchomienie"));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (user, Outcome.Done);
    }

    private Outcome Closed => Outcome.Refuse(texts["Ten kod już nie działa. Uruchom serwis ponownie, a w dzienniku pojawi się nowy."]);
}

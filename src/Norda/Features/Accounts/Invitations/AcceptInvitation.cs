using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Consents;
using Norda.Features.Accounts.Passwords;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Accounts.Invitations;

/// <summary>Whoever holds the link comes into the firm: as the person who is signed in, or with a new account whose address is proven by the letter.</summary>
public class AcceptInvitation(AppDb db, AccountLinks links, BcryptHasher hasher, HashGate gate, PasswordCheck check, ConsentTexts consents, CopyConsents copy, ITellPeople people, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> BySignedIn(string secret, int userId, CancellationToken cancel)
    {
        if (await Find(secret, cancel) is not { } token)
            return Invalid;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await links.Use(token, cancel))
            return Invalid;
        var user = await db.Set<User>().Include(u => u.Companies).SingleAsync(u => u.Id == userId, cancel);
        Join(user, token);
        if (user.NormalizedEmail == token.Email?.ToUpperInvariant())
            await copy.Run(user.Id, token.CompanyId!.Value, token.Email!, cancel);
        await Tell(user, token, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    public async Task<(User? User, Outcome Outcome)> ByNewPerson(string secret, InvitedForm form, CancellationToken cancel)
    {
        if (await Find(secret, cancel) is not { Email: { } email } token)
            return (null, Invalid);
        if (await check.FaultOf(form.Password, hasSecondFactor: false, cancel, form.Name, email) is { } fault)
            return (null, Outcome.Refuse(fault.In(texts), "Form.Password"));
        var now = clock.GetUtcNow().UtcDateTime;
        var user = new User
        {
            Name = PlainText.Line(form.Name)!, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString(), EmailConfirmed = true, CreatedAt = now, LockoutEnabled = true,
        };
        user.PasswordHash = await gate.Run(() => hasher.HashPassword(user, form.Password), cancel);
        Join(user, token);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(user);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException taken) when (Races.IsUnique(taken))
        {
            db.ChangeTracker.Clear();
            return (null, Outcome.Refuse(texts["Masz już konto z tym adresem. Zaloguj się i otwórz zaproszenie jeszcze raz."]));
        }

        if (!await links.Use(token, cancel))
            return (null, Invalid);
        db.AddRange(consents.GivenBy(user.Id, "zaproszenie"));
        await copy.Run(user.Id, token.CompanyId!.Value, email, cancel);
        await Tell(user, token, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (user, Outcome.Done);
    }

    /// <summary>Who was shown out of the firm, or out of the office, asks nobody in any more, themselves under another address least of all.</summary>
    /// <returns>Null when the link is not good (any more).</returns>
    public async Task<AccountToken?> Find(string secret, CancellationToken cancel)
    {
        if (await links.Find(TokenPurpose.Invitation, secret, cancel) is not { CompanyId: { } firm } token)
            return null;
        var host = token.CreatedBy;
        return host is null || await db.Users.AnyAsync(u => u.Id == host && u.IsActive && (u.Roles.Any(r => r.Role == Role.Office || r.Role == Role.Admin)
            || u.Companies.Any(c => c.CompanyId == firm && c.Status == CompanyUserStatus.Approved && c.Role == CompanyRole.Owner)), cancel) ? token : null;
    }

    private Outcome Invalid => Outcome.Refuse(texts["To zaproszenie już nie działa. Poproś o nowe osobę, która prowadzi profil firmy."]);

    private Task Tell(User user, AccountToken token, CancellationToken cancel) => token.CreatedBy is { } host
        ? people.Tell(host, new Notice(AccountNotices.InvitationAccepted, $"invitation:{token.Id}", texts["{0} należy już do Twojej firmy", user.Name], "/moja-firma/zespol"), cancel)
        : Task.CompletedTask;

    /// <summary>The role of the letter, or a higher one that the person has already.</summary>
    private void Join(User user, AccountToken token)
    {
        var (role, now, firm) = (Enum.Parse<CompanyRole>(token.Detail!), clock.GetUtcNow().UtcDateTime, token.CompanyId!.Value);
        var place = user.Companies.Find(c => c.CompanyId == firm);
        if (place is null)
            user.Companies.Add(place = new CompanyUser { CompanyId = firm, Role = role, CreatedAt = now });
        if (place.Status != CompanyUserStatus.Approved || place.Role < role)
            place.Role = role;
        (place.Status, place.DecidedBy, place.DecidedAt) = (CompanyUserStatus.Approved, token.CreatedBy, now);
        user.CompanyId ??= firm;
    }
}

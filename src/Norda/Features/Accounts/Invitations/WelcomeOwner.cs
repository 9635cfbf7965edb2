using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Consents;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Invitations;

/// <summary>
/// The representative of a new member gets the firm's profile, within the caller's transaction: an account with that address at once, anybody
/// else by an invitation. Others who registered with the firm's tax number stand before its door.
/// </summary>
public class WelcomeOwner(AppDb db, Me me, AccountLinks links, CopyConsents copy, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <returns>What the letter to the representative leads to.</returns>
    public async Task<(string Text, string Url)> Run(int companyId, string nip, string? email, string origin, CancellationToken cancel)
    {
        var normalized = email?.ToUpperInvariant();
        var people = await db.Set<User>().Include(u => u.Companies).Where(u => u.IsActive && u.EmailConfirmed && u.ErasedAt == null && (u.NormalizedEmail == normalized || u.CompanyNip == nip)).ToListAsync(cancel);
        foreach (var person in people)
            Place(person, companyId, isOwner: person.NormalizedEmail == normalized);
        if (people.Find(p => p.NormalizedEmail == normalized) is { } owner)
            await copy.Run(owner.Id, companyId, email!, cancel);
        if (email is null || people.Exists(p => p.NormalizedEmail == normalized))
            return (texts["Zaloguj się"], origin + "/logowanie");
        var secret = links.Issue(TokenPurpose.Invitation, Lifetime, email: email, companyId: companyId, detail: nameof(CompanyRole.Owner), by: me.Id);
        return (texts["Załóż konto i przejmij profil firmy"], $"{origin}/zaproszenie/{secret}");
    }

    private void Place(User person, int companyId, bool isOwner)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var place = person.Companies.Find(c => c.CompanyId == companyId);
        if (place is null)
            person.Companies.Add(place = new CompanyUser { CompanyId = companyId, Role = CompanyRole.Viewer, Status = CompanyUserStatus.Requested, CreatedAt = now });
        if (!isOwner)
            return;
        (place.Role, place.Status, place.DecidedBy, place.DecidedAt) = (CompanyRole.Owner, CompanyUserStatus.Approved, me.Id, now);
        person.CompanyId ??= companyId;
    }
}

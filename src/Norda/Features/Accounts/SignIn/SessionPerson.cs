using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts.Demo;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>Who a session belongs to and what they may do now: one query a request.</summary>
public sealed class SessionPerson(AppDb db, TimeProvider clock, IHostEnvironment environment)
{
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(5);

    /// <returns>Null when the session ended, or the person was disabled.</returns>
    public async Task<ClaimsPrincipal?> Find(Guid sessionId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var oldest = now - UserSession.Longest;
        var found = await db.Set<UserSession>().AsNoTracking().Where(s => s.Id == sessionId && s.ExpiresAt > now && s.CreatedAt > oldest && s.User.IsActive).Select(s => new SignedIn(
            s.Id, s.LastSeenAt, s.ProvenAt, s.IsRemembered, s.SecondFactor, s.User.PasswordHash != null, s.UserId, s.User.Name, s.User.Email!, s.User.EmailConfirmed, s.User.CompanyId,
            s.User.Roles.Select(r => r.Role).ToList(),
            s.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved).Select(c => new Platform.Access.Membership(c.CompanyId, c.Role)).ToList())).AsSingleQuery().SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        if (now - found.LastSeenAt > Noted)
            await Note(found, now, cancel);
        // The demo's people have no telephone for a second factor; they exist on a developer's machine only.
        var person = environment.IsDevelopment() && found.Email.EndsWith(DemoPeople.Domain, StringComparison.Ordinal) ? found with { SecondFactor = true } : found;
        return new ClaimsPrincipal(new ClaimsIdentity(Claims(person), SessionCookie.Scheme));
    }

    /// <summary>Each visit puts the end of the session off again.</summary>
    private Task<int> Note(SignedIn person, DateTime now, CancellationToken cancel)
    {
        var end = now + (person.IsRemembered ? UserSession.Remembered : UserSession.Idle);
        return db.Set<UserSession>().Where(s => s.Id == person.SessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.ExpiresAt, end), cancel);
    }

    private static IEnumerable<Claim> Claims(SignedIn person)
    {
        yield return new(ClaimTypes.NameIdentifier, person.UserId.ToString(CultureInfo.InvariantCulture));
        yield return new(ClaimTypes.Name, person.Name);
        yield return new(ClaimTypes.Email, person.Email);
        yield return new(Me.SessionClaim, person.SessionId.ToString());
        foreach (var company in person.Companies.OrderByDescending(c => c.CompanyId == person.CompanyId).ThenBy(c => c.CompanyId))
            yield return new(Me.CompanyClaim, company.Claim);
        yield return new(Me.ProvenClaim, person.ProvenAt.Ticks.ToString(CultureInfo.InvariantCulture));
        if (!person.HasPassword)
            yield return new(Me.NoPasswordClaim, "1");
        if (person.IsHeldBack)
            yield return new(Me.SecondFactorMissingClaim, "1");
        foreach (var role in Roles(person))
            yield return new(ClaimTypes.Role, role.ToString());
    }

    private static IEnumerable<Role> Roles(SignedIn person)
    {
        yield return Role.SignedIn;
        if (!person.IsVerified)
            yield break;
        if (person.Companies.Count > 0 || person.Roles.Count > 0)
            yield return Role.Member;
        if (person.Companies.Exists(c => c.Role >= CompanyRole.Editor))
            yield return Role.Manager;
        foreach (var role in person.Roles.Where(r => !person.IsHeldBack || r is not (Role.Office or Role.Admin)))
            yield return role;
    }

    private sealed record SignedIn(
        Guid SessionId, DateTime LastSeenAt, DateTime ProvenAt, bool IsRemembered, bool SecondFactor, bool HasPassword, int UserId, string Name, string Email, bool IsVerified, int? CompanyId, List<Role> Roles,
        List<Platform.Access.Membership> Companies)
    {
        /// <summary>The office stays closed to a password alone.</summary>
        public bool IsHeldBack => !SecondFactor && Roles.Exists(r => r is Role.Office or Role.Admin);
    }
}

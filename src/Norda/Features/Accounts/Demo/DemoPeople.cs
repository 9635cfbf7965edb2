using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Directory.Demo;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Demo;

/// <summary>Invented people of the demo chamber, so that a newcomer can look at every room. Only where the demo chamber is, never in a published app.</summary>
public class DemoPeople(AppDb db, BcryptHasher hasher, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    public const string Password = "izba pokazowa norda";
    public const string Domain = "@norda.example";

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Users.AnyAsync(cancel))
            return;
        var firms = await db.Companies.OrderBy(c => c.Id).Take(6).Select(c => c.Id).ToListAsync(cancel);
        var hash = hasher.HashPassword(null!, Password);
        db.AddRange(
            Make("Admin Pokazowy", "admin", hash, staff: Role.Admin),
            Make("Biuro Pokazowe", "biuro", hash, staff: Role.Office),
            Make("Moderatorka Pokazowa", "moderator", hash, firms[3], CompanyRole.Viewer, Role.Moderator),
            Make("Skarbniczka Pokazowa", "skarbnik", hash, staff: Role.Treasurer),
            Make("Rewident Pokazowy", "rewident", hash, staff: Role.Auditor),
            Make("Ewa Pokazowa", "ewa", hash, nip: "9991000016"),
            Make("Anna Pokazowa", "anna", hash, firms[0], CompanyRole.Owner),
            Make("Bartek Pokazowy", "bartek", hash, firms[1], CompanyRole.Owner),
            Make("Celina Pokazowa", "celina", hash, firms[0]),
            Make("Darek Pokazowy", "darek", hash, firms[0], status: CompanyUserStatus.Requested));
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        Console.WriteLine($"Konta pokazowe: admin{Domain}, biuro{Domain}, moderator{Domain}, skarbnik{Domain}, rewident{Domain}, anna{Domain} (prowadzi firmę), celina{Domain}; hasło: {Password}");
    }

    private User Make(string name, string mailbox, string hash, int? firm = null, CompanyRole role = CompanyRole.Viewer, Role? staff = null, CompanyUserStatus status = CompanyUserStatus.Approved, string? nip = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var email = mailbox + Domain;
        var person = new User
        {
            Name = name, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), EmailConfirmed = true,
            PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString(), CompanyId = status == CompanyUserStatus.Approved ? firm : null, IsAdmin = staff == Role.Admin, CompanyNip = nip, CreatedAt = now,
        };
        if (firm is { } company)
            person.Companies.Add(new CompanyUser { CompanyId = company, Role = role, Status = status, CreatedAt = now });
        if (staff is { } granted)
            person.Roles.Add(new StaffRole { Role = granted, GrantedAt = now });
        return person;
    }
}

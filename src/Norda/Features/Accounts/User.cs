using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Features.Accounts;

/// <summary>A person with an account. Columns of the source's table users keep their names; what Identity needs is added.</summary>
public class User : IdentityUser<int>
{
    public required string Name { get; set; }

    /// <summary>The primary firm; all firms are in <see cref="Companies"/>.</summary>
    public int? CompanyId { get; set; }

    /// <summary>As typed at registration, while no firm has let the person in yet.</summary>
    public string? CompanyNip { get; set; }

    /// <summary>False: signed out everywhere and kept out.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Has the role of admin; kept in step with <see cref="Roles"/>.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>Kept in step with the memberships of the firms.</summary>
    public bool IsNordaMember { get; set; }

    public DateTime? CreatedAt { get; set; }
    public DateTime? LastLogin { get; set; }

    /// <summary>pl or en; null: as the address says.</summary>
    public string? Language { get; set; }

    /// <summary>When the office last signed the person out everywhere.</summary>
    public DateTime? SessionsEndedAt { get; set; }

    /// <summary>When the office last had the letter sent that proves the address.</summary>
    public DateTime? ProofAskedAt { get; set; }

    /// <summary>When the person was forgotten; the row stays, so that books and threads keep their author's number.</summary>
    public DateTime? ErasedAt { get; set; }

    public List<StaffRole> Roles { get; } = [];
    public List<CompanyUser> Companies { get; } = [];
}

/// <summary>A role that the chamber gave: moderator, treasurer, auditor, office, admin.</summary>
public class StaffRole
{
    public int UserId { get; init; }
    public Role Role { get; init; }
    public int? GrantedBy { get; init; }
    public DateTime GrantedAt { get; init; }
}

/// <summary>A person's place in a firm: asked for, then approved or refused by the firm's owner or the office.</summary>
public class CompanyUser
{
    public int UserId { get; init; }
    public User User { get; init; } = null!;
    public int CompanyId { get; init; }
    public Company Company { get; init; } = null!;
    public CompanyRole Role { get; set; }
    public CompanyUserStatus Status { get; set; }
    public DateTime CreatedAt { get; init; }
    public int? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
}

public enum CompanyUserStatus { Requested, Approved, Refused }

public class UserMap : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<StaffRole>, IEntityTypeConfiguration<CompanyUser>
{
    public const int LongestName = 100;

    public void Configure(EntityTypeBuilder<User> users)
    {
        users.ToTable("users");
        users.IsPersonal("Konto", u => u.Id, WhenErased.Keep).Erases(u => new { u.Name, u.Email, u.NormalizedEmail, u.UserName, u.NormalizedUserName, u.PhoneNumber, u.CompanyNip, u.Language });
        users.Property(u => u.Email).HasMaxLength(254).IsRequired();
        users.Property(u => u.NormalizedEmail).HasMaxLength(254).IsNotAudited();
        users.Property(u => u.UserName).HasMaxLength(254).IsNotAudited();
        users.Property(u => u.NormalizedUserName).HasMaxLength(254).IsNotAudited();
        users.Property(u => u.EmailConfirmed).HasColumnName("is_verified");
        users.Property(u => u.PasswordHash).HasMaxLength(200).IsConcealed();
        users.Property(u => u.SecurityStamp).HasMaxLength(100).IsNotAudited();
        users.Property(u => u.ConcurrencyStamp).HasMaxLength(100).IsNotAudited();
        users.Property(u => u.PhoneNumber).HasMaxLength(50);
        users.Property(u => u.AccessFailedCount).IsNotAudited();
        users.Property(u => u.LockoutEnd).IsNotAudited();
        users.Property(u => u.LastLogin).IsNotAudited();
        users.Property(u => u.Name).HasMaxLength(LongestName);
        users.Property(u => u.CompanyNip).HasMaxLength(10);
        users.Property(u => u.Language).HasMaxLength(2);
        // Columns of the source that held tokens in the clear: kept for its shape, never written.
        users.Property<string?>("VerificationToken").HasMaxLength(255);
        users.Property<string?>("ResetToken").HasMaxLength(255);
        users.Hides(u => new { u.PasswordHash, u.SecurityStamp, u.ConcurrencyStamp }).Hides("VerificationToken", "ResetToken");
        users.HasIndex(u => u.Email).IsUnique();
        users.HasIndex(u => u.NormalizedEmail).IsUnique();
        users.HasOne<Company>().WithMany().HasForeignKey(u => u.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StaffRole> roles)
    {
        roles.ToTable("user_roles");
        roles.IsPersonal("Role w izbie", r => r.UserId, WhenErased.Delete).Names(r => r.GrantedBy);
        roles.HasKey(r => new { r.UserId, r.Role });
        roles.Property(r => r.Role).HasConversion<string>().HasMaxLength(20);
        roles.HasOne<User>().WithMany(u => u.Roles).HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CompanyUser> people)
    {
        people.ToTable("company_users");
        people.IsPersonal("Przynależność do firm", p => p.UserId, WhenErased.Delete).Names(p => p.DecidedBy);
        people.HasKey(p => new { p.UserId, p.CompanyId });
        people.Property(p => p.Role).HasConversion<string>().HasMaxLength(20);
        people.Property(p => p.Status).HasConversion<string>().HasMaxLength(20);
        people.HasIndex(p => new { p.CompanyId, p.Status });
        people.HasOne(p => p.User).WithMany(u => u.Companies).HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        people.HasOne(p => p.Company).WithMany().HasForeignKey(p => p.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Accounts;

/// <summary>A link that was mailed: 256 bits, stored as their hash, good once and for a while.</summary>
public class AccountToken
{
    public int Id { get; private set; }
    public TokenPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the secret, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public int? UserId { get; init; }

    /// <summary>The firm to which an invitation leads.</summary>
    public int? CompanyId { get; init; }

    /// <summary>Where it was sent, or the new address that it confirms.</summary>
    public string? Email { get; init; }

    /// <summary>What else the link carries, such as the role of an invitation.</summary>
    public string? Detail { get; init; }

    public int? CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }

    public static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

public enum TokenPurpose { VerifyEmail, ResetPassword, ChangeEmailOld, ChangeEmailNew, Invitation, Passkey, Code, FirstRun, Declaration }

/// <summary>Failures to sign in, by account and by address; known and unknown accounts are counted alike.</summary>
public class SignInFailure
{
    /// <summary>SHA-256 of the normalised address or of the network address.</summary>
    public required string Key { get; init; }

    public int Count { get; set; }
    public DateTime LastAt { get; set; }
    public DateTime? BlockedUntil { get; set; }
}

/// <summary>What a person agreed to, when, in which words; taken back, it stays with its end.</summary>
public class UserConsent
{
    public int Id { get; private set; }
    public int UserId { get; init; }

    /// <summary>terms, privacy, newsletter, …</summary>
    public required string Kind { get; init; }

    /// <summary>Of the text that was shown.</summary>
    public required string Version { get; init; }

    /// <summary>Where it was given: rejestracja, konto, zaproszenie.</summary>
    public required string Source { get; init; }

    public DateTime GivenAt { get; init; }
    public DateTime? WithdrawnAt { get; set; }
}

public class AccountMap : IEntityTypeConfiguration<AccountToken>, IEntityTypeConfiguration<SignInFailure>, IEntityTypeConfiguration<UserConsent>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<AccountToken> tokens)
    {
        tokens.ToTable("account_tokens");
        tokens.IsPersonal("Wysłane linki", t => t.UserId, WhenErased.Delete).Quotes(t => t.Email).Hides(t => t.Hash).Names(t => t.CreatedBy);
        tokens.IsNotAudited();
        tokens.Property(t => t.Purpose).HasConversion<string>().HasMaxLength(20);
        tokens.Property(t => t.Hash).HasMaxLength(HashLength);
        tokens.Property(t => t.Email).HasMaxLength(254);
        tokens.Property(t => t.Detail).HasMaxLength(500);
        tokens.HasIndex(t => t.Hash).IsUnique();
        tokens.HasIndex(t => new { t.UserId, t.Purpose });
        tokens.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SignInFailure> failures)
    {
        failures.ToTable("sign_in_failures");
        failures.IsNotPersonal(f => f.Key); // a hash, gone after a month
        failures.IsNotAudited();
        failures.HasKey(f => f.Key);
        failures.Property(f => f.Key).HasMaxLength(HashLength);
    }

    public void Configure(EntityTypeBuilder<UserConsent> consents)
    {
        consents.ToTable("user_consents");
        consents.IsPersonal("Zgody", c => c.UserId, WhenErased.Keep).Keeps(c => new { c.Kind, c.Version, c.Source }); // proof that they were given
        consents.Property(c => c.Kind).HasMaxLength(50);
        consents.Property(c => c.Version).HasMaxLength(20);
        consents.Property(c => c.Source).HasMaxLength(50);
        consents.HasIndex(c => new { c.UserId, c.Kind });
        consents.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

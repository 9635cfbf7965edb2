using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Accounts;

/// <summary>
/// One signed-in browser. The cookie holds only its number, so every request sees at once that a session was ended, a person
/// disabled or a role taken, on every instance.
/// </summary>
public class UserSession
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>However often somebody comes back: then the password again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public Guid Id { get; init; }
    public int UserId { get; init; }
    public User User { get; init; } = null!;
    public DateTime CreatedAt { get; init; }

    /// <summary>Written at most once in five minutes.</summary>
    public DateTime LastSeenAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    /// <summary>Stays after the browser is closed.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>A code, a recovery code or a passkey was given, not the password alone.</summary>
    public bool SecondFactor { get; set; }

    /// <summary>When the person last proved who they are: asked for again before what cannot be taken back.</summary>
    public DateTime ProvenAt { get; set; }

    public string? Address { get; init; }
    public string? Browser { get; init; }
}

public class UserSessionMap : IEntityTypeConfiguration<UserSession>
{
    public const int LongestBrowser = 200;

    public void Configure(EntityTypeBuilder<UserSession> sessions)
    {
        sessions.ToTable("user_sessions");
        sessions.IsPersonal("Zalogowane urządzenia", s => s.UserId, WhenErased.Delete);
        sessions.IsNotAudited();
        sessions.Property(s => s.Id).ValueGeneratedNever();
        sessions.Property(s => s.Address).HasMaxLength(45);
        sessions.Property(s => s.Browser).HasMaxLength(LongestBrowser);
        sessions.HasIndex(s => s.ExpiresAt);
        sessions.HasOne(s => s.User).WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

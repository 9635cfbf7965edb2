using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Mail.Bounces;

/// <summary>An address from which letters came back. On hold it gets none until somebody of the office lifts it.</summary>
public class AddressHold
{
    /// <summary>In capitals, as accounts compare it.</summary>
    public required string Address { get; init; }

    public int? UserId { get; init; }

    /// <summary>Letters that came back for a passing reason since the last hold was lifted.</summary>
    public int SoftBounces { get; set; }

    /// <summary>Of RFC 3463: "5.1.1".</summary>
    public required string Status { get; set; }

    public string? Reason { get; set; }
    public DateTime LastBounceAt { get; set; }

    /// <summary>The letter that came back last: a report that is read twice counts once.</summary>
    public int LastMailId { get; set; }

    public DateTime? HeldAt { get; set; }
    public int? LiftedBy { get; set; }

    public static string Of(string address) => address.Trim().ToUpperInvariant();
}

public class AddressHoldMap : IEntityTypeConfiguration<AddressHold>
{
    public const int LongestReason = 500;

    public void Configure(EntityTypeBuilder<AddressHold> holds)
    {
        holds.ToTable("mail_holds");
        holds.IsPersonal("Zwroty poczty", h => h.UserId, WhenErased.Delete).Quotes(h => new { h.Address, h.Reason, h.Status }).Names(h => h.LiftedBy);
        holds.IsNotAudited();
        holds.HasKey(h => h.Address);
        holds.Property(h => h.Address).HasMaxLength(254);
        holds.Property(h => h.Status).HasMaxLength(20);
        holds.Property(h => h.Reason).HasMaxLength(LongestReason);
        holds.HasIndex(h => h.HeldAt);
    }
}

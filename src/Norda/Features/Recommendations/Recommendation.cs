using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;

namespace Norda.Features.Recommendations;

/// <summary>What a member says of a firm that served them well; shown once a moderator has read it.</summary>
public class Recommendation
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }
    public Company Company { get; init; } = null!;
    public int UserId { get; init; }
    public User User { get; init; } = null!;
    public required string RecommendationText { get; set; }

    /// <summary>For which service, in the author's words.</summary>
    public string? ServiceCategory { get; set; }

    /// <summary>The author agrees that others ask them.</summary>
    public bool ShowContact { get; set; }

    public RecommendationStatus Status { get; set; }
    public int? ModeratedBy { get; set; }
    public DateTime? ModeratedAt { get; set; }
    public string? RejectionReason { get; set; }
    public DateTime CreatedAt { get; init; }
    public DateTime? UpdatedAt { get; set; }

    /// <summary>Two moderators who decide at once, or an author who edits meanwhile, are told by it.</summary>
    public int Version { get; set; }
}

public enum RecommendationStatus { Pending, Approved, Rejected }

public class RecommendationMap : IEntityTypeConfiguration<Recommendation>
{
    public const int LongestText = 2000;
    public const int LongestService = 100;

    public void Configure(EntityTypeBuilder<Recommendation> recommendations)
    {
        recommendations.ToTable("company_recommendations");
        recommendations.IsPersonal("Polecenia firm", r => r.UserId, WhenErased.Keep).Keeps(r => new { r.RecommendationText, r.ServiceCategory, r.RejectionReason }).Names(r => r.ModeratedBy);
        recommendations.Property(r => r.RecommendationText).HasMaxLength(LongestText);
        recommendations.Property(r => r.ServiceCategory).HasMaxLength(LongestService);
        recommendations.Property(r => r.Status).HasConversion(s => s.ToString().ToLowerInvariant(), s => Enum.Parse<RecommendationStatus>(s, true)).HasMaxLength(20);
        recommendations.Property(r => r.RejectionReason).HasMaxLength(1000);
        recommendations.Property(r => r.Version).IsConcurrencyToken();
        recommendations.HasIndex(r => new { r.UserId, r.CompanyId }).IsUnique();
        recommendations.HasIndex(r => new { r.Status, r.CreatedAt });
        recommendations.HasOne(r => r.Company).WithMany().HasForeignKey(r => r.CompanyId).OnDelete(DeleteBehavior.Cascade);
        // A person is never deleted, only forgotten: what they said of a firm stays, without their name.
        recommendations.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
        recommendations.HasOne<User>().WithMany().HasForeignKey(r => r.ModeratedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

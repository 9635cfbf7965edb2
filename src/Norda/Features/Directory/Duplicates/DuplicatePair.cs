using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Directory.Duplicates;

/// <summary>Two firms that may be one, and what the office said of it.</summary>
public class DuplicatePair
{
    /// <summary>The lower number of the two.</summary>
    public int FirstId { get; init; }

    public int SecondId { get; init; }
    public Company First { get; init; } = null!;
    public Company Second { get; init; } = null!;

    /// <summary>See <see cref="Likeness"/>.</summary>
    public int Points { get; set; }

    /// <summary>Codes of <see cref="LikenessReason"/>, parted by commas.</summary>
    public required string Reasons { get; set; }

    public DateTime FoundAt { get; init; }

    /// <summary>Null until somebody decides; false: two firms, and nobody is asked again.</summary>
    public bool? IsDuplicate { get; set; }

    public int? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
}

public class DuplicatePairMap : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> pairs)
    {
        pairs.ToTable("duplicate_pairs");
        pairs.IsNotAudited(); // found by a job; what follows from it, a merge, is a row of its own
        pairs.IsNotPersonal(p => p.Reasons).Names(p => p.DecidedBy);
        pairs.HasKey(p => new { p.FirstId, p.SecondId });
        pairs.Property(p => p.Reasons).HasMaxLength(100);
        pairs.HasIndex(p => new { p.IsDuplicate, p.Points });
        pairs.HasIndex(p => p.SecondId);
        pairs.HasOne(p => p.First).WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Cascade);
        pairs.HasOne(p => p.Second).WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;

namespace Norda.Features.Office.Rodo;

/// <summary>A breach of personal data (RODO, article 33): the authority hears of it within 72 hours, and this log of all of them.</summary>
public class DataBreach
{
    public static readonly TimeSpan Deadline = TimeSpan.FromHours(72);

    public int Id { get; private set; }

    /// <summary>From here the 72 hours run.</summary>
    public DateTime NoticedAt { get; init; }

    public required string Description { get; init; }

    /// <summary>Whose data, how many people.</summary>
    public required string Affected { get; init; }

    public required string Measures { get; init; }

    /// <summary>When the authority was told; null while it was not.</summary>
    public DateTime? ReportedAt { get; set; }

    /// <summary>No risk to anybody: the authority need not be told.</summary>
    public bool IsHarmless { get; init; }

    public int? RecordedBy { get; init; }
    public DateTime RecordedAt { get; init; }
}

public class DataBreachMap : IEntityTypeConfiguration<DataBreach>
{
    public const int LongestText = 2000;

    public void Configure(EntityTypeBuilder<DataBreach> breaches)
    {
        breaches.ToTable("data_breaches");
        breaches.IsNotPersonal().Quotes(b => new { b.Description, b.Affected, b.Measures }).Names(b => b.RecordedBy);
        breaches.Property(b => b.Description).HasMaxLength(LongestText);
        breaches.Property(b => b.Affected).HasMaxLength(LongestText);
        breaches.Property(b => b.Measures).HasMaxLength(LongestText);
    }
}

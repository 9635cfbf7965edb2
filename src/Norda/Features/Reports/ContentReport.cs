using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;

namespace Norda.Features.Reports;

/// <summary>Somebody says that a text here breaks the law or the rules (Digital Services Act, article 16), and what came of it (article 17).</summary>
public class ContentReport
{
    public int Id { get; private set; }

    /// <summary>What it is about: company, recommendation, …</summary>
    public required string SubjectType { get; init; }

    public int SubjectId { get; init; }

    /// <summary>Address of the page, without the host.</summary>
    public required string Url { get; init; }

    public required string Reason { get; init; }
    public string? ReporterName { get; set; }
    public string? ReporterEmail { get; set; }
    public int? UserId { get; init; }
    public bool GoodFaith { get; init; }
    public DateTime CreatedAt { get; init; }
    public ReportStatus Status { get; set; }

    /// <summary>What was decided and why, as told to both sides.</summary>
    public string? Statement { get; set; }

    public int? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
}

public enum ReportStatus { Open, Upheld, Dismissed }

public class ContentReportMap : IEntityTypeConfiguration<ContentReport>
{
    public const int LongestReason = 3000;

    public void Configure(EntityTypeBuilder<ContentReport> reports)
    {
        reports.ToTable("content_reports");
        reports.IsPersonal("Zgłoszenia treści", r => r.UserId, WhenErased.Keep).Erases(r => new { r.ReporterName, r.ReporterEmail }).Keeps(r => new { r.SubjectType, r.Url, r.Reason, r.Statement }).Names(r => r.DecidedBy);
        reports.Property(r => r.SubjectType).HasMaxLength(30);
        reports.Property(r => r.Url).HasMaxLength(500);
        reports.Property(r => r.Reason).HasMaxLength(LongestReason);
        reports.Property(r => r.ReporterName).HasMaxLength(200);
        reports.Property(r => r.ReporterEmail).HasMaxLength(254);
        reports.Property(r => r.Status).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken(); // of two who decide at once one is first
        reports.Property(r => r.Statement).HasMaxLength(3000);
        reports.HasIndex(r => new { r.Status, r.CreatedAt });
    }
}

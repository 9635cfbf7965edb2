using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Directory;

/// <summary>How good a firm's data are and who last looked at them.</summary>
public class QualityTracking
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }
    public int VerificationCount { get; set; }
    public DateTime? LastVerifiedAt { get; set; }
    public string? VerifiedBy { get; set; }
    public string? VerificationNotes { get; set; }

    /// <summary>0-100, by spec/domain section 6.6.</summary>
    public int QualityScore { get; set; }

    public int IssuesFound { get; set; }
    public int IssuesFixed { get; set; }

    /// <summary>When the register was last asked.</summary>
    public DateTime? RegisterCheckedAt { get; set; }

    public DateTime? CalculatedAt { get; set; }
}

/// <summary>Who sees a detail of a firm.</summary>
public enum Visibility { Everyone, Members, Me }

/// <summary>A photograph on the firm's page.</summary>
public class CompanyPhoto
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }

    /// <summary>Of the stored file.</summary>
    public required string FileId { get; init; }

    /// <summary>What is on it, for those who do not see it.</summary>
    public required string Alt { get; set; }

    public int Position { get; set; }
    public int Width { get; init; }
    public int Height { get; init; }
}

/// <summary>What somebody typed into a section of the editor and has not published yet.</summary>
public class ProfileDraft
{
    public int CompanyId { get; init; }
    public int UserId { get; init; }
    public required string Section { get; init; }

    /// <summary>The form's fields as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>Version of the firm that the person saw.</summary>
    public int BaseVersion { get; set; }

    public DateTime SavedAt { get; set; }
}

/// <summary>A link without sign-in that shows a firm its profile; what comes back waits for the office, field by field.</summary>
public class ProfileRequest
{
    public int Id { get; private set; }
    public int CompanyId { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required string TokenHash { get; init; }

    public required string SentTo { get; init; }
    public int? CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? SubmittedAt { get; set; }

    /// <summary>The proposed values by field, as JSON.</summary>
    public string? Proposal { get; set; }

    public DateTime? DecidedAt { get; set; }
    public int? DecidedBy { get; set; }
}

/// <summary>Where a detail came from when the firm did not write it itself (RODO, article 14).</summary>
public class FieldSource
{
    public int CompanyId { get; init; }
    public required string Field { get; init; }
    public required string Source { get; set; }
    public string? SourceUrl { get; set; }
    public DateTime TakenAt { get; set; }
}

/// <summary>Two entries of one firm that became one, with all that is needed to part them again.</summary>
public class CompanyMerge
{
    public int Id { get; private set; }
    public int KeptId { get; init; }
    public int MergedId { get; init; }
    public int? MergedBy { get; init; }
    public DateTime MergedAt { get; init; }

    /// <summary>Both firms as they were and the rows that moved, as JSON.</summary>
    public required string Snapshot { get; init; }

    public DateTime? UndoneAt { get; set; }
    public int? UndoneBy { get; set; }
}

public class CompanyCareMap :
    IEntityTypeConfiguration<QualityTracking>, IEntityTypeConfiguration<CompanyPhoto>, IEntityTypeConfiguration<ProfileDraft>,
    IEntityTypeConfiguration<ProfileRequest>, IEntityTypeConfiguration<FieldSource>, IEntityTypeConfiguration<CompanyMerge>
{
    public void Configure(EntityTypeBuilder<QualityTracking> tracking)
    {
        tracking.ToTable("company_quality_tracking");
        tracking.IsOfFirm("Jakość danych firmy", t => t.CompanyId).Quotes(t => new { t.VerifiedBy, t.VerificationNotes });
        tracking.Property(t => t.VerifiedBy).HasMaxLength(100);
        tracking.Property(t => t.VerificationNotes).HasMaxLength(2000);
        tracking.Property(t => t.QualityScore).IsNotAudited();
        tracking.Property(t => t.CalculatedAt).IsNotAudited();
        tracking.HasIndex(t => t.CompanyId).IsUnique();
        tracking.HasOne<Company>().WithOne(c => c.Quality).HasForeignKey<QualityTracking>(t => t.CompanyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CompanyPhoto> photos)
    {
        photos.ToTable("company_photos");
        photos.IsOfFirm("Zdjęcia firmy", p => p.CompanyId);
        photos.Property(p => p.FileId).HasMaxLength(32);
        photos.Property(p => p.Alt).HasMaxLength(200);
        photos.HasOne<Company>().WithMany(c => c.Photos).HasForeignKey(p => p.CompanyId);
        photos.HasOne<Files.StoredFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProfileDraft> drafts)
    {
        drafts.ToTable("profile_drafts");
        drafts.IsPersonal("Szkice zmian w profilu firmy", d => d.UserId, WhenErased.Delete);
        drafts.IsNotAudited();
        drafts.HasKey(d => new { d.CompanyId, d.UserId, d.Section });
        drafts.Property(d => d.Section).HasMaxLength(30);
        drafts.Property(d => d.Data).HasMaxLength(100_000);
        drafts.HasOne<Company>().WithMany().HasForeignKey(d => d.CompanyId);
    }

    public void Configure(EntityTypeBuilder<ProfileRequest> requests)
    {
        requests.ToTable("profile_requests");
        requests.IsOfFirm("Prośby o aktualizację profilu", r => r.CompanyId).Quotes(r => new { r.SentTo, r.Proposal }).Hides(r => r.TokenHash).Names(r => new { r.CreatedBy, r.DecidedBy });
        requests.Property(r => r.TokenHash).HasMaxLength(64).IsConcealed();
        requests.Property(r => r.SentTo).HasMaxLength(254);
        requests.Property(r => r.Proposal).HasMaxLength(100_000);
        requests.HasIndex(r => r.TokenHash).IsUnique();
        requests.HasIndex(r => new { r.SubmittedAt, r.DecidedAt });
        requests.HasOne<Company>().WithMany().HasForeignKey(r => r.CompanyId);
    }

    public void Configure(EntityTypeBuilder<FieldSource> sources)
    {
        sources.ToTable("company_field_sources");
        sources.IsOfFirm("Źródła danych firmy", s => s.CompanyId);
        sources.HasKey(s => new { s.CompanyId, s.Field });
        sources.Property(s => s.Field).HasMaxLength(50);
        sources.Property(s => s.Source).HasMaxLength(100);
        sources.Property(s => s.SourceUrl).HasMaxLength(500);
        sources.HasOne<Company>().WithMany(c => c.FieldSources).HasForeignKey(s => s.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CompanyMerge> merges)
    {
        merges.ToTable("company_merges");
        merges.IsOfFirm("Połączenia wpisów firmy", m => m.KeptId).Names(m => new { m.MergedBy, m.UndoneBy });
        merges.Property(m => m.Snapshot).IsNotAudited(); // it is kept here for ever
        merges.HasOne<Company>().WithMany().HasForeignKey(m => m.KeptId).OnDelete(DeleteBehavior.Restrict);
        merges.HasOne<Company>().WithMany().HasForeignKey(m => m.MergedId).OnDelete(DeleteBehavior.Restrict);
    }
}

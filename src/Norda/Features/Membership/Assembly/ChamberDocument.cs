using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Files;

namespace Norda.Features.Membership.Assembly;

/// <summary>A paper of the chamber's library; what it says on which day is in its versions.</summary>
public class ChamberDocument
{
    public int Id { get; private set; }
    public required string Title { get; set; }
    public DocumentKind Kind { get; init; }
    public ResolutionVisibility Visibility { get; set; }
    public int? CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }
    public List<DocumentVersion> Versions { get; } = [];
}

public enum DocumentKind { Statute, Rules, Minutes, Report, Other }

/// <summary>A document as it holds from a day on. It never changes; a correction is the next version.</summary>
public class DocumentVersion
{
    public int Id { get; private set; }
    public int DocumentId { get; init; }
    public ChamberDocument Document { get; init; } = null!;

    /// <summary>As people call it: "tekst jednolity 2026".</summary>
    public required string Label { get; init; }

    public DateOnly ValidFrom { get; init; }
    public required string FileId { get; init; }
    public int? CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }
}

public class ChamberDocumentMap : IEntityTypeConfiguration<ChamberDocument>, IEntityTypeConfiguration<DocumentVersion>
{
    public const int LongestTitle = 200;
    public const int LongestLabel = 40;

    public void Configure(EntityTypeBuilder<ChamberDocument> documents)
    {
        documents.ToTable("chamber_documents");
        documents.IsNotPersonal(d => d.Title).Names(d => d.CreatedBy);
        documents.Property(d => d.Title).HasMaxLength(LongestTitle);
        documents.Property(d => d.Kind).HasConversion(new LowerCaseLabels<DocumentKind>()).HasMaxLength(20);
        documents.Property(d => d.Visibility).HasConversion(new LowerCaseLabels<ResolutionVisibility>()).HasMaxLength(20);
        documents.HasIndex(d => d.Title).IsUnique();
        documents.HasMany(d => d.Versions).WithOne(v => v.Document).HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Restrict);
        documents.HasOne<User>().WithMany().HasForeignKey(d => d.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DocumentVersion> versions)
    {
        versions.ToTable("chamber_document_versions");
        versions.IsNotPersonal(v => new { v.Label, v.FileId }).Names(v => v.CreatedBy);
        versions.Property(v => v.Label).HasMaxLength(LongestLabel);
        versions.Property(v => v.FileId).HasMaxLength(32);
        versions.HasIndex(v => new { v.DocumentId, v.Label }).IsUnique();
        versions.HasOne<StoredFile>().WithMany().HasForeignKey(v => v.FileId).OnDelete(DeleteBehavior.Restrict);
        versions.HasOne<User>().WithMany().HasForeignKey(v => v.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class DocumentQueries
{
    extension(IQueryable<DocumentVersion> versions)
    {
        /// <summary>The statute that holds on a day, as everybody may read it; none before the chamber has published one.</summary>
        public IQueryable<DocumentVersion> StatuteOn(DateOnly day) => versions
            .Where(v => v.Document.Kind == DocumentKind.Statute && v.Document.Visibility == ResolutionVisibility.Public && v.ValidFrom <= day).OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Id).Take(1);
    }
}

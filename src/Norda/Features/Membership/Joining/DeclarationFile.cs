using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Membership.Joining;

/// <summary>A paper that the firm sent through the page of its declaration: a picture of our own making or a PDF, which only the office opens.</summary>
public class DeclarationFile
{
    public int Id { get; private set; }
    public int DeclarationId { get; init; }
    public Declaration Declaration { get; init; } = null!;

    /// <summary>Which of the papers that were asked for.</summary>
    public DeclarationPaper Paper { get; init; }

    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }
    public int Size { get; init; }
    public DateTime SentAt { get; init; }

    /// <summary>When the office noted which papers are there and so looked at this one; new until then.</summary>
    public DateTime? CheckedAt { get; set; }
}

public class DeclarationFileMap : IEntityTypeConfiguration<DeclarationFile>
{
    public void Configure(EntityTypeBuilder<DeclarationFile> files)
    {
        files.ToTable("declaration_files");
        files.IsNotPersonal(f => new { f.Name, f.ContentType, f.Content }); // papers of firms; they go with their declaration
        files.IsNotAudited();
        files.Property(f => f.Paper).HasConversion(new LowerCaseLabels<DeclarationPaper>()).HasMaxLength(20);
        files.Property(f => f.Name).HasMaxLength(200);
        files.Property(f => f.ContentType).HasMaxLength(100);
        files.HasOne(f => f.Declaration).WithMany().HasForeignKey(f => f.DeclarationId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>A file as a line, without its content.</summary>
public sealed record SentFile(int Id, DeclarationPaper Paper, string Name, int Size, DateTime SentAt, bool IsNew)
{
    private const int Kilobyte = 1024;

    public int Kilobytes => (Size + Kilobyte - 1) / Kilobyte;

    public static Task<List<SentFile>> Of(AppDb db, int declaration, CancellationToken cancel) => db.Set<DeclarationFile>().Where(f => f.DeclarationId == declaration).OrderBy(f => f.Id)
        .Select(f => new SentFile(f.Id, f.Paper, f.Name, f.Size, f.SentAt, f.CheckedAt == null)).ToListAsync(cancel);
}

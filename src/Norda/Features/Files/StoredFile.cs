using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Files;

/// <summary>A picture or document kept in the database, so that a backup has it and every instance sees it. Its name is the hash of its content.</summary>
public class StoredFile
{
    /// <summary>First 32 hexadecimal digits of the content's SHA-256.</summary>
    public required string Id { get; init; }

    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
    public DateTime CreatedAt { get; init; }
}

public class StoredFileMap : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> files)
    {
        files.ToTable("stored_files");
        files.IsNotPersonal(f => new { f.Id, f.ContentType, f.Content }); // pictures of firms, which say whose they are
        files.IsNotAudited();
        files.Property(f => f.Id).HasMaxLength(32);
        files.Property(f => f.ContentType).HasMaxLength(100);
    }
}

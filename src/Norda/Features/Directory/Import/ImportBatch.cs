using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;

namespace Norda.Features.Directory.Import;

/// <summary>One run of an import: what it read and what came of it. It is undone as a whole or not at all.</summary>
public class ImportBatch
{
    public int Id { get; private set; }
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in lower-case hexadecimal: the same file is recognised under any name.</summary>
    public required string FileHash { get; init; }

    public required DateTime StartedAt { get; init; }
    public DateTime? UndoneAt { get; set; }
    public int NewRows { get; set; }
    public int ChangedRows { get; set; }
    public int SameRows { get; set; }
    public int RefusedRows { get; set; }

    /// <summary>Categories that did not exist before this run.</summary>
    public List<int> CreatedCategories { get; set; } = [];

    /// <summary>Services that did not exist before this run.</summary>
    public List<int> CreatedServices { get; set; } = [];

    /// <summary>What the firm's fields name as the place where they came from.</summary>
    public string SourceName => $"import: {FileName}" is { Length: > 100 } long_ ? long_[..100] : $"import: {FileName}";

    public void Count(RowOutcome outcome)
    {
        switch (outcome)
        {
            case RowOutcome.New: NewRows++; break;
            case RowOutcome.Changed: ChangedRows++; break;
            case RowOutcome.Same: SameRows++; break;
            default: RefusedRows++; break;
        }
    }
}

public enum RowOutcome { New, Changed, Same, Refused }

/// <summary>What came of one line of the file.</summary>
public class ImportRow
{
    public int BatchId { get; init; }

    /// <summary>Line of the file, as an editor or a spreadsheet counts it.</summary>
    public int Line { get; init; }

    public RowOutcome Outcome { get; init; }

    /// <summary>No foreign key: the number outlives a firm that was removed again.</summary>
    public int? CompanyId { get; init; }

    /// <summary>Why the row was refused, or what was left out of it, one remark a line.</summary>
    public string? Remarks { get; init; }

    /// <summary>The fields that the row changed, as they were: a <see cref="FirmState"/> as JSON.</summary>
    public string? Before { get; init; }

    /// <summary>The fields that the row filled or changed, as it left them: a <see cref="FirmState"/> as JSON.</summary>
    public string? After { get; init; }

    /// <summary>What the firm has no place for, by heading: the answer under "Członek" and values that were left out.</summary>
    public string? Leftover { get; init; }
}

/// <summary>A heading that the office explained once.</summary>
public class ImportMapping
{
    /// <summary>As <see cref="Headings.Fold"/> gives it.</summary>
    public required string Heading { get; init; }

    /// <summary>Code of an <see cref="ImportColumn"/>.</summary>
    public required string Field { get; set; }
}

public class ImportMap : IEntityTypeConfiguration<ImportBatch>, IEntityTypeConfiguration<ImportRow>, IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batches)
    {
        batches.ToTable("import_batches");
        batches.IsNotPersonal(b => new { b.FileName, b.FileHash });
        batches.Property(b => b.FileName).HasMaxLength(255);
        batches.Property(b => b.FileHash).HasMaxLength(64);
        batches.HasIndex(b => b.FileHash);
    }

    public void Configure(EntityTypeBuilder<ImportRow> rows)
    {
        rows.ToTable("import_rows");
        rows.IsOfFirm("Wiersze importu o firmie", r => r.CompanyId);
        rows.HasKey(r => new { r.BatchId, r.Line });
        rows.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(10);
        rows.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId);
    }

    public void Configure(EntityTypeBuilder<ImportMapping> mappings)
    {
        mappings.ToTable("import_mappings");
        mappings.IsNotPersonal(m => new { m.Heading, m.Field });
        mappings.HasKey(m => m.Heading);
        mappings.Property(m => m.Heading).HasMaxLength(200);
        mappings.Property(m => m.Field).HasMaxLength(30);
    }
}

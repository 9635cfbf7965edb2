using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;

namespace Norda.Data.Audit;

/// <summary>
/// One changed row: who, when, what. Never updated and never deleted: the database refuses both. It holds no personal data
/// itself; the values lie beside it (<see cref="AuditValues"/>), so that a person can be forgotten and the chain still holds.
/// </summary>
public class AuditEntry
{
    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public long Id { get; init; }

    /// <summary>Rows changed by one operation carry the same number.</summary>
    public Guid Operation { get; init; }

    public DateTime At { get; init; }

    /// <summary>Null for visitors (registration, one-time links) and for the system.</summary>
    public int? ActorId { get; init; }

    public AuditActor Actor { get; init; }
    public AuditAction Action { get; init; }
    public required string TableName { get; init; }

    /// <summary>Primary key of the row, its parts joined by a slash.</summary>
    public required string RowKey { get; init; }

    /// <summary>The firm that the row belongs to.</summary>
    public int? CompanyId { get; init; }

    /// <summary>SHA-256 over the salt and the values, lower-case hexadecimal.</summary>
    public required string ValuesHash { get; init; }

    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over everything above.</summary>
    public string Hash { get; private set; } = "";

    public AuditEntry Seal()
    {
        Hash = AuditChain.HashOf(this);
        return this;
    }
}

public enum AuditAction { Added, Changed, Removed }

public enum AuditActor { Person, Visitor, System }

/// <summary>What an entry says in detail; deleted when the person it tells about is erased.</summary>
public class AuditValues
{
    public long EntryId { get; init; }

    /// <summary>Without it the hash of a short value could be guessed after an erasure.</summary>
    public required string Salt { get; init; }

    /// <summary>Column names and values as JSON; null for an added row.</summary>
    public string? Before { get; init; }

    /// <summary>Column names and values as JSON; null for a removed row.</summary>
    public string? After { get; init; }

    public string? Address { get; init; }
}

/// <summary>The end of the chain, one row: a tail that was cut off shows against it.</summary>
public class AuditHead
{
    private const int TheOne = 1;

    public int Id { get; init; } = TheOne;
    public long Entries { get; set; }
    public required string Hash { get; set; }
}

public class AuditMap : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditValues>, IEntityTypeConfiguration<AuditHead>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<AuditEntry> entries)
    {
        entries.ToTable("audit_log");
        entries.IsPersonal("Dziennik: co robi ta osoba", e => e.ActorId, WhenErased.Keep).Keeps(e => new { e.TableName, e.RowKey, e.ValuesHash, e.PreviousHash, e.Hash });
        entries.IsNotAudited();
        entries.Property(e => e.Id).ValueGeneratedNever();
        entries.Property(e => e.Actor).HasConversion<string>().HasMaxLength(10);
        entries.Property(e => e.Action).HasConversion<string>().HasMaxLength(10);
        entries.Property(e => e.TableName).HasMaxLength(60);
        entries.Property(e => e.RowKey).HasMaxLength(300);
        entries.Property(e => e.ValuesHash).HasMaxLength(HashLength);
        entries.Property(e => e.PreviousHash).HasMaxLength(HashLength);
        entries.Property(e => e.Hash).HasMaxLength(HashLength);
        entries.HasIndex(e => e.PreviousHash).IsUnique();
        entries.HasIndex(e => new { e.CompanyId, e.Id });
        entries.HasIndex(e => new { e.ActorId, e.Id });
        entries.HasIndex(e => new { e.TableName, e.RowKey });
    }

    public void Configure(EntityTypeBuilder<AuditValues> values)
    {
        values.ToTable("audit_values");
        values.IsNotPersonal(v => v.Salt).BlacksOut(v => new { v.Before, v.After, v.Address });
        values.IsNotAudited();
        values.HasKey(v => v.EntryId);
        values.Property(v => v.EntryId).ValueGeneratedNever();
        values.Property(v => v.Salt).HasMaxLength(32);
        values.Property(v => v.Address).HasMaxLength(45);
        values.HasOne<AuditEntry>().WithOne().HasForeignKey<AuditValues>(v => v.EntryId);
    }

    public void Configure(EntityTypeBuilder<AuditHead> heads)
    {
        heads.ToTable("audit_head");
        heads.IsNotPersonal(h => h.Hash);
        heads.IsNotAudited();
        heads.Property(h => h.Id).ValueGeneratedNever();
        heads.Property(h => h.Hash).HasMaxLength(HashLength);
        heads.HasData(new AuditHead { Hash = AuditChain.Genesis });
    }
}

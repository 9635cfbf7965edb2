using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Norda.Data.Privacy;

/// <summary>
/// A person was forgotten. The row says which values of the log were blacked out and what they hash to since: it is itself an entry of
/// the chain, so that the log can be verified for ever and nobody blacks out anything without leaving this.
/// </summary>
public class Erasure
{
    public int Id { get; private set; }

    /// <summary>The number that stays in books and threads; null where addresses of all people grew too old.</summary>
    public int? UserId { get; init; }

    public int? ErasedBy { get; init; }
    public DateTime ErasedAt { get; init; }

    /// <summary>New hashes of blacked out values by number of the entry, as JSON.</summary>
    public required string Redactions { get; init; }

    public static Dictionary<long, string> Read(string redactions) => JsonSerializer.Deserialize<Dictionary<long, string>>(redactions)!;
}

public class ErasureMap : IEntityTypeConfiguration<Erasure>
{
    public const string Table = "erasures";
    public const string RedactionsColumn = "redactions";

    public void Configure(EntityTypeBuilder<Erasure> erasures)
    {
        erasures.ToTable(Table);
        erasures.IsNotPersonal(e => e.Redactions).Names(e => new { e.UserId, e.ErasedBy });
        erasures.HasIndex(e => e.UserId);
    }
}

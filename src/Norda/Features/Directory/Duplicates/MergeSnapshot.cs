using System.Text.Json;
using Norda.Data;

namespace Norda.Features.Directory.Duplicates;

/// <summary>All that is needed to part two firms again exactly: their rows as they were, and which rows moved.</summary>
internal sealed record MergeSnapshot
{
    /// <summary>Rows of companies as a backup writes them.</summary>
    public required string Kept { get; init; }

    public required string Merged { get; init; }
    public required List<FieldSource> Sources { get; init; }

    /// <summary>Address of the merged firm's page, which leads to the kept one now.</summary>
    public required string Slug { get; init; }

    public List<MovedRows> Moved { get; set; } = [];

    /// <summary>Contacts and services that were primary at the merged firm; the kept one has its own.</summary>
    public List<int> DemotedContacts { get; set; } = [];

    public List<int> DemotedServices { get; set; } = [];

    /// <summary>Versions that the merge left behind: when they are others, somebody worked on the firms since.</summary>
    public int KeptVersion { get; set; }

    public int MergedVersion { get; set; }
    public bool WasSuspected { get; set; }

    public static MergeSnapshot Read(string json) => JsonSerializer.Deserialize<MergeSnapshot>(json)!;

    public override string ToString() => JsonSerializer.Serialize(this);
}

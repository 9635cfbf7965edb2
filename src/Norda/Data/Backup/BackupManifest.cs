namespace Norda.Data.Backup;

/// <summary>The first file of a backup: what it holds and how to tell that it is whole.</summary>
/// <param name="Migration">Name of the newest migration, without its date: the two databases date theirs apart.</param>
public sealed record BackupManifest(int Format, string Migration, DateTime CreatedAt, IReadOnlyList<BackedUpTable> Tables)
{
    public const int Present = 1;
    public const string FileName = "manifest.json";
}

/// <param name="Hash">SHA-256 of every row, combined so that their order does not matter; hexadecimal.</param>
public sealed record BackedUpTable(string Name, IReadOnlyList<string> Columns, long Rows, string Hash)
{
    public string FileName => $"tables/{Name}.jsonl";
}

/// <summary>Adds up the hashes of rows. Rows of a table differ by their keys, so that no two cancel each other out.</summary>
internal sealed class RowHash
{
    private readonly byte[] sum = new byte[32];

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<byte> line)
    {
        var hash = TableShape.HashOf(line);
        for (var i = 0; i < sum.Length; i++)
            sum[i] ^= hash[i];
        Rows++;
    }

    public override string ToString() => Convert.ToHexStringLower(sum);
}

namespace Norda.Features.Directory.Import;

/// <summary>What to import and how.</summary>
/// <param name="Path">The file.</param>
/// <param name="DryRun">Do everything, show every row, and keep nothing.</param>
/// <param name="Explained">Headings that are explained here, by <see cref="Headings.Fold"/>; they are remembered.</param>
public sealed record ImportOrder(string Path, bool DryRun, IReadOnlyDictionary<string, ImportColumn> Explained);

/// <summary>What came of a run.</summary>
public sealed record ImportTotals
{
    /// <summary>Null when nothing was kept: a dry run, or a file that brought nothing.</summary>
    public int? Batch { get; init; }

    public int New { get; init; }
    public int Changed { get; init; }
    public int Same { get; init; }
    public int Refused { get; init; }
    public int Rows => New + Changed + Same + Refused;
}

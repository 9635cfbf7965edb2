namespace Norda.Features.Directory.Import;

/// <summary>A file as rows of texts, read one after another so that its size does not matter.</summary>
internal interface ITable : IDisposable
{
    /// <summary>What was recognised, for the report: "CSV, średnik, Windows-1250".</summary>
    string Kind { get; }

    /// <summary>Rows with anything in them, the one with the headings among them.</summary>
    IEnumerable<TableRow> Rows();
}

/// <summary>One row and where it stands in the file.</summary>
internal sealed record TableRow(int Line, string[] Cells)
{
    /// <summary>Columns whose cells are computed; their values are never taken.</summary>
    public IReadOnlySet<int>? Formulas { get; init; }

    /// <summary>Cells without content may be missing at the end, as in a sheet; in a file of lines that means a torn line.</summary>
    public bool MayBeShort { get; init; }

    public string this[int column] => column < Cells.Length ? Cells[column] : "";
}

/// <summary>The file as a whole cannot be read; the message says why and what to do, and nothing was changed.</summary>
public sealed class BrokenFileException(string message) : Exception(message);

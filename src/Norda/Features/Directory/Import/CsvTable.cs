using System.Text;
using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>Comma-separated values as they come: the delimiter is the one under which most headings are recognised.</summary>
internal sealed class CsvTable : ITable
{
    private const int SampleRows = 10;
    private static readonly (string Sign, string Name)[] Delimiters = [(";", "średnik"), (",", "przecinek"), ("\t", "tabulator"), ("|", "kreska pionowa")];

    private readonly Stream content;
    private readonly Encoding encoding;
    private readonly (string Sign, string Name) delimiter;

    private CsvTable(Stream content, Encoding encoding, Headings headings)
    {
        this.content = content;
        this.encoding = encoding;
        delimiter = Delimiters.MaxBy(d => Try(d.Sign, headings));
    }

    public string Kind => $"CSV, {delimiter.Name}, {TextBytes.Name(encoding)}";

    public static CsvTable Open(Stream content, Encoding encoding, Headings headings) => new(content, encoding, headings);

    public IEnumerable<TableRow> Rows() => CsvRows.Read(content, encoding, delimiter.Sign);

    public void Dispose() => content.Dispose();

    private (int Recognised, int Columns) Try(string sign, Headings headings)
    {
        var best = (0, 0);
        try
        {
            foreach (var row in CsvRows.Read(content, encoding, sign).Take(SampleRows))
                if ((headings.Score(row.Cells), row.Cells.Length) is var score && score.CompareTo(best) > 0)
                    best = score;
        }
        catch (BrokenFileException)
        {
            return best; // said again when the file is read, if this is its delimiter
        }

        return best;
    }
}

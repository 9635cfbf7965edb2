using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Norda.Features.Directory.Import;

/// <summary>Comma-separated values as they come: the delimiter is the one under which most headings are recognised.</summary>
internal sealed class CsvTable : ITable
{
    private const int LongestField = 64 * 1024;
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

    public string Kind => $"CSV, {delimiter.Name}, {EncodingName}";

    private string EncodingName => encoding.CodePage switch { 1250 => "Windows-1250", 28592 => "ISO-8859-2", 65001 => "UTF-8", _ => "UTF-16" };

    public static CsvTable Open(Stream content, Encoding encoding, Headings headings) => new(content, encoding, headings);

    public IEnumerable<TableRow> Rows() => Records(delimiter.Sign);

    public void Dispose() => content.Dispose();

    private (int Recognised, int Columns) Try(string sign, Headings headings)
    {
        var best = (0, 0);
        try
        {
            foreach (var row in Records(sign).Take(SampleRows))
                if ((headings.Score(row.Cells), row.Cells.Length) is var score && score.CompareTo(best) > 0)
                    best = score;
        }
        catch (BrokenFileException)
        {
            return best; // said again when the file is read, if this is its delimiter
        }

        return best;
    }

    private IEnumerable<TableRow> Records(string sign)
    {
        content.Position = 0;
        string? damaged = null;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = sign,
            IgnoreBlankLines = false, // they count as lines
            MaxFieldSize = LongestField,
            BadDataFound = bad => damaged = bad.Field,
        });
        for (var line = 1; Read(parser, line); line = parser.RawRow + 1)
        {
            var cells = parser.Record!;
            if (damaged is not null && IsOpen(damaged))
                throw Unclosed(line);
            damaged = null;
            if (cells.Any(c => !string.IsNullOrWhiteSpace(c)) && !IsHint(line, cells))
                yield return new TableRow(line, cells);
        }
    }

    private static bool Read(CsvParser parser, int line)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw Unclosed(line);
        }
    }

    /// <summary>"sep=;" in the first line is a hint of Excel to itself.</summary>
    private static bool IsHint(int line, string[] cells) => line == 1 && cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static bool IsOpen(string field) => field.TrimStart().StartsWith('"') && field.Count(c => c == '"') % 2 == 1;

    private static BrokenFileException Unclosed(int line) => new(
        string.Create(CultureInfo.InvariantCulture, $"W wierszu {line} zaczyna się pole, które nie ma końca (ponad 64 KiB albo cudzysłów bez pary). Popraw ten wiersz i spróbuj ponownie."));
}

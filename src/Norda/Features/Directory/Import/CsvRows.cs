using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Norda.Features.Directory.Import;

/// <summary>Rows of a file of separated values, one after another; a quotation mark without its pair is refused, for it would swallow rows.</summary>
internal static class CsvRows
{
    private const int LongestField = 64 * 1024;

    public static IEnumerable<TableRow> Read(Stream content, Encoding encoding, string sign)
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
        for (var line = 1; Next(parser, line); line = parser.RawRow + 1)
        {
            var cells = parser.Record!;
            if (damaged is not null && IsOpen(damaged))
                throw Unclosed(line);
            damaged = null;
            if (cells.Any(c => !string.IsNullOrWhiteSpace(c)) && !IsHint(line, cells))
                yield return new TableRow(line, cells);
        }
    }

    private static bool Next(CsvParser parser, int line)
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

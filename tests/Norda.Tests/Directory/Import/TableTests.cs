using System.Text;
using Norda.Features.Directory.Import;

namespace Norda.Tests.Directory.Import;

/// <summary>Delimiters, quotes, encodings, lines: whatever a spreadsheet program makes of a table.</summary>
public class TableTests
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;
    private static readonly Encoding Iso = CodePagesEncodingProvider.Instance.GetEncoding(28592)!;

    [Theory]
    [InlineData(";", "średnik")]
    [InlineData(",", "przecinek")]
    [InlineData("\t", "tabulator")]
    [InlineData("|", "kreska pionowa")]
    public void The_delimiter_is_the_one_under_which_headings_are_recognised(string delimiter, string name)
    {
        var (kind, rows) = Read(Encoding.UTF8.GetBytes($"Nazwa{delimiter}NIP{delimiter}Opis\nA{delimiter}1{delimiter}\"x;y,z|\tv\"\n"));

        Assert.Equal($"CSV, {name}, UTF-8", kind);
        Assert.Equal(["A", "1", "x;y,z|\tv"], rows[1].Cells);
    }

    public static TheoryData<byte[], string> Encodings => new()
    {
        { Encoding.UTF8.GetBytes(Text), "UTF-8" },
        { [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], "UTF-8" },
        { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)], "UTF-16" },
        { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)], "UTF-16" },
        { Windows.GetBytes(Text), "Windows-1250" },
        { Iso.GetBytes(Text), "ISO-8859-2" },
    };

    private const string Text = "Nazwa;Branża\nZażółć gęślą jaźń;ŚĄŹ śąź\n";

    [Theory]
    [MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public void The_encoding_is_found_by_the_letters(byte[] content, string name)
    {
        var (kind, rows) = Read(content);

        Assert.Equal($"CSV, średnik, {name}", kind);
        Assert.Equal(["Zażółć gęślą jaźń", "ŚĄŹ śąź"], rows[1].Cells);
    }

    [Fact]
    public void A_letter_cut_by_the_edge_of_a_buffer_is_still_a_letter()
    {
        var (kind, rows) = Read(Encoding.UTF8.GetBytes("Nazwa;Opis\n" + string.Concat(Enumerable.Repeat("x;ł\n", 40_000))));

        Assert.Equal("CSV, średnik, UTF-8", kind);
        Assert.Equal("ł", rows[^1].Cells[1]);
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        var (_, rows) = Read("sep=;\r\nNazwa;Opis\r\n\r\nA;\"dwa\r\nwiersze\"\r\n;\r\nB;14\" ekran\r\nC;\"cytat \"\"w\"\" środku\""u8.ToArray());

        Assert.Equal([2, 4, 7, 8], rows.Select(r => r.Line));
        Assert.Equal(["dwa\r\nwiersze", "14\" ekran", "cytat \"w\" środku"], rows.Skip(1).Select(r => r.Cells[1]));
    }

    [Theory]
    [InlineData("Nazwa firmy", "name")]
    [InlineData("  NAZWA  PODMIOTU ", "name")]
    [InlineData("E-mail", "email")]
    [InlineData("Adres e-mail 2", "email")]
    [InlineData("tel.", "phone")]
    [InlineData("Telefon 3", "phone")]
    [InlineData("Miejscowosc", "town")]
    [InlineData("Zip-Code", "postal_code")]
    [InlineData("L.p.", "ignore")]
    [InlineData("Członek izby?", "member")]
    [InlineData("Woj.", "voivodeship")]
    public void A_heading_is_recognised_in_its_usual_spellings(string heading, string code) =>
        Assert.Equal(code, Headings.Code(new Headings(new Dictionary<string, ImportColumn>()).Recognise(heading)!.Value));

    [Fact]
    public void Every_column_answers_to_its_code_and_its_label() =>
        Assert.All(Enum.GetValues<ImportColumn>(), column =>
        {
            Assert.True(Headings.TryColumn(Headings.Code(column), out var byCode) && byCode == column);
            Assert.True(Headings.TryColumn(Headings.Label(column), out var byLabel) && byLabel == column);
        });

    private static (string Kind, List<TableRow> Rows) Read(byte[] content)
    {
        using var file = new TempFile(content);
        using var source = SourceFile.Open(file.Path);
        using var table = source.Read(new Headings(new Dictionary<string, ImportColumn>()));
        return (table.Kind, [.. table.Rows()]);
    }

    [Fact]
    public void A_cell_that_needs_no_tidying_is_one_that_tidying_would_not_change() =>
        Assert.All(Enumerable.Range(1, 0xD7FF).Select(sign => $"a{(char)sign}{(char)sign}e"), text => Assert.Equal(CellText.Tidy(text), CellText.Clean(text)));
}

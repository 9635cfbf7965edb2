using System.Text;
using Norda.Features.Directory.Import;

namespace Norda.Tests.Directory.Import;

public class XlsxTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_offices_file_saved_as_a_workbook_comes_in_the_same()
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetString(await File.ReadAllBytesAsync(OfficeFile.Path));
        using var file = new TempFile(Encoding.UTF8.GetBytes(text));
        using var source = SourceFile.Open(file.Path);
        using var table = source.Read(new Headings(new Dictionary<string, ImportColumn>()));
        var rows = table.Rows().Select(r => r.Cells.Length == 1 ? [r.Cells[0], .. Enumerable.Repeat("", 12)] : r.Cells).ToArray();

        var (totals, report) = await app.Import(Workbook.Of(rows));

        // One row fewer is refused: in a sheet each row has all its cells.
        Assert.Equal((71, 1, 0, 5), (totals.New, totals.Changed, totals.Same, totals.Refused));
        Assert.Contains("(XLSX, arkusz „Firmy”)", report, StringComparison.Ordinal);
        var firm = await app.Stored("Auto-Serwis Kaszub-Bałt");
        Assert.Equal(("5881068554", "+48601207318", "12 Marca", "153", "2"), (firm.Nip, firm.Phone, firm.Address.Street, firm.Address.Building, firm.Address.Unit));
    }

    [Fact]
    public async Task Numbers_gaps_and_rich_texts_are_read()
    {
        var rows = """
            <row r="3"><c r="B3" t="inlineStr"><is><t>Nazwa</t></is></c><c r="C3" t="inlineStr"><is><t>NIP</t></is></c><c r="D3" t="inlineStr"><is><t>REGON</t></is></c><c r="E3" t="inlineStr"><is><t>Kod</t></is></c><c r="F3" t="inlineStr"><is><t>Członek</t></is></c></row>
            <row r="4"/>
            <row r="7"><c r="B7" t="inlineStr"><is><r><t>Bogata </t></r><r><t>w style</t></r><rPh sb="0" eb="1"><t>czyt</t></rPh></is></c><c r="C7"><v>1.234563218E9</v></c><c r="D7"><v>12100784</v></c><c r="E7"><v>84230.0</v></c><c r="F7" t="b"><v>1</v></c></row>
            """;
        var (totals, _) = await app.Import(new Workbook { Rows = rows }.ToBytes());

        var firm = await app.Stored("Bogata w style");
        Assert.Equal(("1234563218", "012100784", "84-230"), (firm.Nip, firm.Regon, firm.Address.PostalCode));
        Assert.Equal("""{"Członek":"tak"}""", (await app.Row(totals, 7)).Leftover);
    }

    [Fact]
    public async Task A_computed_cell_refuses_its_row_and_its_value_is_not_taken()
    {
        var rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Nazwa</t></is></c><c r="B1" t="inlineStr"><is><t>WWW</t></is></c><c r="C1" t="inlineStr"><is><t>Lp</t></is></c></row>
            <row r="2"><c r="A2" t="str"><f>HYPERLINK("http://zly.example","Obliczona")</f><v>Obliczona</v></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Z formułą</t></is></c><c r="B3" t="str"><f>"ob"&amp;"cy.example"</f><v>obcy.example</v></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>Ponumerowana</t></is></c><c r="C4"><f>ROW()-1</f><v>3</v></c></row>
            <row r="5"><c r="A5" t="inlineStr"><is><t>=1+1</t></is></c></row>
            """;
        var (totals, report) = await app.Import(new Workbook { Rows = rows }.ToBytes());

        Assert.Equal((1, 3), (totals.New, totals.Refused));
        Assert.Equal("3  odrzucona   Z formułą: w kolumnie „WWW” jest formuła; wklej w jej miejsce wartość", Importing.Line(report, 3));
        Assert.Contains("w kolumnie „Nazwa” jest formuła", Importing.Line(report, 2), StringComparison.Ordinal);
        Assert.Contains("nazwa zaczyna się od „=” jak formuła arkusza", Importing.Line(report, 5), StringComparison.Ordinal);
    }
}

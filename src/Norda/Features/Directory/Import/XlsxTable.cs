using System.Globalization;
using System.Text;
using System.Xml;

namespace Norda.Features.Directory.Import;

/// <summary>
/// The first sheet of a workbook, row by row. The libraries that were tried either hide formulas behind their last
/// result (ExcelDataReader, MiniExcel) or take 6 MB and twice the time (Open XML SDK); a sheet needs five elements.
/// </summary>
internal sealed class XlsxTable : ITable
{
    private const int MostColumns = 256;
    private const int MostSharedCharacters = 50 * 1024 * 1024;
    private const int LongestCell = 64 * 1024;

    private readonly XlsxArchive archive;
    private readonly string sheet;
    private readonly List<string> shared = [];

    private XlsxTable(XlsxArchive archive)
    {
        this.archive = archive;
        (sheet, var name) = FindSheet();
        Kind = $"XLSX, arkusz „{name}”";
        ReadShared();
    }

    public string Kind { get; }

    public static XlsxTable Open(Stream content)
    {
        var opened = XlsxArchive.Open(content);
        try
        {
            return new XlsxTable(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public IEnumerable<TableRow> Rows()
    {
        using var xml = archive.Read(sheet);
        var line = 0;
        while (XlsxArchive.Next(xml))
        {
            if (!Starts(xml, "row"))
                continue;
            line = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told > line ? told : line + 1;
            if (!xml.IsEmptyElement && ReadRow(xml, line) is { } row)
                yield return row;
        }
    }

    public void Dispose() => archive.Dispose();

    private TableRow? ReadRow(XmlReader xml, int line)
    {
        var cells = new List<string>();
        HashSet<int>? formulas = null;
        for (var column = 0; XlsxArchive.Next(xml) && !Ends(xml, "row");)
        {
            if (!Starts(xml, "c"))
                continue;
            column = ColumnOf(xml.GetAttribute("r")) ?? column;
            if (column >= MostColumns)
                throw new BrokenFileException(string.Create(CultureInfo.InvariantCulture, $"Wiersz {line} arkusza ma ponad {MostColumns} kolumn. To nie jest tabela firm."));
            while (cells.Count <= column)
                cells.Add("");
            (cells[column], var isFormula) = ReadCell(xml);
            if (isFormula)
                (formulas ??= []).Add(column);
            column++;
        }

        return formulas is not null || cells.Exists(c => !string.IsNullOrWhiteSpace(c)) ? new TableRow(line, [.. cells]) { Formulas = formulas, MayBeShort = true } : null;
    }

    private (string Text, bool IsFormula) ReadCell(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return ("", false);
        var type = xml.GetAttribute("t");
        var (value, isFormula) = (new RichText(LongestCell), false);
        while (XlsxArchive.Next(xml) && !Ends(xml, "c"))
        {
            isFormula |= Starts(xml, "f");
            value.Take(xml);
        }

        var text = value.ToString();
        return (type switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "",
            "b" => text == "1" ? "tak" : "nie",
            "e" => "", // an error is the result of a formula
            null or "n" => Number(text),
            _ => text,
        }, isFormula);
    }

    /// <summary>7740001454 may be kept as 7.740001454E9 or 7740001454.0.</summary>
    private static string Number(string text) =>
        text.AsSpan().ContainsAny('E', '.') && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : text;

    private void ReadShared()
    {
        const string Part = "xl/sharedStrings.xml";
        if (!archive.Has(Part))
            return;
        using var xml = archive.Read(Part);
        var text = new RichText(LongestCell);
        long characters = 0;
        while (XlsxArchive.Next(xml))
        {
            text.Take(xml);
            if (!Ends(xml, "si") && !(Starts(xml, "si") && xml.IsEmptyElement))
                continue;
            shared.Add(text.ToString());
            characters += shared[^1].Length + 20;
            if (characters > MostSharedCharacters)
                throw new BrokenFileException("Plik XLSX ma za dużo różnych tekstów, by go wczytać. Zapisz tabelę jako CSV.");
            text = new RichText(LongestCell);
        }
    }

    private (string Part, string Name) FindSheet()
    {
        var (id, name) = ("", "");
        using (var workbook = archive.Read("xl/workbook.xml"))
        {
            while (id.Length == 0 && XlsxArchive.Next(workbook))
                if (Starts(workbook, "sheet") && workbook.GetAttribute("state") is null or "visible")
                    (id, name) = (workbook.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? workbook.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "", workbook.GetAttribute("name") ?? "");
        }

        using var relations = archive.Read("xl/_rels/workbook.xml.rels");
        while (XlsxArchive.Next(relations))
            if (Starts(relations, "Relationship") && relations.GetAttribute("Id") == id && relations.GetAttribute("Target") is { } target)
                return (target.StartsWith('/') ? target[1..] : "xl/" + target, name);
        throw XlsxArchive.NoWorkbook();
    }

    /// <summary>"AB12" is column 27, counted from 0.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > MostColumns * 26)
                break;
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    private static bool Starts(XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    private static bool Ends(XmlReader xml, string name) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == name;

    /// <summary>A text in pieces: each run of letters of one kind is its own element.</summary>
    private sealed class RichText(int longest)
    {
        private readonly StringBuilder text = new();
        private bool inText;
        private bool inPhonetic;

        public void Take(XmlReader xml)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.EndElement when xml.LocalName == "rPh": // how the text is pronounced
                    inPhonetic = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    inText = xml.NodeType == XmlNodeType.Element && xml.LocalName is "t" or "v" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText && !inPhonetic:
                    text.Append(xml.Value);
                    break;
            }

            if (text.Length > longest)
                throw new BrokenFileException("Plik XLSX ma komórkę dłuższą niż 64 KiB. To nie jest tabela firm.");
        }

        public override string ToString()
        {
            var whole = text.ToString();
            return whole.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(whole)! : whole;
        }
    }
}

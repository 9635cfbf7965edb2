using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Norda.Tests.Directory.Import;

/// <summary>Writes XLSX files by hand, so that they can be as wrong as a test needs them.</summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Everything between the sheetData tags.</summary>
    public string Rows { get; init; } = "";

    /// <summary>What stands before the root of the sheet.</summary>
    public string Prolog { get; init; } = "";

    public string[] Shared { get; init; } = [];
    public IReadOnlyList<(string Name, Stream Content)> MoreParts { get; init; } = [];

    /// <summary>A sheet of texts, all shared, as spreadsheet programs write it.</summary>
    public static byte[] Of(params string[][] rows)
    {
        var shared = rows.SelectMany(r => r).Distinct().ToList();
        var xml = new StringBuilder();
        foreach (var (y, row) in rows.Index())
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{y + 1}\">").AppendJoin("", row.Select((text, x) => text.Length == 0 ? "" : $"<c r=\"{(char)('A' + x)}{y + 1}\" t=\"s\"><v>{shared.IndexOf(text)}</v></c>")).Append("</row>");
        return new Workbook { Rows = xml.ToString(), Shared = [.. shared] }.ToBytes();
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"ukryty\" sheetId=\"1\" state=\"hidden\" r:id=\"rId9\"/><sheet name=\"Firmy\" sheetId=\"2\" r:id=\"rId1\"/></sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(Shared.Select(s => $"<si><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(s)}</t></si>"))}</sst>");
            Part(zip, "xl/worksheets/sheet1.xml", $"{Prolog}<worksheet xmlns=\"{Main}\"><sheetData>{Rows}</sheetData></worksheet>");
            foreach (var (name, content) in MoreParts)
                using (var part = zip.CreateEntry(name).Open())
                    content.CopyTo(part);
        }

        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(xml);
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CsvHelper;
using CsvHelper.Configuration;

namespace Norda.Platform;

/// <summary>
/// A table for a spreadsheet program. What people typed stays text: in CSV a cell that begins like a formula gets an apostrophe,
/// in XLSX every cell says that it is text.
/// </summary>
public sealed record Sheet(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    public const string CsvType = "text/csv; charset=utf-8";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Parted by semicolons and marked as UTF-8, as Excel in Poland expects it.</summary>
    public byte[] Csv()
    {
        using var bytes = new MemoryStream();
        using (var writer = new CsvWriter(new StreamWriter(bytes, new UTF8Encoding(true)), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var row in Rows.Prepend(Columns))
            {
                foreach (var cell in row)
                    writer.WriteField(cell);
                writer.NextRecord();
            }
        }

        return bytes.ToArray();
    }

    public byte[] Xlsx()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Write(archive, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Write(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Lista" sheetId="1" r:id="r1"/></sheets></workbook>""");
            using var xml = XmlWriter.Create(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            xml.WriteStartElement("worksheet", Main);
            xml.WriteStartElement("sheetData", Main);
            foreach (var row in Rows.Prepend(Columns))
                WriteRow(xml, row);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<string?> row)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in row)
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(string.Concat((cell ?? "").Where(XmlConvert.IsXmlChar)));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8"?>""");
        writer.Write(text);
    }
}

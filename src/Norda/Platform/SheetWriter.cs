using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Norda.Platform;

/// <summary>A table as a file for spreadsheets. Cells are texts, numbers and days; a text never becomes a formula.</summary>
public static class SheetWriter
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int DayStyle = 1;
    private const int MoneyStyle = 2;
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Semicolons and decimal commas, as spreadsheets in Poland read them, with a byte order mark.</summary>
    public static byte[] ToCsv(IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(';', row.Select(Field)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static byte[] ToXlsx(string name, IEnumerable<object?[]> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Put(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Put(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Put(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{SheetName(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Put(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            using var sheet = XmlWriter.Create(zip.CreateEntry("xl/worksheets/sheet1.xml").Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false) });
            Sheet(sheet, rows);
        }

        return file.ToArray();
    }

    private static void Sheet(XmlWriter sheet, IEnumerable<object?[]> rows)
    {
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetData");
        foreach (var row in rows)
        {
            sheet.WriteStartElement("row");
            foreach (var cell in row)
                Cell(sheet, cell);
            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    private static void Cell(XmlWriter sheet, object? value)
    {
        sheet.WriteStartElement("c");
        switch (value)
        {
            case DateOnly day:
                sheet.WriteAttributeString("s", $"{DayStyle}");
                sheet.WriteElementString("v", (day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture));
                break;
            case decimal amount:
                sheet.WriteAttributeString("s", $"{MoneyStyle}");
                sheet.WriteElementString("v", amount.ToString(CultureInfo.InvariantCulture));
                break;
            case int number:
                sheet.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
                break;
            case { } text:
                sheet.WriteAttributeString("t", "inlineStr");
                sheet.WriteStartElement("is");
                sheet.WriteStartElement("t");
                sheet.WriteAttributeString("xml", "space", null, "preserve");
                sheet.WriteString(Clean(text.ToString()!));
                sheet.WriteEndElement();
                sheet.WriteEndElement();
                break;
        }

        sheet.WriteEndElement();
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => Quoted(value.ToString()!),
    };

    private static string Quoted(string text) => $"\"{CsvText.Safe(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static string SheetName(string name) => string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c == ' ').Take(31));

    private static void Put(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8"?>""" + text);
    }
}

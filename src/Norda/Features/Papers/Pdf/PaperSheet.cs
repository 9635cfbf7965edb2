using Norda.Features.Directory.Profile;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Norda.Features.Papers.Pdf;

/// <summary>A column of a table: its heading, its share of the width, and whether it holds numbers.</summary>
internal sealed record PaperColumn(string Title, double Share, bool IsNumber = false);

/// <summary>
/// Sheets of A4 that are written from top to bottom: texts that wrap, tables whose heading comes again on the next sheet, codes. One
/// file may hold several papers, each with its own page numbers.
/// </summary>
internal sealed class PaperSheet : IDisposable
{
    private const double Width = 595;
    private const double Height = 842;
    private const double Margin = 56;
    private const double Foot = 60;
    private const double Leading = 1.4;
    private const double CellPadding = 5;

    /// <summary>The library's caches are not made for many at once, and a sheet takes milliseconds.</summary>
    private static readonly Lock Gate = new();

    private static readonly XBrush Ink = new XSolidBrush(XColor.FromArgb(0x16, 0x24, 0x2c));
    private static readonly XBrush Grey = new XSolidBrush(XColor.FromArgb(0x52, 0x62, 0x6c));
    private static readonly XBrush Shade = new XSolidBrush(XColor.FromArgb(0xf0, 0xf4, 0xf6));
    private static readonly XPen Line = new(XColor.FromArgb(0xc9, 0xd4, 0xda), 0.6);

    private readonly PdfDocument document = new();
    private readonly List<(PdfPage Page, XGraphics Pen, int Paper)> pages = [];
    private int papers;
    private double y;

    private PaperSheet()
    {
    }

    public void Dispose() => document.Dispose();

    public static double FullWidth => Width - (2 * Margin);

    private XGraphics Pen => pages[^1].Pen;

    /// <param name="write">Begins each paper with <see cref="Begin"/>.</param>
    public static byte[] Write(string title, DateTime at, Action<PaperSheet> write)
    {
        lock (Gate)
        {
            PaperFonts.Install();
            using var sheet = new PaperSheet();
            sheet.document.Info.Title = title;
            sheet.document.Info.CreationDate = at;
            sheet.document.Language = "pl-PL";
            write(sheet);
            return sheet.Finish();
        }
    }

    public void Begin()
    {
        papers++;
        NextPage(Width, Height);
    }

    /// <summary>A page of another size on which things are put by hand; points from its upper left corner.</summary>
    public void BeginSmall(double width, double height)
    {
        papers++;
        NextPage(width, height);
    }

    /// <summary>Where the next line begins.</summary>
    public double Top => y;

    public void Gap(double points) => y += points;

    public void Text(string text, double size = 10, bool isBold = false, bool isQuiet = false, bool isCentred = false) => TextAt(text, Margin, FullWidth, size, isBold, isQuiet, isCentred);

    /// <summary>Two blocks beside each other; the first line of each is its label.</summary>
    public void Beside(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var (top, bottom) = (y, 0d);
        foreach (var (lines, x) in new[] { (left, Margin), (right, Margin + (FullWidth / 2) + 8) })
        {
            y = top;
            foreach (var (i, line) in lines.Index())
                TextAt(line, x, (FullWidth / 2) - 16, i == 0 ? 8.5 : 10, i == 1, i == 0, false);
            bottom = Math.Max(bottom, y);
        }

        y = bottom;
    }

    public void Table(IReadOnlyList<PaperColumn> columns, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<string>? sum = null)
    {
        Row(columns, [.. columns.Select(c => c.Title)], isBold: true, isShaded: true);
        foreach (var row in rows)
        {
            if (y + 22 > Height - Foot)
            {
                NextPage(Width, Height);
                Row(columns, [.. columns.Select(c => c.Title)], isBold: true, isShaded: true);
            }

            Row(columns, row);
        }

        if (sum is not null)
            Row(columns, sum, isBold: true);
    }

    /// <summary>A QR code with its modules as shapes, sharp at any size.</summary>
    /// <param name="x">From the left edge; null is the right margin.</param>
    public void Code(string text, double size, bool isDense, double? x = null, double? top = null)
    {
        var (runs, modules) = QrCode.Runs(text, isDense);
        var (left, up, module) = (x ?? Width - Margin - size, top ?? y, size / modules);
        foreach (var run in runs)
            Pen.DrawRectangle(XBrushes.Black, left + (run.X * module), up + (run.Y * module), run.Width * module, module);
    }

    /// <summary>Room for something tall, else the next sheet.</summary>
    public void Keep(double height)
    {
        if (y + height > Height - Foot)
            NextPage(Width, Height);
    }

    /// <summary>Lines beside a code of this size; what comes after stands below both.</summary>
    public void BesideCode(string? code, double size, bool isDense, Action lines)
    {
        Keep(size);
        var top = y;
        if (code is not null)
            Code(code, size, isDense);
        lines();
        y = Math.Max(y, code is null ? 0 : top + size + 4);
    }

    public void Rule()
    {
        Pen.DrawLine(Line, Margin, y, Width - Margin, y);
        y += 8;
    }

    /// <param name="top">From where, on this very page however little room is left; null goes on below the last line.</param>
    public void TextAt(string text, double x, double width, double size, bool isBold = false, bool isQuiet = false, bool isCentred = false, double? top = null)
    {
        if (top is { } from)
            y = from;
        var font = Font(size, isBold);
        foreach (var line in text.Split('\n').SelectMany(part => Wrap(part, font, width)))
        {
            if (top is null && y + (size * Leading) > pages[^1].Page.Height.Point - Foot)
                NextPage(Width, Height);
            var left = isCentred ? x + ((width - Pen.MeasureString(line, font).Width) / 2) : x;
            Pen.DrawString(line, font, isQuiet ? Grey : Ink, left, y + size);
            y += size * Leading;
        }
    }

    private void Row(IReadOnlyList<PaperColumn> columns, IReadOnlyList<string> cells, bool isBold = false, bool isShaded = false)
    {
        const double size = 9;
        var font = Font(size, isBold);
        var lines = columns.Select((c, i) => Wrap(cells[i], font, (c.Share * FullWidth) - (2 * CellPadding)).ToList()).ToList();
        var height = (lines.Max(l => l.Count) * size * Leading) + CellPadding + 2;
        if (isShaded)
            Pen.DrawRectangle(Shade, Margin, y, FullWidth, height);
        var x = Margin;
        foreach (var (i, column) in columns.Index())
        {
            var wide = column.Share * FullWidth;
            foreach (var (n, line) in lines[i].Index())
                Pen.DrawString(line, font, Ink, column.IsNumber ? x + wide - CellPadding - Pen.MeasureString(line, font).Width : x + CellPadding, y + (CellPadding / 2) + size + (n * size * Leading));
            x += wide;
        }

        y += height;
        Pen.DrawLine(Line, Margin, y, Width - Margin, y);
    }

    /// <summary>A word that is wider than the line is cut where the line ends.</summary>
    private IEnumerable<string> Wrap(string text, XFont font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Pen.MeasureString(longer, font).Width <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                yield return line;
            line = word;
            while (line.Length > 1 && Pen.MeasureString(line, font).Width > width)
            {
                var fits = Enumerable.Range(1, line.Length - 1).LastOrDefault(n => Pen.MeasureString(line[..n], font).Width <= width, 1);
                yield return line[..fits];
                line = line[fits..];
            }
        }

        yield return line;
    }

    private void NextPage(double width, double height)
    {
        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(width), XUnit.FromPoint(height));
        pages.Add((page, XGraphics.FromPdfPage(page), papers));
        y = Margin;
    }

    private byte[] Finish()
    {
        foreach (var paper in pages.GroupBy(p => p.Paper))
            foreach (var (i, page) in paper.Index())
            {
                if (paper.Count() > 1)
                    page.Pen.DrawString($"strona {i + 1} z {paper.Count()}", Font(8.5, false), Grey, Margin, Height - (Foot / 2));
                page.Pen.Dispose();
            }

        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return file.ToArray();
    }

    private static XFont Font(double size, bool isBold) => new(PaperFonts.Family, size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode));
}

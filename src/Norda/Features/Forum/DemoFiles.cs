using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Norda.Features.Forum;

/// <summary>What the demo chamber's people attach to their words: a drawing and a sheet of paper, both made here.</summary>
internal static class DemoFiles
{
    private static readonly float[] Use = [310, 295, 270, 230, 190, 170, 165, 180, 215, 255, 285, 305];
    private static readonly string[] Checks = ["Lista kontrolna", "[ ] Uprawnienia dla biura rachunkowego", "[ ] Faktura testowa", "[ ] Faktura z rabatem i korekta", "[ ] Tryb awaryjny: kto decyduje", "[ ] Archiwum faktur"];

    /// <param name="title">Of the conversation.</param>
    public static IEnumerable<ForumAttachment> Of(string title, int author) => title switch
    {
        "Czy ktoś przeszedł już na prąd z klastra energii?" => [Make(author, "zuzycie-pradu.webp", "image/webp", Drawing())],
        "Faktury ustrukturyzowane: jak przygotować małą firmę?" => [Make(author, "lista-kontrolna.pdf", "application/pdf", Sheet())],
        _ => [],
    };

    private static ForumAttachment Make(int author, string name, string type, byte[] content) => new() { UserId = author, Name = name, ContentType = type, Content = content, Size = content.Length };

    /// <summary>How much power a hall takes in each month.</summary>
    private static byte[] Drawing()
    {
        using var bitmap = new SKBitmap(960, 420);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = new SKColor(14, 107, 143) };
        canvas.Clear(new SKColor(242, 247, 249));
        foreach (var (used, month) in Use.Select((used, month) => (used, month)))
            canvas.DrawRect(54 + 72 * month, 380 - used, 48, used, paint);
        using var webp = bitmap.Encode(SKEncodedImageFormat.Webp, 80);
        return webp.ToArray();
    }

    /// <summary>One page in a font that every reader has.</summary>
    private static byte[] Sheet()
    {
        var words = string.Concat(Checks.Select(line => $"({line}) Tj T*\n"));
        var text = $"BT /F1 16 Tf 28 TL 72 760 Td\n{words}ET";
        string[] parts =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var part in parts)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{part}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}

using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Papers;
using Norda.Features.Papers.Writing;
using Norda.Tests.Fees;
using UglyToad.PdfPig;
using ZXing;
using ZXing.Common;

namespace Norda.Tests.Papers;

/// <summary>The application of a chamber that has entered what its papers need.</summary>
public sealed class PaperApp : TestApp
{
    public const string Account = "61109010140000071219812874";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Norda:Chamber:LegalName", "Izba Próbna „Żółć”");
        builder.UseSetting("Norda:Chamber:TransferName", "Izba Próbna");
        builder.UseSetting("Norda:Chamber:Address", "ul. Źródlana 3, 84-200 Wejherowo");
        builder.UseSetting("Norda:Chamber:Nip", "5845278325");
        builder.UseSetting("Norda:Chamber:BankAccount", Account);
        builder.UseSetting("Norda:PublicUrl", "http://izba.example");
    }
}

/// <summary>Reads papers as other programs do: their text with PdfPig, the shapes of their codes with ZXing.</summary>
internal static class PaperKit
{
    private const int PixelsPerPoint = 4;

    public static async Task<byte[]> Pdf(this HttpClient browser, string address)
    {
        var answer = await browser.GetAsync(address);
        Assert.Equal((System.Net.HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Words of all pages with one space between them.</summary>
    public static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text)).Replace('\u00A0', ' ');
    }

    public static int PagesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    /// <summary>The black shapes of the page, drawn as pixels and read as a scanner reads them.</summary>
    public static string? CodeOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var page = document.GetPage(1);
        var shapes = page.Paths.Where(IsBlack).SelectMany(p => p).Select(s => s.GetBoundingRectangle()).OfType<UglyToad.PdfPig.Core.PdfRectangle>().ToList();
        var (width, height) = ((int)page.Width * PixelsPerPoint, (int)page.Height * PixelsPerPoint);
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        foreach (var shape in shapes)
            for (var y = (int)((page.Height - shape.Top) * PixelsPerPoint); y < (page.Height - shape.Bottom) * PixelsPerPoint && y < height; y++)
                for (var x = (int)(shape.Left * PixelsPerPoint); x < shape.Right * PixelsPerPoint && x < width; x++)
                    pixels[(y * width) + x] = 0;
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, width, height, RGBLuminanceSource.BitmapFormat.Gray8)));
        return new ZXing.QrCode.QRCodeReader().decode(image, new Dictionary<DecodeHintType, object> { [DecodeHintType.TRY_HARDER] = true })?.Text;
    }

    private static bool IsBlack(UglyToad.PdfPig.Graphics.PdfPath path) => path.IsFilled && path.FillColor?.ToRGBValues() is (0, 0, 0);

    public static Task<List<Paper>> PapersOf(this TestApp app, Company firm) => app.Db(db => db.Set<Paper>().AsNoTracking().Where(p => p.CompanyId == firm.Id).OrderBy(p => p.Id).ToListAsync());

    public static PaperContent ContentOf(Paper paper) => PaperContent.Read(paper.Content, paper.Hash)!;

    public static async Task<Company> LateFirm(this TestApp app, string name, params int[] months)
    {
        var firm = await app.Member(name, new(2020, 1, 1));
        await app.Owes(firm, 150, months);
        return firm;
    }
}

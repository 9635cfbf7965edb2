using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Platform.Access;
using SkiaSharp;

namespace Norda.Tests.Directory.Editor;

/// <summary>Pictures come in as telephones make them and lie there as we make them.</summary>
public sealed class PhotoTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_photograph_becomes_a_smaller_WebP_on_the_firms_page()
    {
        var (firm, browser) = await Scene();

        Assert.Equal(HttpStatusCode.Redirect, (await Send(browser, Jpeg(2400, 1800), "Hala")).StatusCode);

        var image = (await app.Page($"/firma/{firm.Slug}")).QuerySelector("#zdjecia img")!;
        Assert.Equal(("Hala", "1600", "1200"), (image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height")));
        var file = await app.Client().GetAsync(image.GetAttribute("src"));
        Assert.Equal("image/webp", file.Content.Headers.ContentType!.MediaType);
        using var codec = SKCodec.Create(SKData.CreateCopy(await file.Content.ReadAsByteArrayAsync()));
        Assert.Equal((SKEncodedImageFormat.Webp, 1600), (codec.EncodedFormat, codec.Info.Width));
    }

    [Fact]
    public async Task What_the_camera_noted_about_the_place_is_gone()
    {
        var (firm, browser) = await Scene();
        var jpeg = Jpeg(300, 200);
        var exif = Encoding.ASCII.GetBytes("Exif\0\0II*\0\u0008\0\0\0GPS-54.6056-TAJNE-MIEJSCE");
        byte[] tagged = [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)((exif.Length + 2) & 255), .. exif, .. jpeg[2..]];

        await Send(browser, tagged, "Biuro");

        var id = await app.Db(db => db.Set<CompanyPhoto>().Where(p => p.CompanyId == firm.Id).Select(p => p.FileId).SingleAsync());
        Assert.DoesNotContain("TAJNE", Encoding.ASCII.GetString(await app.Client().GetByteArrayAsync($"/pliki/{id}.webp")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("svg", "nie jest zdjęcie")]
    [InlineData("html", "nie jest zdjęcie")]
    [InlineData("bomb", "do 16 milionów")]
    [InlineData("cut", "nie da się otworzyć|nie jest zdjęcie")]
    [InlineData("empty", "Wybierz plik")]
    public async Task What_is_no_honest_picture_is_refused_with_a_reason(string kind, string reason)
    {
        var (firm, browser) = await Scene();
        byte[] file = kind switch
        {
            "svg" => Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
            "html" => Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"),
            "bomb" => PngBomb(60_000, 60_000),
            "cut" => [.. Jpeg(300, 200)[..150]],
            _ => [],
        };

        var answer = await Send(browser, file, "Coś");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches(reason, (await answer.Page()).QuerySelector(".error-summary")!.TextContent);
        Assert.Empty(await app.Db(db => db.Set<CompanyPhoto>().Where(p => p.CompanyId == firm.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_read()
    {
        var (_, browser) = await Scene();

        Assert.True((await Send(browser, new byte[12 * 1024 * 1024], "Duże")).StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity);
    }

    private async Task<(Company Firm, HttpClient Browser)> Scene()
    {
        var firm = await app.Firm($"Fotograf {Guid.NewGuid():N}"[..24]);
        return (firm, await app.As(await app.Person("Anna", firm, CompanyRole.Owner)));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, byte[] file, string description)
    {
        var page = await (await browser.GetAsync("/moja-firma/zdjecia")).Page();
        using var picture = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(description), "opis" },
            { picture, "plik", "zdjecie.jpg" },
        };
        return await browser.PostAsync("/moja-firma/zdjecia", form);
    }

    private static byte[] Jpeg(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.CadetBlue);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    /// <summary>A few hundred bytes that promise billions of points.</summary>
    private static byte[] PngBomb(int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR", header);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(new byte[100_000]);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, string name, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}

using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using SkiaSharp;

namespace Norda.Features.Files;

/// <summary>
/// Takes a picture as people's telephones make it and keeps one of our own making: upright, smaller, WebP, without the place and
/// the camera that the file tells about. What is not a picture, or is too large to be unpacked, is refused by its header.
/// </summary>
public class StorePicture(AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>Of the file that is sent.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int MostPixels = 16_000_000;
    private const int Quality = 82;
    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    // One at a time: an unpacked picture takes 64 MB, and uploads are rare.
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Adds the file to the caller's unit of work.</summary>
    /// <param name="longestSide">Pixels of the longer side at most.</param>
    public async Task<(StoredFile? File, string? Refusal)> Run(IFormFile? upload, int longestSide, CancellationToken cancel)
    {
        if (upload is null || upload.Length == 0)
            return (null, texts["Wybierz plik ze zdjęciem."]);
        if (upload.Length > MostBytes)
            return (null, texts["Ten plik ma {0} MB, przyjmujemy do {1} MB. Zmniejsz zdjęcie albo wybierz inne.", upload.Length / 1024 / 1024, MostBytes / 1024 / 1024]);
        using var memory = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(memory, cancel);
        await Turn.WaitAsync(cancel);
        try
        {
            return await Keep(memory.ToArray(), longestSide, cancel);
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<(StoredFile?, string?)> Keep(byte[] bytes, int longestSide, CancellationToken cancel)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
            return (null, texts["To nie jest zdjęcie JPG, PNG ani WebP."]);
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            return (null, texts["Zdjęcie ma {0} × {1} punktów, przyjmujemy do 16 milionów. Zmniejsz je albo wybierz inne.", codec.Info.Width, codec.Info.Height]);
        using var picture = SKBitmap.Decode(codec);
        if (picture is null)
            return (null, texts["Tego zdjęcia nie da się otworzyć. Zapisz je jeszcze raz jako JPG albo wybierz inne."]);
        using var upright = Upright(picture, codec.EncodedOrigin, longestSide);
        using var webp = upright.Encode(SKEncodedImageFormat.Webp, Quality);
        return (await Add(webp.ToArray(), upright.Width, upright.Height, cancel), null);
    }

    /// <summary>The same picture twice is one file.</summary>
    private async Task<StoredFile> Add(byte[] content, int width, int height, CancellationToken cancel)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(content))[..32];
        if (await db.FindAsync<StoredFile>([id], cancel) is { } known)
            return known;
        var file = new StoredFile { Id = id, ContentType = "image/webp", Content = content, Width = width, Height = height, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(file);
        return file;
    }

    /// <summary>Scaled down and turned as the camera was held.</summary>
    private static SKImage Upright(SKBitmap picture, SKEncodedOrigin origin, int longestSide)
    {
        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, (float)longestSide / Math.Max(picture.Width, picture.Height));
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(lies ? height : width, lies ? width : height));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        canvas.Concat(Turned(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), Sampling);
        return surface.Snapshot();
    }

    /// <summary>The eight ways of EXIF 2.32, tag 0x0112.</summary>
    private static SKMatrix Turned(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

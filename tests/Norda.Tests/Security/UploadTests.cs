using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Files;
using SkiaSharp;

namespace Norda.Tests.Security;

/// <summary>Files that are not what they say: into every form that takes one.</summary>
[Collection(SiegeGround.Name)]
public sealed class UploadTests(Siege siege)
{
    private const string Hidden = "UKRYTE-MIEJSCE-54.6056";
    private const long MostMemory = 400L * 1024 * 1024;

    private static Dictionary<string, byte[]> Files() => new()
    {
        ["40 000 x 40 000 points in a few bytes"] = Png(40_000, 40_000),
        ["40 000 x 40 000 points, all there"] = Png(40_000, 40_000, rows: 2_000),
        ["cut off"] = Siege.Picture(600, 400, SKEncodedImageFormat.Jpeg)[..900],
        ["cut off PNG"] = Siege.Picture(600, 400)[..60],
        ["nothing but a header"] = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10],
        ["no points"] = Png(0, 0),
        ["negative size"] = Png(-1, -1),
        ["GIF of huge frames"] = Gif(60_000, 60_000, frames: 500),
        ["SVG with a script"] = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"),
        ["PNG that is a page too"] = [.. Siege.Picture(), .. Encoding.UTF8.GetBytes($"<html><script>alert('{Hidden}')</script>")],
        ["page that begins like a GIF"] = Encoding.UTF8.GetBytes($"GIF89a=1;<script>alert('{Hidden}')</script>"),
        ["JPEG with a place and a script"] = WithExif(Siege.Picture(300, 200, SKEncodedImageFormat.Jpeg)),
        ["XML that laughs"] = Encoding.UTF8.GetBytes("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><l>&b;</l>"),
        ["ZIP"] = [(byte)'P', (byte)'K', 3, 4, .. new byte[500]],
        ["nothing"] = [],
        ["right"] = Siege.Picture(900, 600, SKEncodedImageFormat.Jpeg),
    };

    private static readonly string[] Names = ["zdjecie.jpg", "../../etc/passwd", "a.svg", "x\".html", "<img src=x onerror=alert(1)>.png", "CON", new string('d', 300) + ".png"];

    [Fact]
    public async Task Every_file_is_refused_or_made_anew_and_memory_stays_bounded()
    {
        var (asked, wrong, before) = (0, new List<string>(), Peak());
        foreach (var form in (await siege.Forms()).Where(TakesAFile))
        {
            await siege.Restore();
            foreach (var (kind, file) in Files())
            {
                if (kind is "right")
                    await siege.Restore(); // a form that can do without a file has taken the empty one
                var answer = await siege[form.Who].Send(form, form.Filled(), kind is "right" && form.Files is ["pdf"] ? Siege.Paper() : file, Names[asked++ % Names.Length]);
                if ((int)answer.StatusCode >= 500)
                    wrong.Add($"{form} {kind}: {answer.StatusCode}");
                if (kind is "right" && !TakesOtherFiles(form) && answer.StatusCode != HttpStatusCode.Redirect)
                    wrong.Add($"{form} {kind}: {answer.StatusCode} {(await answer.Page()).QuerySelector(".error-summary")?.TextContent.Trim()}");
                if (answer.StatusCode is HttpStatusCode.UnprocessableEntity && (await answer.Page()).QuerySelector(".error-summary")?.TextContent.Trim() is not { Length: > 10 })
                    wrong.Add($"{form} {kind}: no reason");
            }

            foreach (var stored in await siege.Db(db => db.Set<StoredFile>().AsNoTracking().ToListAsync()))
                wrong.AddRange(Faults(stored).Select(fault => $"{form}: {fault}"));
        }

        Console.WriteLine($"   uploads: {asked} files, memory at most {(Peak() - before) / 1024 / 1024} MB more");
        await siege.Restore();
        Assert.True(asked >= Files().Count, "No form takes a file.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.InRange(Peak() - before, long.MinValue, MostMemory);
    }

    /// <summary>A statement of a bank is no picture: there even the right one is refused.</summary>
    private static bool TakesOtherFiles(WebForm form) => form.Action.Contains("/wyciagi/", StringComparison.Ordinal);

    [Fact]
    public async Task What_is_too_large_is_told_so_and_not_a_fault_of_ours()
    {
        await siege.Restore();
        foreach (var form in (await siege.Forms()).Where(TakesAFile))
        {
            foreach (var megabytes in (int[])[11, 30])
            {
                var answer = await siege[form.Who].Send(form, form.Filled(), new byte[megabytes * 1024 * 1024]);
                Assert.True(answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest, $"{form}: {answer.StatusCode}");
                Assert.NotNull((await answer.Page()).QuerySelector("h1"));
            }
        }

        var page = await siege.Page("/blad/413");
        Assert.Equal("Ten plik jest za duży", page.QuerySelector("h1")!.TextContent);
    }

    /// <summary>A preview shows the words alone and keeps nothing.</summary>
    private static bool TakesAFile(WebForm form) => form.IsMultipart && form.Files.Count > 0 && !form.Action.Contains("handler=Podglad", StringComparison.Ordinal);

    /// <summary>A picture of our own making: one format, a bounded size, nothing else inside. A PDF stays as it was signed, and goes out as an attachment alone.</summary>
    private static IEnumerable<string> Faults(StoredFile file)
    {
        if (file.ContentType == StorePdf.ContentType)
        {
            if (!file.Content.AsSpan().StartsWith("%PDF-"u8))
                yield return $"{file.Id} is no PDF";
            yield break;
        }

        using var codec = SKCodec.Create(SKData.CreateCopy(file.Content));
        if (codec?.EncodedFormat != SKEncodedImageFormat.Webp || file.ContentType != "image/webp" || Math.Max(codec.Info.Width, codec.Info.Height) > 1600)
            yield return $"{file.Id} is no picture of ours";
        var text = Encoding.Latin1.GetString(file.Content);
        if (text.Contains(Hidden, StringComparison.Ordinal) || text.Contains("<script", StringComparison.Ordinal) || text.Contains("Exif", StringComparison.Ordinal) || text.Contains("EXIF", StringComparison.Ordinal))
            yield return $"{file.Id} carries what was hidden in it";
    }

    private static long Peak()
    {
        using var me = Process.GetCurrentProcess();
        return me.PeakWorkingSet64;
    }

    private static byte[] WithExif(byte[] jpeg)
    {
        var exif = Encoding.ASCII.GetBytes($"Exif\0\0II*\0\u0008\0\0\0{Hidden}<script>");
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)((exif.Length + 2) & 255), .. exif, .. jpeg[2..]];
    }

    private static byte[] Gif(int width, int height, int frames)
    {
        byte[] size = [(byte)(width & 255), (byte)(width >> 8), (byte)(height & 255), (byte)(height >> 8)];
        byte[] frame = [0x2C, 0, 0, 0, 0, .. size, 0, 2, 2, 0x44, 1, 0];
        return [.. Encoding.ASCII.GetBytes("GIF89a"), .. size, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. Enumerable.Repeat(frame, frames).SelectMany(f => f), 0x3B];
    }

    /// <summary>Promises more than it is: black rows pack to almost nothing.</summary>
    private static byte[] Png(int width, int height, int rows = 1)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(png, "IHDR", header);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < rows; row++)
                zip.Write(new byte[Math.Max(1, width) + 1]);
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

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Files;

/// <summary>Reads files that people send along: pictures are drawn anew, of documents only PDF without anything that runs is taken. Saves nothing.</summary>
public class TakeUploads(AppDb db, StorePicture store, IStringLocalizer<Texts> texts)
{
    public const int MostBytesOfPdf = 5 * 1024 * 1024;
    private const int LongestSide = 1600;
    private const int LongestName = 120;
    private static readonly byte[] PdfStart = "%PDF-"u8.ToArray();
    private static readonly byte[] PdfEnd = "%%EOF"u8.ToArray();

    public async Task<(IReadOnlyList<TakenFile> Files, string? Refusal)> Run(IReadOnlyList<IFormFile> uploads, CancellationToken cancel)
    {
        var files = new List<TakenFile>();
        foreach (var upload in uploads.Where(u => u.Length > 0))
        {
            var (file, refusal) = await IsPdf(upload, cancel) ? await Pdf(upload, cancel) : await Picture(upload, cancel);
            if (file is null)
                return ([], refusal);
            files.Add(file);
        }

        return (files, null);
    }

    private async Task<(TakenFile?, string?)> Picture(IFormFile upload, CancellationToken cancel)
    {
        var (picture, refusal) = await store.Run(upload, LongestSide, cancel);
        if (picture is null)
            return (null, refusal);
        // A file of the directory has a public address; this one is for those who may read what it hangs on.
        if (db.Entry(picture) is { State: EntityState.Added } entry)
            entry.State = EntityState.Detached;
        return (new(Named(upload, ".webp"), picture.ContentType, picture.Content), null);
    }

    private async Task<(TakenFile?, string?)> Pdf(IFormFile upload, CancellationToken cancel)
    {
        if (upload.Length > MostBytesOfPdf)
            return (null, texts["Ten PDF ma {0} MB, przyjmujemy do {1} MB. Zmniejsz go albo wyślij link.", upload.Length / 1024 / 1024, MostBytesOfPdf / 1024 / 1024]);
        using var memory = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(memory, cancel);
        var bytes = memory.ToArray();
        if (bytes.AsSpan(Math.Max(0, bytes.Length - 1024)).IndexOf(PdfEnd) < 0)
            return (null, texts["Ten PDF jest uszkodzony albo niepełny. Zapisz go jeszcze raz."]);
        if (ActivePdf.Is(bytes))
            return (null, texts["Ten PDF zawiera skrypt albo ukryty plik. Wydrukuj go do nowego pliku PDF i wyślij ten nowy."]);
        return (new(Named(upload, ".pdf"), "application/pdf", bytes), null);
    }

    private static async Task<bool> IsPdf(IFormFile upload, CancellationToken cancel)
    {
        var start = new byte[PdfStart.Length];
        await using var stream = upload.OpenReadStream();
        return await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel) == start.Length && start.SequenceEqual(PdfStart);
    }

    private static string Named(IFormFile upload, string ending)
    {
        var name = PlainText.Line(Path.GetFileNameWithoutExtension(upload.FileName.Replace('\\', '/'))) ?? "plik";
        return name[..Math.Min(name.Length, LongestName)] + ending;
    }
}

/// <summary>A picture of our own making, or a PDF.</summary>
public sealed record TakenFile(string Name, string ContentType, byte[] Content);

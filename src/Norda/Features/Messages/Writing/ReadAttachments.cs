using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;

namespace Norda.Features.Messages.Writing;

/// <summary>Makes attachments of the files that were sent: pictures are drawn anew, of documents only PDF is taken.</summary>
public class ReadAttachments(AppDb db, StorePicture store, IStringLocalizer<Texts> texts)
{
    public const int Most = 3;
    public const int MostBytesOfPdf = 5 * 1024 * 1024;
    public const long MostBytes = 24 * 1024 * 1024;
    private const int LongestSide = 1600;
    private const int LongestName = 120;
    private static readonly byte[] PdfStart = "%PDF-"u8.ToArray();
    private static readonly byte[] PdfEnd = "%%EOF"u8.ToArray();

    /// <summary>What a program would run when the document is opened.</summary>
    private static readonly byte[][] Active = ["/JavaScript"u8.ToArray(), "/Launch"u8.ToArray(), "/EmbeddedFile"u8.ToArray(), "/OpenAction"u8.ToArray()];

    public async Task<(IReadOnlyList<MessageAttachment> Files, string? Refusal)> Run(IReadOnlyList<IFormFile> uploads, int owner, CancellationToken cancel)
    {
        if (uploads.Count > Most)
            return ([], texts["Do jednej wiadomości można dodać {0} pliki. Resztę wyślij w następnej.", Most]);
        var files = new List<MessageAttachment>();
        foreach (var upload in uploads.Where(u => u.Length > 0))
        {
            var (file, refusal) = await IsPdf(upload, cancel) ? await Pdf(upload, owner, cancel) : await Picture(upload, owner, cancel);
            if (file is null)
                return ([], refusal);
            files.Add(file);
        }

        return (files, null);
    }

    private async Task<(MessageAttachment?, string?)> Picture(IFormFile upload, int owner, CancellationToken cancel)
    {
        var (picture, refusal) = await store.Run(upload, LongestSide, cancel);
        if (picture is null)
            return (null, refusal);
        // A file of the directory has a public address; this one is for the people of the thread.
        if (db.Entry(picture) is { State: EntityState.Added } entry)
            entry.State = EntityState.Detached;
        return (new() { UserId = owner, Name = Named(upload, ".webp"), ContentType = picture.ContentType, Content = picture.Content, Size = picture.Content.Length }, null);
    }

    private async Task<(MessageAttachment?, string?)> Pdf(IFormFile upload, int owner, CancellationToken cancel)
    {
        if (upload.Length > MostBytesOfPdf)
            return (null, texts["Ten PDF ma {0} MB, przyjmujemy do {1} MB. Zmniejsz go albo wyślij link.", upload.Length / 1024 / 1024, MostBytesOfPdf / 1024 / 1024]);
        using var memory = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(memory, cancel);
        var bytes = memory.ToArray();
        if (bytes.AsSpan(Math.Max(0, bytes.Length - 1024)).IndexOf(PdfEnd) < 0)
            return (null, texts["Ten PDF jest uszkodzony albo niepełny. Zapisz go jeszcze raz."]);
        if (Active.Any(word => bytes.AsSpan().IndexOf(word) >= 0))
            return (null, texts["Ten PDF zawiera skrypt albo ukryty plik. Wydrukuj go do nowego pliku PDF i wyślij ten nowy."]);
        return (new() { UserId = owner, Name = Named(upload, ".pdf"), ContentType = "application/pdf", Content = bytes, Size = bytes.Length }, null);
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

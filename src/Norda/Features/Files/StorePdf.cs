using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Files;

/// <summary>Keeps a PDF as it came: a signed paper must not change by a byte. It is only ever sent as a file to keep, never shown inside a page.</summary>
public class StorePdf(AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const string ContentType = "application/pdf";
    private const int Beginning = 1024;

    /// <summary>Adds the file to the caller's unit of work.</summary>
    public async Task<(StoredFile? File, string? Refusal)> Run(IFormFile? upload, CancellationToken cancel)
    {
        if (upload is null || upload.Length == 0)
            return (null, texts["Wybierz plik PDF."]);
        if (upload.Length > MostBytes)
            return (null, texts["Ten plik ma {0} MB, przyjmujemy do {1} MB. Zeskanuj dokument w mniejszej rozdzielczości.", upload.Length / 1024 / 1024, MostBytes / 1024 / 1024]);
        using var memory = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(memory, cancel);
        var content = memory.ToArray();
        if (content.AsSpan(0, Math.Min(Beginning, content.Length)).IndexOf("%PDF-"u8) < 0 || content.AsSpan(Math.Max(0, content.Length - Beginning)).IndexOf("%%EOF"u8) < 0)
            return (null, texts["To nie jest cały plik PDF. Zapisz dokument jako PDF i wybierz go jeszcze raz."]);
        if (ActivePdf.Is(content))
            return (null, texts["Ten PDF zawiera skrypt albo ukryty plik. Wydrukuj go do nowego pliku PDF i wyślij ten nowy."]);
        var id = Convert.ToHexStringLower(SHA256.HashData(content))[..32];
        if (await db.FindAsync<StoredFile>([id], cancel) is { } known)
            return (known, null);
        var file = new StoredFile { Id = id, ContentType = ContentType, Content = content, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(file);
        return (file, null);
    }
}

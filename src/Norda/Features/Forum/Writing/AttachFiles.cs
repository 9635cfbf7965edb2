using Microsoft.Extensions.Localization;
using Norda.Features.Files;
using Norda.Platform;

namespace Norda.Features.Forum.Writing;

/// <summary>Makes attachments of the files that were sent with a post.</summary>
public class AttachFiles(TakeUploads take, IStringLocalizer<Texts> texts)
{
    public const int Most = 3;
    public const long MostBytes = 24 * 1024 * 1024;

    public async Task<(IReadOnlyList<ForumAttachment> Files, string? Refusal)> Run(IReadOnlyList<IFormFile> uploads, int author, CancellationToken cancel)
    {
        if (uploads.Count > Most)
            return ([], texts["Do jednego wpisu można dodać {0} pliki. Resztę dodaj w następnym.", Most]);
        var (files, refusal) = await take.Run(uploads, cancel);
        return ([.. files.Select(f => new ForumAttachment { UserId = author, Name = f.Name, ContentType = f.ContentType, Content = f.Content, Size = f.Content.Length })], refusal);
    }
}

using Microsoft.Extensions.Localization;
using Norda.Features.Files;
using Norda.Platform;

namespace Norda.Features.Messages.Writing;

/// <summary>Makes attachments of the files that were sent.</summary>
public class ReadAttachments(TakeUploads take, IStringLocalizer<Texts> texts)
{
    public const int Most = 3;
    public const long MostBytes = 24 * 1024 * 1024;

    public async Task<(IReadOnlyList<MessageAttachment> Files, string? Refusal)> Run(IReadOnlyList<IFormFile> uploads, int owner, CancellationToken cancel)
    {
        if (uploads.Count > Most)
            return ([], texts["Do jednej wiadomości można dodać {0} pliki. Resztę wyślij w następnej.", Most]);
        var (files, refusal) = await take.Run(uploads, cancel);
        return ([.. files.Select(f => new MessageAttachment { UserId = owner, Name = f.Name, ContentType = f.ContentType, Content = f.Content, Size = f.Content.Length })], refusal);
    }
}

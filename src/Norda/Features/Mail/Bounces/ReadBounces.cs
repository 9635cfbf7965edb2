using Microsoft.Extensions.Options;
using MimeKit;

namespace Norda.Features.Mail.Bounces;

/// <summary>
/// Reads reports that the mail server put into a folder, one a file, and takes them out of it: they hold people's letters. What cannot be
/// read is put aside under another name, so that it is not tried for ever.
/// </summary>
public class ReadBounces(RecordBounce record, IOptions<MailOptions> options, ILogger<ReadBounces> log)
{
    private const int AtOnce = 200;
    private const long LargestFile = 5 * 1024 * 1024;
    private const string Aside = ".odrzucony";

    public async Task<int> Run(CancellationToken cancel)
    {
        var (folder, known) = (options.Value.BounceFolder, 0);
        if (!System.IO.Directory.Exists(folder))
            return 0;
        foreach (var file in System.IO.Directory.EnumerateFiles(folder, "*.eml").Take(AtOnce))
            known += await Read(file, cancel);
        return known;
    }

    private async Task<int> Read(string file, CancellationToken cancel)
    {
        try
        {
            var known = new FileInfo(file).Length > LargestFile ? 0 : await record.Run(await MimeMessage.LoadAsync(file, cancel), cancel);
            File.Delete(file);
            return known;
        }
        catch (Exception unreadable) when (unreadable is FormatException or IOException)
        {
            log.LogWarning("Report {File} cannot be read: {Reason}", Path.GetFileName(file), unreadable.Message);
            File.Move(file, file + Aside, overwrite: true);
            return 0;
        }
    }
}

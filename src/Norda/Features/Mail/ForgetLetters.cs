using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using Norda.Data;
using Norda.Features.Mail.Bounces;
using Norda.Platform.Contributions;

namespace Norda.Features.Mail;

/// <summary>Letters to a person who is erased are not sent any more, and those written as files go.</summary>
public class ForgetLetters(AppDb db, IOptions<MailOptions> options) : IForgetPerson
{
    public async Task Forget(ForgottenPerson person, CancellationToken cancel)
    {
        await db.Set<OutboxMail>().Where(m => m.SentAt == null && (m.UserId == person.Id || m.Recipient == person.Email)).ExecuteDeleteAsync(cancel);
        var address = AddressHold.Of(person.Email);
        await db.Set<AddressHold>().Where(h => h.Address == address).ExecuteDeleteAsync(cancel);
        if (!System.IO.Directory.Exists(options.Value.Folder))
            return;
        foreach (var file in System.IO.Directory.EnumerateFiles(options.Value.Folder, "*.eml"))
            if (await Tells(file, person, cancel))
                File.Delete(file);
    }

    private static async Task<bool> Tells(string file, ForgottenPerson person, CancellationToken cancel)
    {
        try
        {
            using var letter = await MimeMessage.LoadAsync(file, cancel);
            var text = string.Join('\n', letter.To, letter.Subject, letter.TextBody, letter.HtmlBody);
            return text.Contains(person.Email, StringComparison.OrdinalIgnoreCase) || text.Contains(person.Name, StringComparison.Ordinal);
        }
        catch (Exception foreign) when (foreign is FormatException or IOException)
        {
            return false; // no letter of ours
        }
    }
}

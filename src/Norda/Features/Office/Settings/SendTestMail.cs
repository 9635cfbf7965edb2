using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Settings;

/// <summary>Sends a letter to who asks, at once, and tells what the server said.</summary>
public class SendTestMail(AppDb db, Me me, QueueMail mail, SendMail send, IOptionsMonitor<MailOptions> options, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <returns>What came of it, as the person reads it.</returns>
    public async Task<string> Run(CancellationToken cancel)
    {
        var letter = SettingsLetters.Test(texts, new Reader(me.Id, me.Email, me.Name), $"{me.Id}:{clock.GetUtcNow().UtcTicks}");
        mail.Run(letter);
        await db.SaveChangesAsync(cancel);
        await send.Run(cancel);
        var sent = await db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.UniqueKey == letter.UniqueKey, cancel);
        if (sent.SentAt is not null && string.IsNullOrEmpty(options.CurrentValue.Host))
            return texts["List próbny jest plikiem w folderze {0}: bez serwera poczty nic nie wychodzi.", options.CurrentValue.Folder];
        return sent.SentAt is not null ? texts["Wysłano list próbny na adres {0}.", me.Email].Value
            : sent.LastError is { } error ? texts["List nie wyszedł. Serwer poczty odpowiedział: {0}", error].Value
            : texts["List próbny czeka w kolejce za innymi. Wynik zobaczysz na stronie „Stan systemu”."].Value;
    }
}

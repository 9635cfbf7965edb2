using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Settings;

/// <summary>Sends a letter to who asks, at once, and tells what the server said.</summary>
public class SendTestMail(AppDb db, Me me, QueueMail mail, SendMail send, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <returns>What came of it, as the person reads it.</returns>
    public async Task<string> Run(CancellationToken cancel)
    {
        var key = $"mail-test:{me.Id}:{clock.GetUtcNow().UtcTicks}";
        mail.Run(new Letter
        {
            UniqueKey = key, To = me.Email, ToName = me.Name, UserId = me.Id, Subject = texts["List próbny"], Heading = texts["Poczta działa"],
            Paragraphs = [texts["To list próbny z ustawień serwisu. Skoro go czytasz, inne listy też dojdą."]],
        });
        await db.SaveChangesAsync(cancel);
        await send.Run(cancel);
        var letter = await db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.UniqueKey == key, cancel);
        return letter.SentAt is not null ? texts["Wysłano list próbny na adres {0}.", me.Email].Value
            : letter.LastError is { } error ? texts["List nie wyszedł. Serwer poczty odpowiedział: {0}", error].Value
            : texts["List próbny czeka w kolejce za innymi. Wynik zobaczysz na stronie „Stan systemu”."].Value;
    }
}

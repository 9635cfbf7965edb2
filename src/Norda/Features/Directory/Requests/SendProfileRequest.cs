using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Requests;

/// <summary>Mails a firm a link to its profile that needs no account. It works once and for seven days.</summary>
public class SendProfileRequest(AppDb db, Me me, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private const int MostOpen = 5;

    /// <param name="origin">Scheme and host of the address in the letter.</param>
    public async Task<Outcome> Run(int companyId, string? email, string origin, CancellationToken cancel)
    {
        if (!Email.TryParse(email, out var to))
            return Outcome.Refuse(texts["Wpisz adres e-mail firmy, na przykład biuro@firma.pl."], "adres");
        var now = clock.GetUtcNow().UtcDateTime;
        var name = await db.Companies.Where(c => c.Id == companyId).Select(c => c.Name).SingleAsync(cancel);
        if (await db.Set<ProfileRequest>().CountAsync(r => r.CompanyId == companyId && r.SubmittedAt == null && r.ExpiresAt > now, cancel) >= MostOpen)
            return Outcome.Refuse(texts["Ta firma ma już {0} otwartych linków. Poczekaj, aż wygasną.", MostOpen]);
        var secret = Secret.New();
        db.Add(new ProfileRequest { CompanyId = companyId, TokenHash = Secret.HashOf(secret), SentTo = to, CreatedBy = me.Id, CreatedAt = now, ExpiresAt = now + Lifetime });
        mail.Run(RequestLetters.ProfileRequest(texts, to, name, secret, origin));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}

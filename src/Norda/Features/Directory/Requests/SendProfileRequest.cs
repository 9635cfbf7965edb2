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
            return Outcome.Refuse(texts["Wpisz adres e-mail firmy, na przykład biuro@firma.pl."]);
        var now = clock.GetUtcNow().UtcDateTime;
        var name = await db.Companies.Where(c => c.Id == companyId).Select(c => c.Name).SingleAsync(cancel);
        if (await db.Set<ProfileRequest>().CountAsync(r => r.CompanyId == companyId && r.SubmittedAt == null && r.ExpiresAt > now, cancel) >= MostOpen)
            return Outcome.Refuse(texts["Ta firma ma już {0} otwartych linków. Poczekaj, aż wygasną.", MostOpen]);
        var secret = Secret.New();
        db.Add(new ProfileRequest { CompanyId = companyId, TokenHash = Secret.HashOf(secret), SentTo = to, CreatedBy = me.Id, CreatedAt = now, ExpiresAt = now + Lifetime });
        mail.Run(new Letter
        {
            UniqueKey = "profile-request:" + Secret.HashOf(secret), To = to, ToName = name,
            Subject = texts["Sprawdź dane firmy {0} w katalogu izby", name],
            Heading = texts["Czy te dane są aktualne?"],
            Paragraphs = [texts["W katalogu izby jest profil firmy {0}. Otwórz go, popraw, co się zmieniło, i odeślij jednym przyciskiem. Nie trzeba się logować.", name], texts["Link działa raz i przez 7 dni. Jeśli to nie Twoja firma, zignoruj tę wiadomość."]],
            Button = (texts["Sprawdź dane firmy"], $"{origin}/aktualizacja/{secret}"),
        });
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}

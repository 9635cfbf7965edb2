using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Accounts.EmailChange;

/// <summary>
/// Sends a link to the old address and one to the new: nothing changes until both are pressed, so that neither a stolen session nor
/// a typo takes an account away. Whether the new address has an account is told in a letter there.
/// </summary>
public class AskForEmailChange(AppDb db, AccountLinks links, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public async Task<Outcome> Run(User user, string? typed, string origin, CancellationToken cancel)
    {
        if (!Email.TryParse(typed, out var email))
            return Outcome.Refuse(texts["Wpisz adres e-mail, na przykład jan@firma.pl."], "EmailForm.Email");
        var normalized = email.ToUpperInvariant();
        if (normalized == user.NormalizedEmail)
            return Outcome.Refuse(texts["To jest Twój obecny adres."], "EmailForm.Email");
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<AccountToken>().Where(t => t.UserId == user.Id && (t.Purpose == TokenPurpose.ChangeEmailOld || t.Purpose == TokenPurpose.ChangeEmailNew)).ExecuteDeleteAsync(cancel);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, cancel))
        {
            mail.Run(AccountLetters.EmailTaken(texts, email, $"{user.Id}:{now.Ticks}"));
        }
        else
        {
            Send(user, TokenPurpose.ChangeEmailOld, email, user.Email!, origin, texts["Ktoś, pewnie Ty, chce zmienić adres konta na {0}. Potwierdź tu i w liście na nowy adres.", email]);
            Send(user, TokenPurpose.ChangeEmailNew, email, email, origin, texts["Potwierdź, że to Twój adres. Drugi przycisk czeka w liście na dotychczasowy adres."]);
        }

        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private void Send(User user, TokenPurpose purpose, string email, string to, string origin, string why)
    {
        var secret = links.Issue(purpose, Lifetime, user, email);
        mail.Run(AccountLetters.EmailChange(texts, new Reader(user.Id, to, user.Name), secret, why, origin));
    }
}

using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>
/// The signed-in person proves once more who sits there. Guessing is slowed down as at the door, and counted together with it. Who has no
/// password has proved it a moment ago in another way (<see cref="FreshProofAttribute"/>).
/// </summary>
public class ConfirmPassword(Me me, CheckPassword check, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="field">Beside which a refusal is shown.</param>
    public async Task<Outcome> Run(string? password, string field, CancellationToken cancel)
    {
        if (!me.HasPassword)
            return me.IsFresh(clock) ? Outcome.Done : Outcome.Refuse(texts["Najpierw potwierdź, że to Ty: otwórz tę stronę jeszcze raz."], field);
        if (string.IsNullOrEmpty(password))
            return Outcome.Refuse(texts["Wpisz hasło."], field);
        var (user, wait) = await check.Run(me.Email, password, me.Address?.ToString(), cancel);
        return user is not null ? Outcome.Done : Outcome.Refuse(texts["Obecne hasło się nie zgadza. Po kilku próbach trzeba chwilę odczekać."], field) with { Wait = wait };
    }
}

using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>The signed-in person proves once more who sits there. Guessing is slowed down as at the door, and counted together with it.</summary>
public class ConfirmPassword(Me me, CheckPassword check, IStringLocalizer<Texts> texts)
{
    /// <param name="field">Beside which a refusal is shown.</param>
    public async Task<Outcome> Run(string? password, string field, CancellationToken cancel)
    {
        var (user, wait) = await check.Run(me.Email, password ?? "", me.Address?.ToString(), cancel);
        return user is not null ? Outcome.Done : Outcome.Refuse(texts["Obecne hasło się nie zgadza. Po kilku próbach trzeba chwilę odczekać."], field) with { Wait = wait };
    }
}

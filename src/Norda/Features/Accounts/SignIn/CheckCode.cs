using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Accounts.SignIn;

/// <summary>
/// Compares a code of the phone, or one of the recovery codes. Each works once; guesses are counted together wherever they are made,
/// for six digits are soon guessed by whoever holds an open session.
/// </summary>
public class CheckCode(UserManager<User> users, AccountLinks links, SignInFailures failures, IStringLocalizer<Texts> texts)
{
    /// <summary>Longer than any clock goes wrong: who looked over the shoulder cannot type the same code again.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);

    /// <param name="field">Beside which a refusal is shown.</param>
    public async Task<Outcome> Run(User user, string? typed, string field, CancellationToken cancel)
    {
        var account = $"code:{user.Id}";
        if (await failures.Wait(account, null, cancel) is { } wait)
            return Outcome.Refuse(texts["Za dużo prób. Spróbuj ponownie za {0}.", Plural.Of((int)Math.Ceiling(wait.TotalSeconds), texts["sekundę|sekundy|sekund"])], field) with { Wait = wait };
        if (!await IsRight(user, string.Concat((typed ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')), cancel))
        {
            await failures.Note(account, null, cancel);
            return Outcome.Refuse(texts["Ten kod się nie zgadza. Sprawdź, czy zegar telefonu dobrze chodzi, i wpisz nowy kod."], field);
        }

        await failures.Forget(account, null, cancel);
        return Outcome.Done;
    }

    private async Task<bool> IsRight(User user, string code, CancellationToken cancel)
    {
        if (code.Length == 6 && code.All(char.IsAsciiDigit))
            return await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code) && await links.Spend(TokenPurpose.Code, $"{user.Id}:{code}", Shown, cancel);
        return code.Length > 6 && (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;
    }
}

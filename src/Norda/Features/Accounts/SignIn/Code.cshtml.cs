using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.Consents;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>The second step of signing in: a code of the phone, or one of the recovery codes.</summary>
[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class CodeModel(
    SecondStep step, StartSession start, SignInFailures failures, AccountLinks links, UserManager<User> users, GiveConsent consents, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Longer than any clock goes wrong: who looked over the shoulder cannot type the same code again.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Powrot { get; set; }

    public IActionResult OnGet() => step.Read(HttpContext) is null ? LocalRedirect(Url.Content("~/logowanie")) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (step.Read(HttpContext) is not { } known || await users.FindByIdAsync(known.UserId.ToString(CultureInfo.InvariantCulture)) is not { IsActive: true } user)
            return LocalRedirect(Url.Content("~/logowanie"));
        var account = $"code:{user.Id}";
        if (await failures.Wait(account, null, cancel) is { } wait)
            return Again(texts["Za dużo prób. Spróbuj ponownie za {0}.", Plural.Of((int)Math.Ceiling(wait.TotalSeconds), texts["sekundę|sekundy|sekund"])], wait);
        if (!await IsRight(user))
        {
            await failures.Note(account, null, cancel);
            return Again(texts["Ten kod się nie zgadza. Sprawdź, czy zegar telefonu dobrze chodzi, i wpisz nowy kod."]);
        }

        await failures.Forget(account, null, cancel);
        step.Forget(HttpContext);
        await start.Run(user, HttpContext, known.Remember, secondFactor: true, cancel);
        return LocalRedirect(await consents.AfterSignIn(user.Id, Url.IsLocalUrl(Powrot) ? Powrot : Url.Content(AccountsModule.StartPage), Url.Content("~/konto/zgody"), cancel));
    }

    private async Task<bool> IsRight(User user)
    {
        var code = string.Concat((Code ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        if (code.Length == 6 && code.All(char.IsAsciiDigit))
            return await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code) && await links.Spend(TokenPurpose.Code, $"{user.Id}:{code}", Shown, HttpContext.RequestAborted);
        return code.Length > 6 && (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;
    }

    private IActionResult Again(string why, TimeSpan? wait = null)
    {
        ModelState.AddModelError(nameof(Code), why);
        return this.ShowAgain(wait);
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.Consents;
using Norda.Features.Accounts.Passkeys;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.Providers;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class LoginModel(
    CheckPassword check, StartSession start, SecondStep second, PasskeyChallenges challenges, SignInWithPasskey passkeys, SignInProviders providers, GiveConsent consents, Me me,
    IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>For a key of the device, made anew with every showing.</summary>
    public PasskeyChallenge Asked { get; private set; } = null!;

    public IReadOnlyList<SignInProvider> Providers => providers.All;

    [BindProperty]
    public LoginForm Form { get; set; } = new();

    /// <summary>The page that asked to sign in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Powrot { get; set; }

    private string Home => Url.IsLocalUrl(Powrot) ? Powrot : Url.Content(AccountsModule.StartPage);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Asked = await challenges.ToSignIn(HttpContext);
        await next();
    }

    /// <param name="odmowa">Why a provider's word was not enough.</param>
    public IActionResult OnGet(string? odmowa)
    {
        if (me.IsSignedIn)
            return LocalRedirect(Home);
        if (ProviderRefusal.TextOf(odmowa) is { } why)
            ModelState.AddModelError("", texts[why]);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm(Name = "Form")] PasskeyForm passkey, CancellationToken cancel)
    {
        ModelState.Clear(); // the fields of the password's form are not in this one
        if (TryValidateModel(passkey) && await passkeys.Run(passkey, HttpContext, cancel) is { } owner)
            return LocalRedirect(await AfterSignIn(owner, cancel));
        ModelState.Clear();
        ModelState.AddModelError("", texts["Ten klucz nie otwiera żadnego konta. Zaloguj się hasłem albo spróbuj jeszcze raz."]);
        return this.ShowAgain();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (user, wait) = await check.Run(Form.Email, Form.Password, HttpContext.Connection.RemoteIpAddress?.ToString(), cancel);
        if (wait is { } pause)
            return TooOften(pause);
        if (user is null)
        {
            ModelState.AddModelError("", texts["E-mail lub hasło się nie zgadza."]);
            return this.ShowAgain();
        }

        if (user.TwoFactorEnabled)
        {
            second.Remember(HttpContext, user.Id, Form.Remember);
            return RedirectToPage("/Accounts/SignIn/Code", new { Powrot });
        }

        await start.Run(user, HttpContext, Form.Remember, secondFactor: false, cancel);
        return LocalRedirect(await AfterSignIn(user, cancel));
    }

    private Task<string> AfterSignIn(User user, CancellationToken cancel) => consents.AfterSignIn(user.Id, Home, Url.Content("~/konto/zgody"), cancel);

    private IActionResult TooOften(TimeSpan pause)
    {
        ModelState.AddModelError("", texts["Za dużo prób. Spróbuj ponownie za {0}.", Plural.Of(Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds)), texts["sekundę|sekundy|sekund"])]);
        return this.ShowAgain(pause);
    }
}

public sealed class LoginForm
{
    [Required(ErrorMessage = "Wpisz adres e-mail, na przykład jan@firma.pl.")]
    [StringLength(254, ErrorMessage = "Adres e-mail ma do 254 znaków.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";

    public bool Remember { get; set; }
}

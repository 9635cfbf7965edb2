using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Account;

[Access(Resource.Account, Act.Change)]
[ResponseCache(NoStore = true)]
public class CloseModel(Me me, CheckPassword check, CloseAccount close, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (known, wait) = await check.Run(me.Email, Password, HttpContext.Connection.RemoteIpAddress?.ToString(), cancel);
        if (known is not { } user)
            ModelState.AddModelError(nameof(Password), texts["Obecne hasło się nie zgadza. Po kilku próbach trzeba chwilę odczekać."]);
        else if (await close.Run(user, cancel) is { Refusal: { } refusal })
            ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid)
            return this.ShowAgain(wait);
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        this.Say(texts["Konto zostało zamknięte"]);
        return LocalRedirect(Url.Content("~/"));
    }
}

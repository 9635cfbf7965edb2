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
[FreshProof(OnlyWithoutPassword = true)]
[ResponseCache(NoStore = true)]
public class CloseModel(Me me, ConfirmPassword confirm, CloseAccount close, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var outcome = await confirm.Run(Password, nameof(Password), cancel);
        if (!outcome.Refused)
            outcome = await close.Run(me.Id!.Value, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return this.ShowAgain(outcome.Wait);
        }

        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        this.Say(texts["Konto zostało zamknięte"]);
        return LocalRedirect(Url.Content("~/"));
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Erasing;

/// <summary>A person has themselves forgotten. It cannot be taken back, so the password is asked for.</summary>
[Access(Resource.Account, Act.Change)]
[FreshProof(OnlyWithoutPassword = true)]
[ResponseCache(NoStore = true)]
public class EraseModel(Me me, ConfirmPassword confirm, ErasePerson erase, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public EraseForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var outcome = await confirm.Run(Form.Password, "Form.Password", cancel);
        if (!outcome.Refused)
            outcome = await erase.Run(me.Id!.Value, Form.KeepsTexts, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return this.ShowAgain(outcome.Wait);
        }

        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        this.Say(texts["Konto i Twoje dane zostały usunięte."]);
        return LocalRedirect(Url.Content("~/"));
    }
}

public sealed class EraseForm
{
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string? Password { get; set; }

    public bool KeepsTexts { get; set; } = true;

    [Range(typeof(bool), "true", "true", ErrorMessage = "Zaznacz, że wiesz, że tego nie da się cofnąć.")]
    public bool IsSure { get; set; }
}

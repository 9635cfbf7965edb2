using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.Passwords;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Reset;

[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class SetModel(AccountLinks links, SetPassword set, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public NewPasswordForm Form { get; set; } = new();

    public bool IsGood { get; private set; }

    public async Task OnGetAsync(string secret, CancellationToken cancel) => IsGood = await links.Find(TokenPurpose.ResetPassword, secret, cancel) is not null;

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancel)
    {
        if (ModelState.IsValid && await set.ByLink(secret, Form.Password, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (!ModelState.IsValid)
        {
            await OnGetAsync(secret, cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano nowe hasło. Zaloguj się nim."]);
        return LocalRedirect(Url.Content("~/logowanie"));
    }
}

public sealed class NewPasswordForm
{
    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";
}

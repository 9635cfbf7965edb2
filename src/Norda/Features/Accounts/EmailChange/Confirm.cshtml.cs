using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.EmailChange;

/// <summary>Behind each of the two links; only a person presses the button.</summary>
[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class ConfirmModel(AccountLinks links, ConfirmEmailChange confirm, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Null when the link is not good (any more).</summary>
    public string? Address { get; private set; }

    public async Task OnGetAsync(string secret, CancellationToken cancel) =>
        Address = (await links.Find(TokenPurpose.ChangeEmailOld, secret, cancel) ?? await links.Find(TokenPurpose.ChangeEmailNew, secret, cancel))?.Email;

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancel)
    {
        if (await confirm.Run(secret, cancel) is not { } changed)
            return this.ShowAgain();
        this.Say(changed ? texts["Adres zmieniony. Zaloguj się nowym adresem."] : texts["Potwierdzono. Teraz naciśnij jeszcze przycisk w drugim liście."]);
        return LocalRedirect(Url.Content("~/logowanie"));
    }
}

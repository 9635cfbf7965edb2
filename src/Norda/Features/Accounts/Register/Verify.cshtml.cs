using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Register;

/// <summary>Programs that scan mail open links; only a person presses the button.</summary>
[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class VerifyModel(AccountLinks links, VerifyEmail verify, Me me, IStringLocalizer<Texts> texts) : PageModel
{
    public string? Email { get; private set; }

    public async Task OnGetAsync(string secret, CancellationToken cancel) => Email = (await links.Find(TokenPurpose.VerifyEmail, secret, cancel))?.Email;

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancel)
    {
        if (!await verify.Run(secret, cancel))
            return this.ShowAgain();
        this.Say(me.IsSignedIn ? texts["Adres potwierdzony."] : texts["Adres potwierdzony. Możesz się zalogować."]);
        return LocalRedirect(Url.Content(me.IsSignedIn ? "~/start" : "~/logowanie"));
    }
}

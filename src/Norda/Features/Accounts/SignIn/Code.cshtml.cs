using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Features.Accounts.Consents;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>The second step of signing in: a code of the phone, or one of the recovery codes.</summary>
[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class CodeModel(
    SecondStep step, StartSession start, CheckCode check, UserManager<User> users, GiveConsent consents) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Powrot { get; set; }

    public IActionResult OnGet() => step.Read(HttpContext) is null ? LocalRedirect(Url.Content("~/logowanie")) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (step.Read(HttpContext) is not { } known || await users.FindByIdAsync(known.UserId.ToString(CultureInfo.InvariantCulture)) is not { IsActive: true } user)
            return LocalRedirect(Url.Content("~/logowanie"));
        if (await check.Run(user, Code, nameof(Code), cancel) is { Refusal: { } refusal } outcome)
        {
            ModelState.AddModelError(nameof(Code), refusal);
            return this.ShowAgain(outcome.Wait);
        }

        step.Forget(HttpContext);
        await start.Run(user, HttpContext, known.Remember, secondFactor: true, cancel);
        return LocalRedirect(await consents.AfterSignIn(user.Id, Url.IsLocalUrl(Powrot) ? Powrot : Url.Content(AccountsModule.StartPage), Url.Content("~/konto/zgody"), cancel));
    }
}

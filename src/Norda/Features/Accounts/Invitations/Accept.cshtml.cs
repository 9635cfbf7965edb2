using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Invitations;

[Access(Resource.SignIn, Act.Create)]
[ResponseCache(NoStore = true)]
public class AcceptModel(AppDb db, Me me, AcceptInvitation accept, StartSession start, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public InvitedForm Form { get; set; } = new();

    /// <summary>Null when the link is not good (any more).</summary>
    public string? Firm { get; private set; }

    public string? Email { get; private set; }
    public CompanyRole Role { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancel)
    {
        if (!await Find(secret, cancel))
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancel)
    {
        if (me.IsSignedIn || !await Find(secret, cancel))
            return await OnGetAsync(secret, cancel);
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (user, outcome) = await accept.ByNewPerson(secret, Form, cancel);
        if (user is null)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return this.ShowAgain();
        }

        await start.Run(user, HttpContext, remember: false, secondFactor: false, cancel);
        return Welcome();
    }

    public async Task<IActionResult> OnPostJoinAsync(string secret, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Find(secret, cancel) || me.Id is not { } id)
            return await OnGetAsync(secret, cancel);
        if (await accept.BySignedIn(secret, id, cancel) is { Refusal: { } refusal })
        {
            ModelState.AddModelError("", refusal);
            return this.ShowAgain();
        }

        return Welcome();
    }

    private LocalRedirectResult Welcome()
    {
        this.Say(texts["Należysz już do firmy {0}", Firm!]);
        return LocalRedirect(Url.Content(AccountsModule.StartPage));
    }

    private async Task<bool> Find(string secret, CancellationToken cancel)
    {
        if (await accept.Find(secret, cancel) is not { CompanyId: { } firm } token)
            return false;
        Firm = await db.Companies.Where(c => c.Id == firm).Select(c => c.Name).SingleAsync(cancel);
        (Email, Role) = (token.Email, Enum.Parse<CompanyRole>(token.Detail!));
        return true;
    }
}

public sealed class InvitedForm
{
    [Required(ErrorMessage = "Wpisz imię i nazwisko.")]
    [StringLength(UserMap.LongestName, ErrorMessage = "Imię i nazwisko mają do 100 znaków.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";

    [Range(typeof(bool), "true", "true", ErrorMessage = "Bez tej zgody nie możemy założyć konta.")]
    public bool Accepts { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.EmailChange;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.Reset;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Account;

[Access(Resource.Account, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, CheckPassword check, ConfirmPassword confirm, SetPassword set, AskForEmailChange ask, IStringLocalizer<Texts> texts) : PageModel
{
    public ChangePasswordForm Form { get; set; } = new();
    public ChangeEmailForm EmailForm { get; set; } = new();

    public bool IsVerified { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => IsVerified = await db.Set<User>().AnyAsync(u => u.Id == me.Id && u.EmailConfirmed, cancel);

    public async Task<IActionResult> OnPostEmailAsync([FromForm] ChangeEmailForm emailForm, CancellationToken cancel)
    {
        EmailForm = emailForm;
        TimeSpan? wait = null;
        if (ModelState.IsValid)
        {
            (var known, wait) = await check.Run(me.Email, emailForm.Password, HttpContext.Connection.RemoteIpAddress?.ToString(), cancel);
            if (known is not { } user)
                ModelState.AddModelError("EmailForm.Password", texts["Obecne hasło się nie zgadza. Po kilku próbach trzeba chwilę odczekać."]);
            else if (await ask.Run(user, emailForm.Email, Request.LetterOrigin(), cancel) is { Refusal: { } refusal } outcome)
                ModelState.AddModelError(outcome.Field ?? "", refusal);
        }

        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return this.ShowAgain(wait);
        }

        this.Say(texts["Wysłaliśmy dwa listy. Naciśnij przycisk w obu."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] ChangePasswordForm form, CancellationToken cancel)
    {
        Form = form;
        var outcome = Outcome.Done;
        if (ModelState.IsValid)
            outcome = await confirm.Run(Form.Current, "Form.Current", cancel);
        if (ModelState.IsValid && !outcome.Refused)
            outcome = await set.ByOwner(me.Id!.Value, Form.Password, me.SessionId, cancel);
        if (outcome.Refusal is { } refusal)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancel);
            return this.ShowAgain(outcome.Wait);
        }

        this.Say(texts["Zapisano nowe hasło. Inne urządzenia zostały wylogowane."]);
        return RedirectToPage();
    }
}

public sealed class ChangeEmailForm
{
    [Required(ErrorMessage = "Wpisz adres e-mail, na przykład jan@firma.pl.")]
    [StringLength(Platform.Email.MaxLength, ErrorMessage = "Adres e-mail ma do 254 znaków.")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";
}

public sealed class ChangePasswordForm
{
    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Current { get; set; } = "";

    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Care;
using Norda.Features.Accounts.EmailChange;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.Providers;
using Norda.Features.Accounts.Reset;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Account;

[Access(Resource.Account, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(
    AppDb db, Me me, ChangeName rename, ConfirmPassword confirm, SetPassword set, AskForEmailChange ask, ResendVerification resend, SignInProviders providers, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public ChangeNameForm NameForm { get; set; } = new() { Name = me.Name };
    public ChangePasswordForm Form { get; set; } = new();
    public ChangeEmailForm EmailForm { get; set; } = new();

    public bool IsVerified { get; private set; }

    /// <summary>Who has no password proves in another way who sits there, before a form that would ask for it.</summary>
    public bool MustProve => !me.HasPassword && !me.IsFresh(clock);

    /// <summary>This copy signs people in through other services, or did so.</summary>
    public bool HasProviders { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IsVerified = await db.Set<User>().AnyAsync(u => u.Id == me.Id && u.EmailConfirmed, cancel);
        HasProviders = providers.All.Count > 0 || await db.Set<IdentityUserLogin<int>>().AnyAsync(l => l.UserId == me.Id, cancel);
    }

    /// <summary>The letter was lost, or its link is old.</summary>
    public async Task<IActionResult> OnPostProofAsync(CancellationToken cancel)
    {
        if (await Refusal(await resend.Run(me.Id!.Value, Request.LetterOrigin(), cancel), cancel) is { } again)
            return again;
        this.Say(texts["List z potwierdzeniem jest w drodze."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostNameAsync([FromForm] ChangeNameForm nameForm, CancellationToken cancel)
    {
        NameForm = nameForm;
        if (await Refusal(ModelState.IsValid ? await rename.Run(me.Id!.Value, nameForm.Name, cancel) : Outcome.Done, cancel) is { } again)
            return again;
        this.Say(texts["Zapisano."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEmailAsync([FromForm] ChangeEmailForm emailForm, CancellationToken cancel)
    {
        EmailForm = emailForm;
        var outcome = Outcome.Done;
        if (ModelState.IsValid)
            outcome = await confirm.Run(emailForm.Password, "EmailForm.Password", cancel);
        if (ModelState.IsValid && !outcome.Refused)
            outcome = await ask.Run(await db.Users.SingleAsync(u => u.Id == me.Id, cancel), emailForm.Email, Request.LetterOrigin(), cancel);
        if (await Refusal(outcome, cancel) is { } again)
            return again;
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
        if (await Refusal(outcome, cancel) is { } again)
            return again;
        this.Say(texts["Zapisano nowe hasło. Inne urządzenia zostały wylogowane."]);
        return RedirectToPage();
    }

    /// <returns>Null: nothing is wrong.</returns>
    private async Task<IActionResult?> Refusal(Outcome outcome, CancellationToken cancel)
    {
        if (outcome.Refusal is { } refusal)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (ModelState.IsValid)
            return null;
        await OnGetAsync(cancel);
        return this.ShowAgain(outcome.Wait);
    }
}

public sealed class ChangeEmailForm
{
    [Required(ErrorMessage = "Wpisz adres e-mail, na przykład jan@firma.pl.")]
    [StringLength(Platform.Email.MaxLength, ErrorMessage = "Adres e-mail ma do 254 znaków.")]
    public string Email { get; set; } = "";

    /// <summary>The present one; blank for who has none.</summary>
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string? Password { get; set; }
}

public sealed class ChangePasswordForm
{
    /// <summary>Blank for who has none yet.</summary>
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string? Current { get; set; }

    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";
}

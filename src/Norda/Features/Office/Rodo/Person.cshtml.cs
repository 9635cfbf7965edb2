using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Erasing;
using Norda.Features.Accounts.MyData;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Rodo;

/// <summary>The office does for a person who asked what the person could do: export and erasure, each with the officer's own password.</summary>
[Access(Resource.Privacy, Act.Change)]
[FreshProof(OnlyWithoutPassword = true)]
[ResponseCache(NoStore = true)]
public class PersonModel(AppDb db, ConfirmPassword confirm, ExportPerson export, ErasePerson erase, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string? Password { get; set; }

    [BindProperty]
    public bool KeepsTexts { get; set; } = true;

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        var wait = await Prove(cancel);
        return ModelState.IsValid ? await export.Download(this, id, clock, cancel) : this.ShowAgain(wait);
    }

    public async Task<IActionResult> OnPostUsunAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        var wait = await Prove(cancel);
        if (ModelState.IsValid && await erase.Run(id, KeepsTexts, cancel) is { Refusal: { } refusal })
            ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid)
            return this.ShowAgain(wait);
        this.Say(texts["Dane osoby zostały usunięte."]);
        return LocalRedirect(Url.Content("~/biuro/rodo"));
    }

    private async Task<TimeSpan?> Prove(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await confirm.Run(Password, nameof(Password), cancel) is not { Refusal: { } refusal } outcome)
            return null;
        ModelState.AddModelError(nameof(Password), refusal);
        return outcome.Wait;
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        if (await db.Users.Where(u => u.Id == id && u.ErasedAt == null).Select(u => new { u.Name, u.Email }).SingleOrDefaultAsync(cancel) is not { } person)
            return false;
        (Name, Email) = (person.Name, person.Email!);
        return true;
    }
}

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
[ResponseCache(NoStore = true)]
public class PersonModel(AppDb db, Me me, CheckPassword check, ExportPerson export, ErasePerson erase, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Wpisz hasło.")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string Password { get; set; } = "";

    [BindProperty]
    public bool KeepsTexts { get; set; } = true;

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        return await IsProven(cancel) ? await export.Download(this, id, clock, cancel) : this.ShowAgain();
    }

    public async Task<IActionResult> OnPostUsunAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (await IsProven(cancel) && await erase.Run(id, KeepsTexts, cancel) is { Refusal: { } refusal })
            ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid)
            return this.ShowAgain();
        this.Say(texts["Dane osoby zostały usunięte."]);
        return LocalRedirect(Url.Content("~/biuro/rodo"));
    }

    private async Task<bool> IsProven(CancellationToken cancel)
    {
        if (ModelState.IsValid && (await check.Run(me.Email, Password, HttpContext.Connection.RemoteIpAddress?.ToString(), cancel)).User is null)
            ModelState.AddModelError(nameof(Password), texts["Obecne hasło się nie zgadza. Po kilku próbach trzeba chwilę odczekać."]);
        return ModelState.IsValid;
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        if (await db.Users.Where(u => u.Id == id && u.ErasedAt == null).Select(u => new { u.Name, u.Email }).SingleOrDefaultAsync(cancel) is not { } person)
            return false;
        (Name, Email) = (person.Name, person.Email!);
        return true;
    }
}

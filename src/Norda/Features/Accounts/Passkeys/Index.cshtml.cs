using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.SecondFactor;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Passkeys;

/// <summary>The person's own keys. Adding and removing one wants a fresh proof of who sits there.</summary>
[Access(Resource.Account, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(
    AppDb db, Me me, UserManager<User> users, PasskeyChallenges challenges, AddPasskey add, RemovePasskey remove, RenamePasskey rename, ConfirmPassword confirm, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);
    private User _user = null!;

    [BindProperty]
    public PasskeyForm Form { get; set; } = new();

    [BindProperty]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string? Password { get; set; }

    public IReadOnlyList<PasskeyView> Passkeys { get; private set; } = [];
    public PasskeyChallenge Asked { get; private set; } = null!;

    /// <summary>Signed in a while ago: the password is asked for once more.</summary>
    public bool NeedsPassword { get; private set; }

    public bool HasPassword => _user.PasswordHash is not null;

    /// <summary>False: signed in by password alone although there is a second factor.</summary>
    public bool MayAdd { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (!MayAdd)
            ModelState.AddModelError("", texts["Najpierw zaloguj się drugim składnikiem, który już masz."]);
        else if (ModelState.IsValid && await IsProven(cancel) && await add.Run(_user, me.SessionId, Form, HttpContext, cancel) is { Refusal: { } refusal })
            ModelState.AddModelError("", refusal);
        return await Answer(texts["Dodano klucz. Następnym razem zalogujesz się nim bez hasła."], cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken cancel)
    {
        await Load(cancel);
        if (await Find(id) is not { } passkey)
            return NotFound();
        if (ModelState.IsValid && await IsProven(cancel))
            await remove.Run(_user, passkey, cancel);
        return await Answer(texts["Usunięto klucz."], cancel);
    }

    public async Task<IActionResult> OnPostRenameAsync(string? id, CancellationToken cancel)
    {
        await Load(cancel);
        if (await Find(id) is not { } passkey)
            return NotFound();
        if (PlainText.Line(Form.Name) is not { } name)
            ModelState.AddModelError("", texts["Wpisz nazwę klucza, na przykład „Telefon”."]);
        else if (ModelState.IsValid)
            await rename.Run(_user, passkey, name);
        return await Answer(texts["Zapisano."], cancel);
    }

    private async Task<IActionResult> Answer(string said, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await Load(cancel);
            return this.ShowAgain();
        }

        this.Say(said);
        return RedirectToPage();
    }

    private async Task Load(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - Fresh;
        _user = (await users.FindByIdAsync(me.Id!.Value.ToString(CultureInfo.InvariantCulture)))!;
        Passkeys = [.. (await users.GetPasskeysAsync(_user)).OrderBy(p => p.CreatedAt).Select(p => new PasskeyView(Base64Url.EncodeToString(p.CredentialId), p.Name, p.CreatedAt.UtcDateTime, p.IsBackedUp))];
        NeedsPassword = await db.Set<UserSession>().AnyAsync(s => s.Id == me.SessionId && s.ProvenAt < before, cancel);
        MayAdd = await db.MayAdd(me, cancel);
        Asked = await challenges.ToAdd(_user, HttpContext);
    }

    private async Task<UserPasskeyInfo?> Find(string? id) => id is { Length: > 0 and < 2000 } && Base64Url.IsValid(id) ? await users.GetPasskeyAsync(_user, Base64Url.DecodeFromChars(id)) : null;

    private async Task<bool> IsProven(CancellationToken cancel)
    {
        if (!NeedsPassword)
            return true;
        if (HasPassword && Password is { Length: > 0 } && await confirm.Run(Password, nameof(Password), cancel) is { Refused: false })
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.Set<UserSession>().Where(s => s.Id == me.SessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvenAt, now), cancel);
            return true;
        }

        ModelState.AddModelError(nameof(Password), HasPassword ? texts["Obecne hasło się nie zgadza. Po kilku próbach trzeba chwilę odczekać."] : texts["Wyloguj się i zaloguj jeszcze raz, a potem wróć tutaj."]);
        return false;
    }
}

public sealed record PasskeyView(string Id, string? Name, DateTime CreatedAt, bool IsBackedUp);

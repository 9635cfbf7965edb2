using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.SecondFactor;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Passkeys;

/// <summary>The person's own keys. A key opens the account for good, so a session that was left open must not be enough to add or remove one.</summary>
[Access(Resource.Account, Act.Change)]
[FreshProof]
[ResponseCache(NoStore = true)]
public class IndexModel(
    AppDb db, Me me, UserManager<User> users, PasskeyChallenges challenges, AddPasskey add, RemovePasskey remove, RenamePasskey rename, IStringLocalizer<Texts> texts) : PageModel
{
    private User _user = null!;

    [BindProperty]
    public PasskeyForm Form { get; set; } = new();

    public IReadOnlyList<PasskeyView> Passkeys { get; private set; } = [];
    public PasskeyChallenge Asked { get; private set; } = null!;

    /// <summary>False: signed in by password alone although there is a second factor. Then keys are not removed either: who only knows the password would clear the way for a key of their own.</summary>
    public bool MayChange { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (!MayChange)
            ModelState.AddModelError("", texts["Najpierw zaloguj się drugim składnikiem, który już masz."]);
        else if (ModelState.IsValid && await add.Run(_user, me.SessionId, Form, HttpContext, cancel) is { Refusal: { } refusal })
            ModelState.AddModelError("", refusal);
        return await Answer(texts["Dodano klucz. Następnym razem zalogujesz się nim bez hasła."], cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken cancel)
    {
        await Load(cancel);
        if (await Find(id) is not { } passkey)
            return NotFound();
        if (!MayChange)
            ModelState.AddModelError("", texts["Najpierw zaloguj się drugim składnikiem, który już masz."]);
        else if (ModelState.IsValid)
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
        _user = (await users.FindByIdAsync(me.Id!.Value.ToString(CultureInfo.InvariantCulture)))!;
        Passkeys = [.. (await users.GetPasskeysAsync(_user)).OrderBy(p => p.CreatedAt).Select(p => new PasskeyView(Base64Url.EncodeToString(p.CredentialId), p.Name, p.CreatedAt.UtcDateTime, p.IsBackedUp))];
        MayChange = await db.MayAdd(me, cancel);
        Asked = await challenges.ToAdd(_user, HttpContext);
    }

    private async Task<UserPasskeyInfo?> Find(string? id) => id is { Length: > 0 and < 2000 } && Base64Url.IsValid(id) ? await users.GetPasskeyAsync(_user, Base64Url.DecodeFromChars(id)) : null;
}

public sealed record PasskeyView(string Id, string? Name, DateTime CreatedAt, bool IsBackedUp);

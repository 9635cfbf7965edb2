using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts.Passkeys;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.Providers;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.StepUp;

/// <summary>Asks once more who sits there, before a page where a stolen session must not be enough, and leads back to it.</summary>
[Access(Resource.Account, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, ProveAgain prove, PasskeyChallenges challenges, SignInProviders providers) : PageModel
{
    [BindProperty]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The page that asked.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Powrot { get; set; }

    public bool HasCodes { get; private set; }

    /// <summary>Null: the account has no key.</summary>
    public PasskeyChallenge? Asked { get; private set; }

    /// <summary>Providers that open this account, by their number.</summary>
    public IReadOnlyList<(int Number, SignInProvider Provider)> Providers { get; private set; } = [];

    public string Back => Url.IsLocalUrl(Powrot) ? Powrot : Url.Content("~/konto");

    /// <summary>Nothing to show: set a password first.</summary>
    public bool IsStuck => !me.HasPassword && !HasCodes && Asked is null && Providers.Count == 0;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        HasCodes = await db.Users.AnyAsync(u => u.Id == me.Id && u.TwoFactorEnabled, cancel);
        Asked = await db.Set<IdentityUserPasskey<int>>().AnyAsync(p => p.UserId == me.Id, cancel) ? await challenges.ToSignIn(HttpContext) : null;
        var joined = await db.Set<IdentityUserLogin<int>>().Where(l => l.UserId == me.Id).Select(l => l.ProviderDisplayName).ToListAsync(cancel);
        Providers = [.. providers.All.Index().Where(p => joined.Contains(p.Item.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await Answer(ModelState.IsValid ? await prove.ByPassword(Password, nameof(Password), cancel) : Outcome.Done, cancel);

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancel) => await Answer(await prove.ByCode(Code, nameof(Code), cancel), cancel);

    public async Task<IActionResult> OnPostKeyAsync([FromForm(Name = "Form")] PasskeyForm passkey, CancellationToken cancel) =>
        await Answer(ModelState.IsValid ? await prove.ByKey(passkey, HttpContext, cancel) : Outcome.Done, cancel);

    private async Task<IActionResult> Answer(Outcome outcome, CancellationToken cancel)
    {
        if (outcome.Refusal is { } refusal)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (ModelState.IsValid)
            return LocalRedirect(Back);
        await OnGetAsync(cancel);
        return this.ShowAgain(outcome.Wait);
    }
}

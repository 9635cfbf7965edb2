using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Directory.Profile;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SecondFactor;

/// <summary>Codes of an authenticator on the phone (TOTP, RFC 6238): switching them on and off, and recovery codes.</summary>
[Access(Resource.Account, Act.Change)]
[FreshProof]
[ResponseCache(NoStore = true)]
public class IndexModel(
    AppDb db, Me me, UserManager<User> users, CheckCode check, QueueMail mail, TimeProvider clock, IOptions<ChamberOptions> chamber, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Codes = 10;
    private User _user = null!;

    [BindProperty]
    public string? Code { get; set; }

    public bool IsOn => _user.TwoFactorEnabled && RecoveryCodes.Count == 0;
    /// <summary>To be typed where no camera is at hand; empty until somebody begins.</summary>
    public string Key { get; private set; } = "";
    public IHtmlContent Qr { get; private set; } = HtmlString.Empty;
    public int CodesLeft { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task OnGetAsync() => await Load();

    /// <summary>A form without a button that means anything.</summary>
    public IActionResult OnPost() => RedirectToPage();

    /// <summary>Makes the secret that the phone will hold; looking at the page makes nothing.</summary>
    public async Task<IActionResult> OnPostStartAsync()
    {
        await Load();
        if (!_user.TwoFactorEnabled)
            await users.ResetAuthenticatorKeyAsync(_user);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOnAsync(CancellationToken cancel)
    {
        await Load();
        if (!await db.MayAdd(me, cancel))
            return Refuse(texts["Najpierw zaloguj się drugim składnikiem, który już masz."]);
        if (_user.TwoFactorEnabled)
            return RedirectToPage();
        if (await Fault(cancel) is { } fault)
            return fault;
        await users.SetTwoFactorEnabledAsync(_user, true);
        // This browser has just shown the second factor: the office opens without signing in again.
        await db.Set<UserSession>().Where(s => s.Id == me.SessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactor, true), cancel);
        await Tell(AccountLetters.CodesOn(texts, AccountLetters.To(_user), clock.GetUtcNow().UtcTicks), cancel);
        return await NewCodes();
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancel)
    {
        await Load();
        return await Fault(cancel) ?? await NewCodes();
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancel)
    {
        await Load();
        if (await Fault(cancel) is { } fault)
            return fault;
        await users.SetTwoFactorEnabledAsync(_user, false);
        await users.ResetAuthenticatorKeyAsync(_user);
        await db.Set<UserSession>().Where(s => s.UserId == me.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactor, false), cancel);
        await Tell(AccountLetters.CodesOff(texts, AccountLetters.To(_user), clock.GetUtcNow().UtcTicks), cancel);
        this.Say(texts["Wyłączono kody z telefonu."]);
        return RedirectToPage();
    }

    private async Task Load()
    {
        _user = (await users.FindByIdAsync(me.Id!.Value.ToString(CultureInfo.InvariantCulture)))!;
        if (_user.TwoFactorEnabled)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(_user);
            return;
        }

        if (await users.GetAuthenticatorKeyAsync(_user) is not { } key)
            return;
        Key = string.Join(' ', key.Chunk(4).Select(c => new string(c))).ToLowerInvariant();
        var address = $"otpauth://totp/{Uri.EscapeDataString(chamber.Value.Name)}:{Uri.EscapeDataString(_user.Email!)}?secret={key}&issuer={Uri.EscapeDataString(chamber.Value.Name)}&digits=6";
        Qr = new HtmlString(QrCode.Svg(address));
    }

    /// <returns>Null: the code is right.</returns>
    private async Task<IActionResult?> Fault(CancellationToken cancel) =>
        await check.Run(_user, Code, nameof(Code), cancel) is { Refusal: { } refusal } outcome ? Refuse(refusal, outcome.Wait) : null;

    private Task<int> Tell(Letter letter, CancellationToken cancel)
    {
        mail.Run(letter);
        return db.SaveChangesAsync(cancel);
    }

    private async Task<IActionResult> NewCodes()
    {
        RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(_user, Codes))!];
        return Page();
    }

    private IActionResult Refuse(string why, TimeSpan? wait = null)
    {
        ModelState.AddModelError(nameof(Code), why);
        return this.ShowAgain(wait);
    }
}

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
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SecondFactor;

/// <summary>Codes of an authenticator on the phone (TOTP, RFC 6238): switching them on and off, and recovery codes.</summary>
[Access(Resource.Account, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, UserManager<User> users, SignInFailures failures, IOptions<ChamberOptions> chamber, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Codes = 10;
    private User _user = null!;
    private TimeSpan? _wait;

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
        if (_user.TwoFactorEnabled || !await IsRight(cancel))
            return Wrong();
        await users.SetTwoFactorEnabledAsync(_user, true);
        // This browser has just shown the second factor: the office opens without signing in again.
        await db.Set<UserSession>().Where(s => s.Id == me.SessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactor, true), cancel);
        return await NewCodes();
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancel)
    {
        await Load();
        return await IsRight(cancel) ? await NewCodes() : Wrong();
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancel)
    {
        await Load();
        if (!await IsRight(cancel))
            return Wrong();
        await users.SetTwoFactorEnabledAsync(_user, false);
        await users.ResetAuthenticatorKeyAsync(_user);
        await db.Set<UserSession>().Where(s => s.UserId == me.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactor, false), cancel);
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

    /// <summary>Counted together with the codes given at signing in: six digits are soon guessed by whoever holds an open session.</summary>
    private async Task<bool> IsRight(CancellationToken cancel)
    {
        var account = $"code:{_user.Id}";
        _wait = await failures.Wait(account, null, cancel);
        if (_wait is not null)
            return false;
        var right = await users.VerifyTwoFactorTokenAsync(_user, TokenOptions.DefaultAuthenticatorProvider, string.Concat((Code ?? "").Where(char.IsAsciiDigit)));
        await (right ? failures.Forget(account, null, cancel) : failures.Note(account, null, cancel));
        return right;
    }

    private async Task<IActionResult> NewCodes()
    {
        RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(_user, Codes))!];
        return Page();
    }

    private IActionResult Wrong() => Refuse(_wait is { } wait
        ? texts["Za dużo prób. Spróbuj ponownie za {0}.", Plural.Of((int)Math.Ceiling(wait.TotalSeconds), texts["sekundę|sekundy|sekund"])]
        : texts["Ten kod się nie zgadza. Sprawdź, czy zegar telefonu dobrze chodzi, i wpisz nowy kod."]);

    private IActionResult Refuse(string why)
    {
        ModelState.AddModelError(nameof(Code), why);
        return this.ShowAgain(_wait);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Passkeys;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.StepUp;

/// <summary>
/// The signed-in person shows the password, a code or a key once more; for a quarter of an hour the pages that ask for it
/// (<see cref="FreshProofAttribute"/>) stay open. A code and a key are second factors: the session has shown one from then on.
/// </summary>
public class ProveAgain(AppDb db, Me me, ConfirmPassword confirm, CheckCode code, SignInWithPasskey passkeys, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> ByPassword(string? password, string field, CancellationToken cancel) =>
        await Note(me.HasPassword ? await confirm.Run(password, field, cancel) : Outcome.Refuse(texts["To konto nie ma hasła."]), secondFactor: false, cancel);

    public async Task<Outcome> ByCode(string? typed, string field, CancellationToken cancel) =>
        await db.Users.SingleAsync(u => u.Id == me.Id, cancel) is { TwoFactorEnabled: true } user
            ? await Note(await code.Run(user, typed, field, cancel), secondFactor: true, cancel)
            : Outcome.Refuse(texts["To konto nie ma kodów z telefonu."]);

    public async Task<Outcome> ByKey(PasskeyForm form, HttpContext http, CancellationToken cancel) =>
        await Note(await passkeys.Check(form, http, cancel) is { } owner && owner.Id == me.Id ? Outcome.Done : Outcome.Refuse(texts["Ten klucz nie należy do tego konta. Spróbuj innego."]), secondFactor: true, cancel);

    private async Task<Outcome> Note(Outcome shown, bool secondFactor, CancellationToken cancel)
    {
        var (session, now) = (me.SessionId, clock.GetUtcNow().UtcDateTime);
        if (!shown.Refused)
            await db.Set<UserSession>().Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvenAt, now).SetProperty(x => x.SecondFactor, x => x.SecondFactor || secondFactor), cancel);
        return shown;
    }
}

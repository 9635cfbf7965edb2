using Microsoft.AspNetCore.Identity;
using Norda.Features.Accounts.SignIn;

namespace Norda.Features.Accounts.Passkeys;

/// <summary>A key and the lock of its device are two factors at once: no code is asked for afterwards.</summary>
public class SignInWithPasskey(UserManager<User> users, IPasskeyHandler<User> handler, PasskeyChallenges challenges, StartSession start)
{
    /// <returns>Who came in; null for whatever does not open: the page says one thing for all of it.</returns>
    public async Task<User?> Run(PasskeyForm form, HttpContext http, CancellationToken cancel)
    {
        if (await Check(form, http, cancel) is not { } owner)
            return null;
        await start.Run(owner, http, remember: false, secondFactor: true, cancel);
        return owner;
    }

    /// <returns>Whose key was shown; nobody is signed in by it.</returns>
    public async Task<User?> Check(PasskeyForm form, HttpContext http, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(form.Credential) || await challenges.Open(form.Seal, cancel) is not { } state)
            return null;
        var shown = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = form.Credential, AssertionState = state });
        if (!shown.Succeeded || !shown.User.IsActive)
            return null;
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey); // its counter tells a copied key
        return shown.User;
    }
}

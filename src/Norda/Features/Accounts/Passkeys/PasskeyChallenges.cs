using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Norda.Features.Accounts.Passkeys;

/// <summary>
/// What the authenticator is asked to sign. The server's half goes out with the form, protected, and comes back with it: good for
/// ten minutes and once, so that a copied form opens nothing.
/// </summary>
public class PasskeyChallenges(AccountLinks links, IPasskeyHandler<User> handler, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("Norda.Passkeys");

    public async Task<PasskeyChallenge> ToAdd(User user, HttpContext http)
    {
        var who = new PasskeyUserEntity { Id = user.Id.ToString(CultureInfo.InvariantCulture), Name = user.Email!, DisplayName = user.Name };
        var made = await handler.MakeCreationOptionsAsync(who, http);
        return Seal(made.CreationOptionsJson, made.AttestationState);
    }

    /// <summary>For whoever holds a key of this site: the key itself says whose it is.</summary>
    public async Task<PasskeyChallenge> ToSignIn(HttpContext http)
    {
        var made = await handler.MakeRequestOptionsAsync(null, http);
        return Seal(made.RequestOptionsJson, made.AssertionState);
    }

    /// <returns>The server's half; null when it is too old, not ours, or was answered before.</returns>
    public async Task<string?> Open(string? seal, CancellationToken cancel) =>
        Read(seal) is { } state && await links.Spend(TokenPurpose.Passkey, seal!, Patience, cancel) ? state : null;

    private PasskeyChallenge Seal(string options, string? state)
    {
        var until = clock.GetUtcNow().Add(Patience).UtcTicks.ToString(CultureInfo.InvariantCulture);
        return new PasskeyChallenge(options, _protector.Protect($"{until} {state}"));
    }

    private string? Read(string? seal)
    {
        try
        {
            return seal is { Length: > 0 } && _protector.Unprotect(seal).Split(' ', 2) is [var until, var state] && clock.GetUtcNow().UtcTicks < long.Parse(until, CultureInfo.InvariantCulture) ? state : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Options">For the browser, in the JSON of WebAuthn.</param>
/// <param name="Seal">Comes back with the answer.</param>
public sealed record PasskeyChallenge(string Options, string Seal);

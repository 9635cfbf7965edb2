using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Accounts;

/// <summary>Identity's store, but what opens accounts is not readable in a stolen copy: secrets of phones are encrypted, recovery codes hashed.</summary>
public class ProtectedUserStore(AppDb db, IDataProtectionProvider protection) : UserOnlyStore<User, AppDb, int>(db)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Norda.SecondFactor");

    public override Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken)
    {
        if (await base.GetAuthenticatorKeyAsync(user, cancellationToken) is not { } stored)
            return null;
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null; // of a key ring that is gone: the person starts anew with a recovery code
        }
    }

    public override Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Hash), cancellationToken);

    public override Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(code), cancellationToken);

    private static string Hash(string code) => AccountToken.HashOf(code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant());
}

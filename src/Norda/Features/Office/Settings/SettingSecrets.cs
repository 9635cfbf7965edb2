using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Norda.Features.Office.Settings;

/// <summary>The password of the mail server is not readable in a stolen copy of the database.</summary>
public sealed class SettingSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Norda.Settings");

    public string Write(string secret) => _protector.Protect(secret);

    /// <returns>Null when the keys that wrote it are gone: it must be typed anew.</returns>
    public string? Read(string stored)
    {
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

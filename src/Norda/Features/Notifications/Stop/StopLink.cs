using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Stop;

/// <summary>What the stop link of a letter says: whose mail of which kinds. Signed by us, so that it needs no row and no signing in.</summary>
public sealed class StopLink(IDataProtectionProvider protection)
{
    private const int MostNamed = 4;
    private readonly IDataProtector protector = protection.CreateProtector("Norda.StopLink");

    /// <summary>Of a letter about few kinds it stops these; of one about many, and of a digest, all that come in this way.</summary>
    public string For(int userId, NotificationChannel channel, IReadOnlyCollection<string> kinds) => protector.Protect(string.Create(CultureInfo.InvariantCulture,
        $"{userId}|{channel}|{(channel == NotificationChannel.MailNow && kinds.Count <= MostNamed ? string.Join(',', kinds) : "")}"));

    /// <returns>Null when we did not sign it.</returns>
    public StopOrder? Read(string secret)
    {
        try
        {
            return protector.Unprotect(secret).Split('|') is [var person, var channel, var kinds]
                ? new StopOrder(int.Parse(person, CultureInfo.InvariantCulture), Enum.Parse<NotificationChannel>(channel), kinds.Split(',', StringSplitOptions.RemoveEmptyEntries)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>No kinds: all that the person gets in this way.</summary>
public sealed record StopOrder(int UserId, NotificationChannel Channel, IReadOnlyList<string> Kinds);

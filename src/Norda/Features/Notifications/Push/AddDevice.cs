using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Notifications.Push;

/// <summary>A browser agreed to show notices. Whoever is signed in there now gets them, and nobody else.</summary>
public class AddDevice(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int SecretLength = 16;
    private const int MostDevices = 20;

    public async Task<Outcome> Run(string? endpoint, string? p256dh, string? auth, string browser, CancellationToken cancel)
    {
        if (endpoint is null || endpoint.Length > NotificationMap.LongestEndpoint || !Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || !AreKeys(p256dh, auth))
            return Outcome.Refuse(texts["Ta przeglądarka podała adres, z którego nie umiemy skorzystać."]);
        var person = me.Id!.Value;
        if (await db.Set<PushSubscription>().CountAsync(d => d.UserId == person && d.Endpoint != endpoint, cancel) >= MostDevices)
            return Outcome.Refuse(texts["Masz już {0} urządzeń z powiadomieniami. Najpierw wyłącz któreś.", MostDevices]);
        if (await db.Set<PushSubscription>().SingleOrDefaultAsync(d => d.Endpoint == endpoint, cancel) is { } known)
            (known.UserId, known.P256dh, known.Auth) = (person, p256dh!, auth!);
        else
            db.Add(new PushSubscription { UserId = person, Endpoint = endpoint, P256dh = p256dh!, Auth = auth!, Browser = browser[..Math.Min(browser.Length, UserSessionMap.LongestBrowser)], CreatedAt = clock.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            // Pressed twice: the device is there.
        }

        return Outcome.Done;
    }

    private static bool AreKeys(string? p256dh, string? auth)
    {
        try
        {
            using var key = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = PushPoint.Read(Base64Url.DecodeFromChars(p256dh)) });
            return Base64Url.DecodeFromChars(auth).Length == SecretLength;
        }
        catch (Exception bad) when (bad is FormatException or CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>A device shows no more notices.</summary>
public class RemoveDevice(AppDb db, Me me)
{
    public Task Run(int id, CancellationToken cancel) => db.Set<PushSubscription>().Where(d => d.Id == id && d.UserId == me.Id).ExecuteDeleteAsync(cancel);
}

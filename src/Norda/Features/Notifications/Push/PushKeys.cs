using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Notifications.Push;

/// <summary>The one pair of keys by which push servers know this site (RFC 8292). Made when the first browser asks, and the same for ever: subscriptions hang on it.</summary>
public class PushKeys(AppDb db, IDataProtectionProvider protection, IOptions<ChamberOptions> chamber, IOptions<SiteOptions> site, TimeProvider clock)
{
    private const int Only = 1;
    private static readonly TimeSpan Good = TimeSpan.FromHours(12);

    private readonly IDataProtector protector = protection.CreateProtector("Norda.PushKey");

    public async Task<PushKey> Get(CancellationToken cancel)
    {
        if (await Find(cancel) is { } made)
            return made;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        db.Add(new PushKey
        {
            Id = Only, PublicKey = Base64Url.EncodeToString(PushPoint.Write(key.ExportParameters(false).Q)),
            PrivateKey = protector.Protect(Convert.ToBase64String(key.ExportPkcs8PrivateKey())), CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear(); // somebody else asked at the same moment: theirs is the key
        }

        return (await Find(cancel))!;
    }

    /// <summary>What tells the push server at the address who sends: a token that we signed, good for half a day.</summary>
    public async Task<string> Signature(Uri endpoint, CancellationToken cancel)
    {
        var keys = await Get(cancel);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(protector.Unprotect(keys.PrivateKey)), out _);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["aud"] = endpoint.GetLeftPart(UriPartial.Authority), ["exp"] = (clock.GetUtcNow() + Good).ToUnixTimeSeconds(),
            ["sub"] = chamber.Value.Email is { } email ? "mailto:" + email : site.Value.Origin,
        };
        var signed = $"{Part("""{"typ":"JWT","alg":"ES256"}""")}.{Part(JsonSerializer.Serialize(claims))}";
        return string.Create(CultureInfo.InvariantCulture, $"t={signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}, k={keys.PublicKey}");
    }

    private Task<PushKey?> Find(CancellationToken cancel) => db.Set<PushKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Id == Only, cancel);

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}

using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Norda.Platform;

namespace Norda.Features.Events.Rsvp;

/// <summary>
/// Addresses in letters: signed, so that one answers without signing in, and for one person and one event alone. What they
/// open shows no names of others, so a forwarded letter gives nothing away.
/// </summary>
public class RsvpLinks(IDataProtectionProvider protection, IOptions<SiteOptions> site)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Norda.Events.Rsvp");

    public string Origin => site.Value.PublicUrl?.TrimEnd('/') ?? Hosting.DefaultUrl;

    /// <summary>Reads the keys, so that they are there before a transaction begins: within one nobody else could write them on SQLite.</summary>
    public void Prepare() => Of(0, 0);

    public string Of(int eventId, int userId) => $"{Origin}/w/{_seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{eventId}.{userId}"))}";

    public string PageOf(Event one) => $"{Origin}/wydarzenia/{one.Slug}";

    public (int EventId, int UserId)? Read(string token)
    {
        try
        {
            return _seal.Unprotect(token).Split('.') is [var one, var person] ? (int.Parse(one, CultureInfo.InvariantCulture), int.Parse(person, CultureInfo.InvariantCulture)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

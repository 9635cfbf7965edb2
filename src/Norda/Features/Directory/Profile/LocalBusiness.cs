using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Norda.Platform;

namespace Norda.Features.Directory.Profile;

/// <summary>A firm in the words of schema.org, for search engines.</summary>
public static class LocalBusiness
{
    // Letters stay letters; "<", "&" and quotes become \u003C …, so that no text can close the script element.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(CompanyView firm, string address, string? logo) => JsonSerializer.Serialize(Present(
        ("@context", "https://schema.org"),
        ("@type", "LocalBusiness"),
        ("@id", address),
        ("url", address),
        ("name", firm.Name),
        ("legalName", firm.LegalName),
        ("description", firm.Short ?? (firm.Full is null ? null : MarkdownText.Plain(firm.Full))),
        ("image", logo),
        ("telephone", firm.Phone),
        ("email", firm.Email),
        ("foundingDate", firm.Founded?.Year.ToString("0000", null)),
        ("taxID", firm.Nip),
        ("vatID", firm.Nip is null ? null : "PL" + firm.Nip),
        ("address", Postal(firm)),
        ("geo", Geo(firm.Address)),
        ("sameAs", List(firm.Social.Select(s => s.Url).Prepend(firm.Website).Select(CompanyLinks.Web).OfType<string>())),
        ("makesOffer", List(firm.Services.Select(s => Present(("@type", "Offer"), ("itemOffered", Present(("@type", "Service"), ("name", s.Name))))))),
        ("knowsAbout", List(firm.Competencies.Select(c => c.Name))),
        ("award", List(firm.Awards.Select(a => string.Join(", ", new[] { a.Name, a.Issuer, a.Year?.ToString("0000", null) }.OfType<string>()))))), Json);

    private static Dictionary<string, object>? Postal(CompanyView firm) => firm.StreetLine is null && firm.TownLine is null ? null : Present(
        ("@type", "PostalAddress"),
        ("streetAddress", firm.StreetLine),
        ("postalCode", firm.Address.PostalCode),
        ("addressLocality", firm.Address.Town),
        ("addressRegion", firm.Address.Voivodeship),
        ("addressCountry", "PL"));

    private static Dictionary<string, object>? Geo(Address address) => address is { Latitude: { } north, Longitude: { } east }
        ? Present(("@type", "GeoCoordinates"), ("latitude", north), ("longitude", east))
        : null;

    private static Dictionary<string, object> Present(params ReadOnlySpan<(string Name, object? Value)> pairs)
    {
        var present = new Dictionary<string, object>(pairs.Length, StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            if (value is not null)
                present.Add(name, value);
        }

        return present;
    }

    private static List<T>? List<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}

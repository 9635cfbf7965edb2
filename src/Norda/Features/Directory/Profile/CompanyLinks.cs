using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Directory.Profile;

/// <summary>Where the buttons of a firm lead. Only telephone, mail, http and https: a stored "javascript:" never becomes a link.</summary>
public sealed class CompanyLinks(CompanyView firm)
{
    public string? Call { get; } = Phone.TryParse(firm.Phone ?? firm.Contacts.FirstOrDefault(c => c.Type is "phone" or "mobile")?.Value, out var phone) ? phone.Href : null;

    public string? Write { get; } = Mail(firm.Email ?? firm.Contacts.FirstOrDefault(c => c.Type is "email")?.Value);

    public string? Website { get; } = Web(firm.Website);

    /// <summary>The firm's own coordinates, else its address as people write it.</summary>
    public string? Route { get; } = Destination(firm.Address, firm.StreetLine, firm.TownLine) is { } place
        ? $"https://www.google.com/maps/dir/?api=1&destination={Uri.EscapeDataString(place)}"
        : null;

    public static string? Web(string? address) => WebAddress.TryParse(address, out var site) ? site : null;

    public static string? Mail(string? address) => Email.TryParse(address, out var mail) ? $"mailto:{mail}" : null;

    private static string? Destination(Address address, string? street, string? town) => address is { Latitude: { } north, Longitude: { } east }
        ? string.Create(CultureInfo.InvariantCulture, $"{north:0.#####},{east:0.#####}")
        : street is null || town is null ? town : $"{street}, {town}";
}

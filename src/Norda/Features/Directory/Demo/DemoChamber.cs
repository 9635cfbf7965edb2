using System.Text.Json;
using System.Text.Json.Serialization;

namespace Norda.Features.Directory.Demo;

/// <summary>The invented chamber of chamber.json: 128 firms whose numbers pass the checks and belong to nobody. Dates are kept as distances from today, so that some certificates are always about to expire.</summary>
internal sealed record DemoChamber(IReadOnlyList<DemoChamber.Branch> Categories, IReadOnlyList<DemoChamber.Skill> Competencies, IReadOnlyList<DemoChamber.Firm> Companies)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public static DemoChamber Load()
    {
        using var file = typeof(DemoChamber).Assembly.GetManifestResourceStream("Norda.Features.Directory.Demo.chamber.json")!;
        return JsonSerializer.Deserialize<DemoChamber>(file, Web)!;
    }

    public sealed record Branch(string Name, string Slug, string Description, string Icon);

    public sealed record Skill(string Name, string Category);

    public sealed record Mastery(string Name, string? Level);

    public sealed record Certificate(string Name, string? Issuer, string? Number, int? IssuedDaysAgo, int? ExpiresInDays);

    public sealed record Prize(string Name, string? Issuer, int? Year, string? Description);

    public sealed record Story(string Type, string Title, string? Description, int DaysAgo, string? SourceUrl);

    public sealed record Contact(string Type, string Value, string? Purpose, bool Primary);

    public sealed record Social(string Platform, string Url);

    public sealed record Firm(
        string Name, string? LegalName, string Category, string Nip, string? Regon, string? Krs, string? LegalForm, int? Founded, string? StaffBand,
        string Town, string? Commune, string? County, string? Voivodeship, string? PostalCode, string? Street, string? Building, string? Unit, double? Lat, double? Lon,
        string? Email, string? Phone, string? Website, string? Short, string? Full, IReadOnlyList<string> Pkd, IReadOnlyList<string> Services,
        IReadOnlyList<Mastery> Competencies, IReadOnlyList<Certificate> Certificates, IReadOnlyList<Prize> Awards, IReadOnlyList<Story> News,
        IReadOnlyList<Contact> Contacts, IReadOnlyList<Social> Social, DataQualityLevel Quality);
}

using System.Globalization;
using Norda.Platform;

namespace Norda.Bench.Data;

/// <summary>The rows of generated firms, table by table, the same on both databases.</summary>
internal sealed class Rows(Material material, int lastTier)
{
    public static readonly string[] Companies =
        "id name legal_name slug category_id nip website email phone status data_quality ai_enabled ai_tools_used description_short description_full created_at updated_at logo address_town address_latitude address_longitude name_folded name_sort search_text rank_static tier".Split(' ');

    public static readonly string[] Services = ["company_id", "service_id", "is_primary"];
    public static readonly string[] Competencies = ["company_id", "competency_id"];
    public static readonly string[] Certificates = ["company_id", "name", "slug", "is_active", "expiry_date"];
    public static readonly string[] Categories = ["id", "name", "slug", "sort_order"];
    public static readonly string[] Dictionary = ["id", "name", "slug"];

    public object?[] Company(Made made, string noTools)
    {
        var (firm, document) = made;
        return
        [
            firm.Id, firm.Name, firm.LegalName, firm.Slug, firm.Category + 1, firm.Nip, firm.HasWebsite ? $"https://{firm.Slug}.pl" : null, $"biuro@{firm.Slug}.pl", "+48586721234",
            "active", firm.Quality.ToString().ToLowerInvariant(), false, noTools, firm.Short, firm.Full, Date(firm.Changed.AddDays(-30)), Date(firm.Changed), firm.HasLogo ? "logo.webp" : null,
            material.Towns[firm.Town], 54.6 + (firm.Id % 1000 / 5000.0), 18.2 + (firm.Id % 997 / 4000.0), document.NameFolded, document.NameSort, document.Text, document.StaticRank, lastTier,
        ];
    }

    public static IEnumerable<object?[]> ServicesOf(Firm firm) => firm.Services.Select((s, i) => new object?[] { firm.Id, s + 1, i == 0 });

    public static IEnumerable<object?[]> CompetenciesOf(Firm firm) => firm.Competencies.Select(c => new object?[] { firm.Id, c + 1 });

    public IEnumerable<object?[]> CertificatesOf(Firm firm) =>
        firm.Certificates.Select(c => material["certificates"][c]).Select(name => new object?[] { firm.Id, name, Slug.From(name), true, firm.Id % 3 == 0 ? "2020-01-01" : null });

    public IEnumerable<object?[]> CategoryRows() => material["categories"].Select((name, i) => new object?[] { i + 1, name, Slug.From(name), i });

    public static IEnumerable<object?[]> DictionaryRows(string[] names) => names.Select((name, i) => new object?[] { i + 1, name, Slug.From(name) });

    private static string Date(DateTime day) => day.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

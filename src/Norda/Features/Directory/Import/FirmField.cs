using System.Globalization;

namespace Norda.Features.Directory.Import;

/// <summary>
/// A column of a firm that an import may write, as text: so that a change is a pair of texts, shown in the report,
/// kept with the batch, and put back when the batch is undone.
/// </summary>
internal sealed record FirmField(string Code, string Label, int MaxLength, Func<Company, string?> Get, Action<Company, string?> Set)
{
    public static readonly FirmField Name = new("name", "nazwa", 200, c => c.Name, (c, v) => c.Name = v!);
    public static readonly FirmField LegalName = new("legal_name", "pełna nazwa", 300, c => c.LegalName, (c, v) => c.LegalName = v);
    public static readonly FirmField LegalForm = new("legal_form", "forma prawna", 30, c => c.LegalForm, (c, v) => c.LegalForm = v);
    public static readonly FirmField Nip = new("nip", "NIP", 10, c => c.Nip, (c, v) => c.Nip = v);
    public static readonly FirmField Regon = new("regon", "REGON", 14, c => c.Regon, (c, v) => c.Regon = v);
    public static readonly FirmField Krs = new("krs", "KRS", 10, c => c.Krs, (c, v) => c.Krs = v);
    public static readonly FirmField Category = new("category_id", "branża", 11, c => c.CategoryId?.ToString(CultureInfo.InvariantCulture), (c, v) => c.CategoryId = v is null ? null : int.Parse(v, CultureInfo.InvariantCulture));
    public static readonly FirmField Street = new("street", "ulica", 200, c => c.Address.Street, (c, v) => c.Address.Street = v);
    public static readonly FirmField Building = new("building", "budynek", 20, c => c.Address.Building, (c, v) => c.Address.Building = v);
    public static readonly FirmField Unit = new("unit", "lokal", 20, c => c.Address.Unit, (c, v) => c.Address.Unit = v);
    public static readonly FirmField PostalCode = new("postal_code", "kod", 6, c => c.Address.PostalCode, (c, v) => c.Address.PostalCode = v);
    public static readonly FirmField Town = new("town", "miejscowość", 100, c => c.Address.Town, (c, v) => c.Address.Town = v);
    public static readonly FirmField Commune = new("commune", "gmina", 100, c => c.Address.Commune, (c, v) => c.Address.Commune = v);
    public static readonly FirmField County = new("county", "powiat", 100, c => c.Address.County, (c, v) => c.Address.County = v);
    public static readonly FirmField Voivodeship = new("voivodeship", "województwo", 50, c => c.Address.Voivodeship, (c, v) => c.Address.Voivodeship = v);
    public static readonly FirmField Phone = new("phone", "telefon", 50, c => c.Phone, (c, v) => c.Phone = v);
    public static readonly FirmField Email = new("email", "e-mail", 254, c => c.Email, (c, v) => c.Email = v);
    public static readonly FirmField Website = new("website", "WWW", 500, c => c.Website, (c, v) => c.Website = v);
    public static readonly FirmField Short = new("description_short", "krótki opis", 500, c => c.DescriptionShort, (c, v) => c.DescriptionShort = v);
    public static readonly FirmField Full = new("description_full", "opis", 20_000, c => c.DescriptionFull, (c, v) => c.DescriptionFull = v);

    public static readonly Dictionary<string, FirmField> ByCode = new[]
    {
        Name, LegalName, LegalForm, Nip, Regon, Krs, Category, Street, Building, Unit, PostalCode, Town, Commune, County, Voivodeship, Phone, Email, Website, Short, Full,
    }.ToDictionary(f => f.Code);
}

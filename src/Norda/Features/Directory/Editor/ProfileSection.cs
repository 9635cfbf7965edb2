using System.Globalization;

namespace Norda.Features.Directory.Editor;

/// <summary>A page of the editor that holds single values of the firm.</summary>
public sealed record ProfileSection(string Slug, string Title, string Icon, string Lead, IReadOnlyList<EditorField<Company>> Fields)
{
    public static readonly ProfileSection Data = new("dane", "Dane firmy", "id", "Nazwa, branża i numery z rejestrów. Po NIP-ie rozpoznajemy firmę, dlatego zmienia go tylko biuro izby.",
    [
        new("name", "Nazwa", c => c.Name, (c, v) => c.Name = v!) { IsRequired = true, Hint = "Tak, jak mówią o firmie ludzie" },
        new("legal_name", "Pełna nazwa z rejestru", c => c.LegalName, (c, v) => c.LegalName = v) { MaxLength = 300 },
        new("category_id", "Branża", c => c.CategoryId?.ToString(CultureInfo.InvariantCulture), (c, v) => c.CategoryId = v is null ? null : int.Parse(v, CultureInfo.InvariantCulture)) { Kind = FieldKind.Choice, Dictionary = EditorLists.Categories },
        new("regon", "REGON", c => c.Regon, (c, v) => c.Regon = v) { Check = Checks.Regon, MaxLength = 30 },
        new("krs", "KRS", c => c.Krs, (c, v) => c.Krs = v) { Check = Checks.Krs, MaxLength = 30 },
        new("staff_band", "Liczba osób w firmie", c => c.StaffBand, (c, v) => c.StaffBand = v) { Kind = FieldKind.Choice, Choices = [("1-9", "1–9"), ("10-49", "10–49"), ("50-249", "50–249"), ("250+", "250 i więcej")], HasVisibility = true },
        new("founded", "Data rozpoczęcia działalności", c => Checks.Text(c.Founded), (c, v) => c.Founded = Checks.Day(v)) { Kind = FieldKind.Date, Check = Checks.Date, HasVisibility = true },
        new("phone", "Telefon", c => c.Phone, (c, v) => c.Phone = v) { Kind = FieldKind.Phone, Check = Checks.Phone, MaxLength = 50, HasVisibility = true, Hint = "Pod ten numer zadzwoni przycisk na stronie firmy" },
        new("email", "E-mail", c => c.Email, (c, v) => c.Email = v) { Kind = FieldKind.Email, Check = Checks.Email, MaxLength = 254, HasVisibility = true },
        new("website", "Strona WWW", c => c.Website, (c, v) => c.Website = v) { Kind = FieldKind.Web, Check = Checks.Web, MaxLength = 500, HasVisibility = true },
    ]);

    public static readonly ProfileSection Place = new("adres", "Adres i miejsce na mapie", "map-pin", "Adres prowadzi klientów do drzwi, a współrzędne stawiają pinezkę na mapie katalogu.",
    [
        new("street", "Ulica", c => c.Address.Street, (c, v) => c.Address.Street = v) { HasVisibility = true, Hint = "Ulicę, numer i kod widać albo nie razem; miejscowość widać zawsze" },
        new("building", "Numer budynku", c => c.Address.Building, (c, v) => c.Address.Building = v) { MaxLength = 20 },
        new("unit", "Lokal", c => c.Address.Unit, (c, v) => c.Address.Unit = v) { MaxLength = 20 },
        new("postal_code", "Kod pocztowy", c => c.Address.PostalCode, (c, v) => c.Address.PostalCode = v) { Check = Checks.PostalCode, MaxLength = 12 },
        new("town", "Miejscowość", c => c.Address.Town, (c, v) => c.Address.Town = v) { MaxLength = 100, Dictionary = EditorLists.Towns },
        new("commune", "Gmina", c => c.Address.Commune, (c, v) => c.Address.Commune = v) { MaxLength = 100 },
        new("county", "Powiat", c => c.Address.County, (c, v) => c.Address.County = v) { MaxLength = 100 },
        new("voivodeship", "Województwo", c => c.Address.Voivodeship, (c, v) => c.Address.Voivodeship = v) { MaxLength = 50 },
        new("latitude", "Szerokość geograficzna", c => Checks.Text(c.Address.Latitude), (c, v) => c.Address.Latitude = Checks.Number(v)) { Check = Checks.Degrees(49, 55), MaxLength = 20, Hint = "Stopnie, na przykład 54,6056. Bez niej pinezka stoi w środku miejscowości" },
        new("longitude", "Długość geograficzna", c => Checks.Text(c.Address.Longitude), (c, v) => c.Address.Longitude = Checks.Number(v)) { Check = Checks.Degrees(14, 25), MaxLength = 20, Hint = "Stopnie, na przykład 18,2345" },
    ]);

    public static readonly ProfileSection About = new("opis", "Opis firmy", "news", "Napisz, komu i w czym pomagacie. Zwykłe zdania czyta się lepiej niż hasła.",
    [
        new("description_short", "Krótki opis", c => c.DescriptionShort, (c, v) => c.DescriptionShort = v) { Kind = FieldKind.Text, MaxLength = 500, Hint = "Jedno, dwa zdania na kartę w katalogu" },
        new("description_full", "Pełny opis", c => c.DescriptionFull, (c, v) => c.DescriptionFull = v) { Kind = FieldKind.Markdown, MaxLength = 20_000, Hint = "Pusty wiersz zaczyna akapit. **Pogrubienie**, ## nagłówek, - lista, [link](https://firma.pl)" },
    ]);

    public static readonly IReadOnlyList<ProfileSection> All = [Data, Place, About];

    /// <summary>What a profile request shows and takes back: everything of the three pages.</summary>
    public static readonly IReadOnlyList<EditorField<Company>> AllFields = [.. All.SelectMany(s => s.Fields)];

    /// <summary>The NIP tells firms apart, so that the office alone changes it.</summary>
    private static readonly EditorField<Company> NipField = new("nip", "NIP", c => c.Nip, (c, v) => c.Nip = v) { Check = Checks.Nip, MaxLength = 30, Hint = "Zmienia go tylko biuro izby" };

    /// <summary>Fields that this person may change.</summary>
    public IReadOnlyList<EditorField<Company>> FieldsFor(bool office) => office && this == Data ? [Fields[0], Fields[1], NipField, .. Fields.Skip(2)] : Fields;

    public static ProfileSection? Find(string slug) => All.FirstOrDefault(s => s.Slug == slug);
}

namespace Norda.Features.Directory.History;

/// <summary>What people call the columns of a profile; keys of the texts. A column that is not here says nothing to them.</summary>
public static class ColumnNames
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["companies"] = "Dane firmy", ["company_services"] = "Usługa", ["company_competencies"] = "Kompetencja", ["certifications"] = "Certyfikat", ["awards"] = "Nagroda",
        ["company_events"] = "Wiadomość", ["company_contacts"] = "Kontakt", ["company_social_media"] = "Profil w mediach", ["company_photos"] = "Zdjęcie",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["name"] = "Nazwa", ["legal_name"] = "Pełna nazwa z rejestru", ["category_id"] = "Branża", ["nip"] = "NIP", ["regon"] = "REGON", ["krs"] = "KRS", ["status"] = "Stan",
        ["staff_band"] = "Liczba osób w firmie", ["founded"] = "Data rozpoczęcia działalności", ["phone"] = "Telefon", ["email"] = "E-mail", ["website"] = "Strona WWW", ["legal_form"] = "Forma prawna",
        ["address_street"] = "Ulica", ["address_building"] = "Numer budynku", ["address_unit"] = "Lokal", ["address_postal_code"] = "Kod pocztowy", ["address_town"] = "Miejscowość",
        ["address_commune"] = "Gmina", ["address_county"] = "Powiat", ["address_voivodeship"] = "Województwo", ["address_latitude"] = "Szerokość geograficzna", ["address_longitude"] = "Długość geograficzna",
        ["description_short"] = "Krótki opis", ["description_full"] = "Pełny opis", ["logo"] = "Logo", ["field_visibility"] = "Kto widzi", ["slug"] = "Adres strony",
        ["service_id"] = "Usługa", ["is_primary"] = "Główna pozycja", ["competency_id"] = "Kompetencja", ["level"] = "Poziom", ["issuer"] = "Kto wydał", ["certificate_number"] = "Numer", ["issue_date"] = "Wydany dnia",
        ["expiry_date"] = "Ważny do", ["year"] = "Rok", ["description"] = "Treść", ["title"] = "Tytuł", ["event_type"] = "Rodzaj", ["event_date"] = "Data", ["source_url"] = "Adres źródła",
        ["contact_type"] = "Rodzaj", ["value"] = "Numer albo adres", ["purpose"] = "Do czego służy", ["visibility"] = "Kto widzi", ["platform"] = "Serwis", ["url"] = "Adres profilu",
        ["alt"] = "Co jest na zdjęciu", ["position"] = "Kolejność", ["accepts_automatically"] = "Przyjmowanie zmian bez biura",
    };

    public static string OfTable(string table) => Tables.GetValueOrDefault(table, table);

    public static string? OfColumn(string column) => Columns.GetValueOrDefault(column);
}

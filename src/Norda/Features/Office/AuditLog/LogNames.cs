using Norda.Features.Directory.History;

namespace Norda.Features.Office.AuditLog;

/// <summary>What people call the tables and columns that are not of a profile; keys of the texts.</summary>
public static class LogNames
{
    public static readonly IReadOnlyDictionary<string, string> Tables = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["companies"] = "Dane firmy", ["company_services"] = "Usługa firmy", ["company_competencies"] = "Kompetencja firmy", ["certifications"] = "Certyfikat", ["awards"] = "Nagroda", ["company_events"] = "Wiadomość",
        ["company_contacts"] = "Kontakt", ["company_social_media"] = "Profil w mediach", ["company_photos"] = "Zdjęcie", ["company_quality_tracking"] = "Sprawdzenie danych", ["company_field_sources"] = "Źródło danych",
        ["profile_requests"] = "Link do profilu", ["company_users"] = "Osoba w firmie", ["company_recommendations"] = "Polecenie", ["content_reports"] = "Zgłoszenie treści", ["users"] = "Konto", ["user_roles"] = "Rola w izbie",
        ["user_tokens"] = "Drugi składnik", ["user_consents"] = "Zgoda", ["categories"] = "Branża", ["services"] = "Usługa", ["competencies"] = "Kompetencja", ["dictionary_slugs"] = "Dawny adres na liście", ["chamber_settings"] = "Ustawienie",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["is_active"] = "Konto działa", ["is_admin"] = "Administrator", ["is_verified"] = "Adres potwierdzony", ["two_factor_enabled"] = "Drugi składnik", ["password_hash"] = "Hasło", ["company_nip"] = "NIP",
        ["sessions_ended_at"] = "Wylogowano wszędzie", ["proof_asked_at"] = "Wysłano potwierdzenie adresu", ["role"] = "Rola", ["verified_by"] = "Kto sprawdził", ["last_verified_at"] = "Sprawdzono",
        ["verification_notes"] = "Notatka", ["issues_found"] = "Znalezione błędy", ["issues_fixed"] = "Poprawione", ["recommendation_text"] = "Treść", ["rejection_reason"] = "Powód", ["reason"] = "Powód", ["statement"] = "Uzasadnienie",
        ["sent_to"] = "Wysłano do", ["proposal"] = "Propozycja", ["key"] = "Ustawienie", ["kind"] = "Rodzaj", ["source"] = "Źródło", ["sort_order"] = "Kolejność", ["user_name"] = "E-mail",
    };

    public static string OfTable(string table) => Tables.GetValueOrDefault(table, table);

    /// <summary>A column without a name shows as the database calls it: the office sees everything.</summary>
    public static string OfColumn(string column) => Columns.GetValueOrDefault(column) ?? ColumnNames.OfColumn(column) ?? column;
}

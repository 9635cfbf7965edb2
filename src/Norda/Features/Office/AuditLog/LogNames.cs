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
        ["norda_events"] = "Wydarzenie", ["event_attendees"] = "Zapis na wydarzenie", ["event_answers"] = "Odpowiedź uczestnika", ["event_guests"] = "Gość uczestnika", ["event_questions"] = "Pytanie do uczestników",
        ["event_check_ins"] = "Wejście na wydarzenie", ["membership_fees"] = "Składka", ["membership_fee_config"] = "Stawka", ["fee_exemptions"] = "Zwolnienie ze składek", ["fee_payments"] = "Wpłata", ["fee_runs"] = "Naliczanie składek",
        ["payment_reversals"] = "Cofnięcie wpłaty", ["interest_rates"] = "Stopa odsetek", ["online_payments"] = "Płatność online", ["payer_accounts"] = "Rachunek wpłacającego", ["bank_csv_layouts"] = "Układ pliku z banku",
        ["memberships"] = "Członkostwo", ["member_bands"] = "Przedział", ["membership_declarations"] = "Deklaracja członkowska", ["resolutions"] = "Uchwała", ["chamber_documents"] = "Dokument izby",
        ["chamber_document_versions"] = "Wersja dokumentu", ["chamber_bodies"] = "Organ izby", ["body_seats"] = "Kadencja", ["member_cards"] = "Karta członkowska", ["papers"] = "Pismo", ["paper_letters"] = "Wysłane pismo",
        ["paper_runs"] = "Wysyłka pism", ["reminder_steps"] = "Krok przypomnień", ["news_posts"] = "Aktualność izby", ["newsletters"] = "Newsletter", ["forum_topics"] = "Temat forum", ["forum_replies"] = "Odpowiedź na forum",
        ["forum_categories"] = "Dział forum", ["classifieds"] = "Ogłoszenie", ["classified_photos"] = "Zdjęcie ogłoszenia", ["company_merges"] = "Połączenie firm", ["company_pkd"] = "PKD firmy", ["company_slugs"] = "Dawny adres firmy",
        ["import_batches"] = "Import firm", ["import_mappings"] = "Kolumna importu", ["import_rows"] = "Wiersz importu", ["data_breaches"] = "Naruszenie danych", ["erasures"] = "Usunięcie danych osoby", ["user_claims"] = "Dane logowania",
        ["user_logins"] = "Logowanie przez inny serwis", ["data_protection_keys"] = "Klucz szyfrowania", ["search_words"] = "Słowo wyszukiwarki", ["search_deletions"] = "Słowo wyszukiwarki",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["is_admin"] = "Administrator", ["two_factor_enabled"] = "Drugi składnik", ["password_hash"] = "Hasło", ["company_nip"] = "NIP",
        ["sessions_ended_at"] = "Wylogowano wszędzie", ["proof_asked_at"] = "Wysłano potwierdzenie adresu", ["role"] = "Rola", ["verified_by"] = "Kto sprawdził", ["last_verified_at"] = "Sprawdzono",
        ["verification_notes"] = "Notatka", ["issues_found"] = "Znalezione błędy", ["issues_fixed"] = "Poprawione", ["recommendation_text"] = "Treść", ["rejection_reason"] = "Powód", ["reason"] = "Powód", ["statement"] = "Uzasadnienie",
        ["sent_to"] = "Wysłano do", ["proposal"] = "Propozycja", ["key"] = "Ustawienie", ["kind"] = "Rodzaj", ["source"] = "Źródło", ["sort_order"] = "Kolejność", ["user_name"] = "E-mail",
        ["created_at"] = "Dodano", ["created_by"] = "Kto dodał", ["decided_at"] = "Zdecydowano", ["decided_by"] = "Kto zdecydował", ["granted_at"] = "Nadano", ["granted_by"] = "Kto nadał", ["erased_at"] = "Usunięto dane",
        ["erased_by"] = "Kto usunął dane", ["is_norda_member"] = "Członek izby", ["language"] = "Język", ["phone_number"] = "Telefon", ["given_at"] = "Wyrażono", ["withdrawn_at"] = "Wycofano", ["author_id"] = "Autor",
        ["budget_info"] = "Budżet", ["category"] = "Kategoria", ["expires_at"] = "Ważne do", ["hidden_at"] = "Ukryto", ["hidden_by"] = "Kto ukrył", ["hidden_reason"] = "Powód ukrycia", ["is_anonymous"] = "Bez podpisu",
        ["is_active"] = "Czynne", ["listing_type"] = "Rodzaj", ["location_info"] = "Miejsce", ["updated_at"] = "Zmieniono", ["changed_at"] = "Zmieniono", ["changed_by"] = "Kto zmienił", ["icon"] = "Ikona", ["ai_enabled"] = "Analizy AI",
        ["digital_maturity_score"] = "Dojrzałość cyfrowa", ["tier"] = "Waga w wyszukiwaniu", ["added_at"] = "Dodano", ["is_verified"] = "Potwierdzone", ["source_date"] = "Data źródła", ["verified_at"] = "Sprawdzono",
        ["kept_id"] = "Wpis, który został", ["merged_id"] = "Wpis dołączony", ["merged_at"] = "Połączono", ["merged_by"] = "Kto połączył", ["undone_at"] = "Cofnięto", ["undone_by"] = "Kto cofnął", ["code"] = "Kod",
        ["edition"] = "Wydanie", ["is_main"] = "Główna pozycja", ["verification_count"] = "Liczba sprawdzeń", ["register_checked_at"] = "Sprawdzono w rejestrze", ["field"] = "Pole", ["taken_at"] = "Pobrano", ["entry_id"] = "Pozycja",
        ["retired_at"] = "Wycofano", ["file_name"] = "Plik", ["started_at"] = "Rozpoczęto", ["started_by"] = "Kto rozpoczął", ["finished_at"] = "Zakończono", ["heading"] = "Nagłówek", ["line"] = "Wiersz", ["before"] = "Było",
        ["after"] = "Jest", ["leftover"] = "Nierozpoznane", ["outcome"] = "Wynik", ["remarks"] = "Uwagi", ["new_rows"] = "Nowe wiersze", ["changed_rows"] = "Zmienione wiersze", ["same_rows"] = "Wiersze bez zmian",
        ["refused_rows"] = "Odrzucone wiersze", ["check_status"] = "Wynik sprawdzenia", ["followers_count"] = "Obserwujący", ["is_valid"] = "Czy działa", ["last_checked_at"] = "Sprawdzono", ["page_name"] = "Nazwa strony",
        ["attended_at"] = "Wejście", ["event_id"] = "Numer wydarzenia", ["attendee_id"] = "Numer zapisu", ["question_id"] = "Numer pytania", ["offered_until"] = "Propozycja do", ["registered_at"] = "Zapisano", ["seats"] = "Miejsca",
        ["waiting_since"] = "Na liście rezerwowej od", ["accepted"] = "Wpuszczono", ["by_user_id"] = "Kto wpuścił", ["received_at"] = "Przyjęto", ["shown_at"] = "Okazano", ["cancel_reason"] = "Powód odwołania",
        ["cancelled_at"] = "Odwołano albo anulowano", ["ends_at"] = "Koniec", ["starts_at"] = "Początek", ["time_end"] = "Godzina końca", ["time_start"] = "Godzina początku", ["is_featured"] = "Wyróżnione", ["location"] = "Miejsce",
        ["location_url"] = "Adres miejsca", ["max_attendees"] = "Liczba miejsc", ["most_guests"] = "Goście na osobę", ["offer_hours"] = "Godziny na odpowiedź", ["programme"] = "Program", ["rsvp_until"] = "Zapisy do",
        ["speaker_company_id"] = "Firma prowadzącego", ["speaker_name"] = "Prowadzący", ["text"] = "Treść", ["content"] = "Treść", ["is_required"] = "Obowiązkowe", ["amount"] = "Kwota", ["basis"] = "Podstawa", ["due_date"] = "Termin",
        ["entry_amount"] = "W tym wpisowe", ["fee_month"] = "Od miesiąca", ["from_month"] = "Od miesiąca", ["through_month"] = "Do miesiąca", ["to_month"] = "Do miesiąca", ["fee_year"] = "Rok", ["notes"] = "Notatka", ["note"] = "Notatka",
        ["rate_id"] = "Numer stawki", ["waived"] = "Umorzono", ["waiver_reason"] = "Powód umorzenia", ["waiver_resolution_id"] = "Uchwała o umorzeniu", ["percent"] = "Procent", ["resolution_id"] = "Uchwała", ["valid_from"] = "Od",
        ["valid_until"] = "Do", ["since"] = "Od", ["until"] = "Do", ["method"] = "Sposób", ["paid_on"] = "Data wpłaty", ["payer_account"] = "Rachunek wpłacającego", ["account"] = "Rachunek", ["payer_name"] = "Wpłacający",
        ["recorded_at"] = "Zapisano", ["recorded_by"] = "Kto zapisał", ["reference"] = "Numer operacji", ["band_id"] = "Numer przedziału", ["entry_fee"] = "Wpisowe", ["monthly_amount"] = "Miesięcznie", ["yearly_amount"] = "Rocznie",
        ["yearly_cap"] = "Najwyżej rocznie", ["per_head"] = "Za osobę", ["proration"] = "Pierwsza składka", ["schedule"] = "Raty", ["scope"] = "Dla kogo", ["changes_existing"] = "Zmienia naliczone", ["announcement"] = "Ogłoszenie stopy",
        ["paid_at"] = "Zapłacono", ["payment_id"] = "Numer wpłaty", ["refund_asked_by"] = "Kto zlecił zwrot", ["refund_reason"] = "Powód zwrotu", ["refunded_at"] = "Zwrócono", ["state"] = "Stan", ["wishes"] = "Na co",
        ["reversed_at"] = "Cofnięto", ["reversed_by"] = "Kto cofnął", ["columns"] = "Kolumny", ["confirmed_at"] = "Potwierdzono", ["confirmed_by"] = "Kto potwierdził", ["transfer_id"] = "Numer przelewu", ["topic_id"] = "Numer tematu",
        ["is_locked"] = "Czy zamknięty", ["is_pinned"] = "Przypięte", ["last_reply_at"] = "Ostatnia odpowiedź", ["replies_count"] = "Odpowiedzi", ["solved_reply_id"] = "Numer rozwiązania", ["body_id"] = "Numer organu",
        ["function"] = "Funkcja", ["person_name"] = "Imię i nazwisko", ["user_id"] = "Osoba", ["task"] = "Czym się zajmuje", ["document_id"] = "Numer dokumentu", ["label"] = "Wersja", ["appeal"] = "Odwołanie",
        ["appeal_until"] = "Odwołanie do", ["appealed_at"] = "Odwołano się", ["asked"] = "O co poproszono", ["asked_at"] = "Poproszono", ["asked_note"] = "Prośba", ["street"] = "Ulica", ["building"] = "Numer budynku", ["unit"] = "Lokal",
        ["postal_code"] = "Kod pocztowy", ["town"] = "Miejscowość", ["entered_by"] = "Kto wpisał", ["member_id"] = "Numer członkostwa", ["newsletter"] = "Listy o wydarzeniach", ["pictures"] = "Zdjęcia z wydarzeń",
        ["note_version"] = "Wersja informacji o danych", ["statute_version"] = "Wersja statutu", ["papers"] = "Dokumenty", ["representative_id"] = "Reprezentant", ["representative_name"] = "Reprezentant",
        ["representative_email"] = "E-mail reprezentanta", ["representative_phone"] = "Telefon reprezentanta", ["representative_role"] = "Funkcja reprezentanta", ["signed_by"] = "Podpis", ["staff"] = "Pracujące osoby",
        ["submitted_at"] = "Złożono", ["discount"] = "Zniżka", ["end_kind"] = "Jak się skończyło", ["end_reason"] = "Powód końca", ["end_resolution_id"] = "Uchwała o końcu", ["number"] = "Numer", ["revenue"] = "Przychód",
        ["revenue_from"] = "Przychód od", ["revenue_to"] = "Przychód do", ["staff_from"] = "Osoby od", ["staff_to"] = "Osoby do", ["adopted_on"] = "Podjęta dnia", ["body"] = "Organ", ["picture_alt"] = "Co jest na zdjęciu",
        ["published_at"] = "Opublikowano", ["summary"] = "Streszczenie", ["tells_members"] = "Zawiadamia członków", ["intro"] = "Wstęp", ["items"] = "Pozycje", ["queued"] = "Wysłane listy", ["recipients"] = "Odbiorcy",
        ["subject"] = "Temat", ["value"] = "Wartość", ["affected"] = "Kogo dotyczy", ["is_harmless"] = "Bez ryzyka", ["measures"] = "Podjęte środki", ["noticed_at"] = "Zauważono", ["reported_at"] = "Zgłoszono", ["occasion"] = "Okazja",
        ["paper_id"] = "Numer pisma", ["recipient"] = "Adresat", ["sent_by"] = "Kto wysłał", ["sent_on"] = "Wysłano", ["with_interest"] = "Czy z odsetkami", ["corrects_id"] = "Koryguje pismo", ["issued_at"] = "Wystawiono",
        ["issued_by"] = "Kto wystawił", ["issued_on"] = "Data wystawienia", ["pay_by"] = "Zapłata do", ["series"] = "Seria", ["days"] = "Dni", ["moderated_at"] = "Rozpatrzono", ["moderated_by"] = "Kto rozpatrzył",
        ["service_category"] = "Usługa", ["show_contact"] = "Pokazuje kontakt", ["good_faith"] = "W dobrej wierze", ["reporter_email"] = "E-mail zgłaszającego", ["reporter_name"] = "Zgłaszający", ["submitted_by"] = "Kto złożył",
        ["claim_type"] = "Rodzaj", ["claim_value"] = "Wartość", ["provider_display_name"] = "Serwis", ["display"] = "Słowo wyszukiwarki", ["ticket_code"] = "Kod biletu", ["subject_type"] = "Czego dotyczy", ["ai_tools_used"] = "Używane narzędzia AI", ["created_categories"] = "Nowe branże", ["created_services"] = "Nowe usługi",
    };

    /// <summary>Versions, folded names, keys, tokens and measures of pictures: nobody decides anything by them.</summary>
    public static readonly IReadOnlySet<string> Technical = new HashSet<string>(StringComparer.Ordinal)
    {
        "id", "version", "company_id", "name_folded", "name_sort", "search_text", "search_terms", "rank_static", "terms", "hash", "file_hash", "token_hash", "idempotency_key", "once", "nonce", "fingerprint", "series_id", "session_id",
        "friendly_name", "xml", "login_provider", "provider_key", "credential_id", "redactions", "deletion", "word_id", "firms", "folded", "lockout_enabled", "phone_number_confirmed", "reset_token", "verification_token", "classified_id",
        "file_id", "picture_id", "width", "height", "picture_width", "picture_height", "batch_id", "sequence", "target_id", "order_id", "refund_key", "token", "views_count", "last_user_id", "run_id", "subject_id",
    };

    public static string OfTable(string table) => Tables.GetValueOrDefault(table, table);

    /// <summary>Nothing for a column that follows from others or serves the machine.</summary>
    public static string? OfColumn(string column) => Technical.Contains(column) ? null : Columns.GetValueOrDefault(column) ?? ColumnNames.OfColumn(column) ?? column;
}

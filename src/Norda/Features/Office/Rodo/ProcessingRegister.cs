namespace Norda.Features.Office.Rodo;

/// <summary>One activity of the register (RODO, article 30). Polish only: it is a paper for the Polish authority.</summary>
public sealed record ProcessingActivity(string Name, string Purpose, string Basis, string People, string Data, string Recipients, string Kept);

/// <summary>Who processes on the chamber's behalf (article 28).</summary>
public sealed record DataProcessor(string Name, string Task, string Data, string Condition);

/// <summary>How long something is kept, and which part of the nightly job sees to it; null: a person does.</summary>
public sealed record RetentionRule(string What, string HowLong, bool IsAutomatic);

/// <summary>The register as this application works out of the box; the chamber adds what it does outside of it.</summary>
public static class ProcessingRegister
{
    public static readonly IReadOnlyList<ProcessingActivity> Activities =
    [
        new("Konta osób", "Dostęp do serwisu członków", "art. 6 ust. 1 lit. b RODO", "Pracownicy i właściciele firm, biuro izby", "Imię i nazwisko, e-mail, firma, rola, skrót hasła, urządzenia i adresy IP sesji", "Dostawca poczty i serwera", "Do usunięcia konta; sesje 30 dni po wygaśnięciu; niepotwierdzone konta 7 dni"),
        new("Katalog firm", "Wspólna wizytówka członków izby", "art. 6 ust. 1 lit. f RODO (promocja członków)", "Przedsiębiorcy prowadzący jednoosobowe firmy, osoby do kontaktu", "Dane firmy, kontakty służbowe, zdjęcia; źródło i data danych, których firma nie wpisała sama", "Wszyscy (strona publiczna), według widoczności wybranej przez firmę", "Do wystąpienia z izby lub sprzeciwu"),
        new("Deklaracje i rejestr członków", "Przyjęcie do izby i prowadzenie członkostwa", "art. 6 ust. 1 lit. b i c RODO", "Reprezentanci firm", "Imię i nazwisko, funkcja, e-mail, telefon, zgody", "Biuro i zarząd izby", "Członkostwo i 5 lat od końca roku; bez przyjęcia 3 lata"),
        new("Polecenia firm", "Zaufanie między członkami", "art. 6 ust. 1 lit. f RODO", "Autorzy poleceń", "Imię i nazwisko, firma, treść, za zgodą e-mail", "Wszyscy, po przeczytaniu przez moderatora", "Do usunięcia konta: wtedy bez nazwiska albo wcale, jak wybierze autor"),
        new("Zgłoszenia treści", "Obowiązek z aktu o usługach cyfrowych", "art. 6 ust. 1 lit. c RODO", "Zgłaszający i autorzy treści", "Imię i nazwisko, e-mail, uzasadnienie", "Moderatorzy", "3 lata od decyzji"),
        new("Listy z serwisu", "Potwierdzenia, powiadomienia", "art. 6 ust. 1 lit. b; newsletter: lit. a", "Osoby z kontem i zaproszone", "Adres, treść listu", "Dostawca poczty", "Treść 90 dni od wysłania"),
        new("Zgody", "Dowód, na co i kiedy się zgodzono", "art. 6 ust. 1 lit. c w zw. z art. 7 ust. 1 RODO", "Osoby z kontem", "Rodzaj, wersja tekstu, data, miejsce, wycofanie", "Brak", "Bezterminowo, po usunięciu konta bez danych osoby"),
        new("Dziennik zmian", "Bezpieczeństwo i rozliczalność", "art. 6 ust. 1 lit. f w zw. z art. 32 RODO", "Osoby, które coś zmieniają", "Kto, kiedy, co, z jakiego adresu IP", "Administrator serwisu", "Łańcuch wpisów bezterminowo; wartości o osobie do jej usunięcia, adresy IP 12 miesięcy"),
    ];

    public static readonly IReadOnlyList<DataProcessor> Processors =
    [
        new("Dostawca serwera", "Utrzymanie aplikacji i bazy", "Wszystkie", "Wpisz nazwę i datę umowy powierzenia"),
        new("Dostawca poczty (SMTP)", "Wysyłka listów", "Adres, imię i nazwisko, treść listu", "Tylko gdy ustawiono serwer poczty"),
        new("Przechowujący kopie zapasowe", "Kopie bazy", "Wszystkie", "Tylko gdy kopie leżą poza serwerem"),
    ];

    public static readonly IReadOnlyList<RetentionRule> Retention =
    [
        new("Konta, których nikt nie potwierdził", "7 dni", true),
        new("Wygasłe sesje, zużyte linki, nieudane logowania", "30 dni", true),
        new("Treść wysłanych listów", "90 dni", true),
        new("Porzucone szkice profilu", "90 dni", true),
        new("Pliki, których nic nie pokazuje", "30 dni", true),
        new("Przebiegi prac według zegara", "90 dni", true),
        new("Adresy IP w dzienniku zmian", "12 miesięcy", true),
        new("Zgłoszenia treści: imię i adres zgłaszającego", "3 lata od decyzji", true),
        new("Niewysłane deklaracje członkowskie", "14 dni", true),
        new("Deklaracje wycofane i odmowy", "3 lata", true),
        new("Składki i płatności", "5 lat od końca roku", false),
        new("Kopie zapasowe", "jak ustalono w umowie z dostawcą", false),
    ];
}

namespace Norda.Features.Membership.Joining;

/// <summary>
/// What a firm is told about personal data when it declares (RODO, article 13). A new text is a new version; declarations name the one that was
/// shown. It is part of the contract, so it is in Polish only.
/// </summary>
public static class DeclarationTerms
{
    public const string NoteVersion = "2026-11";

    /// <summary>Where the chamber has not put its statute into the library yet.</summary>
    public const string StatuteOnPaper = "w biurze izby";

    public static readonly IReadOnlyList<string> Note =
    [
        "Administratorem danych z deklaracji jest izba. Przetwarza je, żeby rozpatrzyć deklarację i prowadzić członkostwo (art. 6 ust. 1 lit. b RODO), wypełniać obowiązki księgowe i podatkowe (lit. c) oraz pokazywać firmę w katalogu członków (lit. f). Zgody na listy i zdjęcia są dobrowolne (lit. a) i można je wycofać w każdej chwili.",
        "Dane zobaczą biuro i zarząd izby oraz dostawcy poczty i serwera. Dane firmy, bez danych reprezentanta, po przyjęciu pokazujemy w katalogu.",
        "Trzymamy je przez czas członkostwa, a zapisy księgowe pięć lat od końca roku. Deklarację, która nie skończyła się przyjęciem, trzymamy trzy lata.",
        "Masz prawo do dostępu, kopii, sprostowania, usunięcia, ograniczenia, przeniesienia i sprzeciwu oraz do skargi do Prezesa UODO. Podanie danych jest dobrowolne, ale bez nich nie można rozpatrzyć deklaracji.",
    ];

    public static readonly IReadOnlyList<string> Duties =
    [
        "Firma przyjmuje do stosowania statut izby i uchwały jej władz.",
        "Firma płaci wpisowe i składki w wysokości i terminach z uchwał.",
        "Osoba, która składa deklarację, ma prawo ją złożyć w imieniu firmy.",
    ];
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Home.Errors;

/// <summary>What went wrong and what to do now, for every code that people meet.</summary>
[Access(Resource.Page, Act.Read)]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public class ErrorModel(Me me, IStringLocalizer<Texts> texts) : PageModel
{
    public int Code { get; private set; }
    public string Title { get; private set; } = "";
    public string Advice { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = Response.StatusCode >= 400 ? Response.StatusCode : code;
        Response.StatusCode = Code;
        (Title, Advice) = Code switch
        {
            401 => (texts["Zaloguj się, żeby to zobaczyć"], texts["Ta strona jest dla członków izby."]),
            403 when me.IsSignedIn && !me.Is(Role.Member) => (texts["To zobaczysz jako członek izby"], texts["Otworzy się, gdy przyjmie Cię firma członkowska. Na stronie Moje konto widać, na co czekasz."]),
            403 => (texts["Ta strona nie jest dla Ciebie"], texts["Jeśli potrzebujesz dostępu, zadzwoń do biura izby."]),
            404 => (texts["Nie ma takiej strony"], texts["Adres mógł się zmienić. Poszukaj firmy w katalogu albo wróć na stronę główną."]),
            410 => (texts["Tej firmy nie ma już w katalogu"], texts["Firma zakończyła działalność albo wystąpiła z izby. Zobacz podobne firmy w katalogu."]),
            413 => (texts["Ten plik jest za duży"], texts["Zmniejsz go i wyślij jeszcze raz. Zdjęcia przyjmujemy do 10 MB."]),
            422 => (texts["Czegoś brakuje w formularzu"], texts["Wróć i popraw zaznaczone pola. To, co wpisano, zostało zachowane."]),
            429 => (texts["Za dużo zapytań naraz"], texts["Odczekaj minutę i spróbuj ponownie."]),
            503 => (texts["Krótka przerwa"], texts["Baza danych jest przez chwilę niedostępna. Twoje dane są bezpieczne. Odśwież stronę za kilka sekund."]),
            >= 500 => (texts["Coś się u nas zepsuło"], texts["Twoje dane są bezpieczne. Spróbuj ponownie, a jeśli to nie pomoże, zadzwoń do biura izby."]),
            _ => (texts["Nie udało się pokazać tej strony"], texts["Sprawdź adres albo wróć na stronę główną."]),
        };
    }
}

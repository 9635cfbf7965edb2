using Norda.Platform;

namespace Norda.Features.Accounts.Consents;

/// <summary>
/// Every version of every text that people agree to, in one place and for ever: a row of user_consents names one of them. A new version is
/// a new entry with the day from which it holds; the old one stays. The texts are the contract, so they are in Polish only.
/// </summary>
public class ConsentTexts(TimeProvider clock)
{
    public const string Terms = "regulamin";
    public const string Privacy = "prywatnosc";
    public const string Newsletter = "newsletter";
    public const string Pictures = "wizerunek";

    public virtual IReadOnlyList<ConsentText> All { get; } =
    [
        new(Terms, "2026-11", new DateOnly(2026, 11, 1), "Zasady serwisu", IsRequired: true,
        [
            "Konto jest dla osób z firm, które są w izbie albo chcą do niej wejść. Zakładasz je na siebie; hasła nikomu nie podajesz.",
            "Za treść profilu firmy odpowiada firma. Piszesz prawdę, nie podajesz danych osób, które się na to nie zgodziły, i nie naruszasz cudzych praw.",
            "Polecenia piszesz o firmach, z którymi masz doświadczenie. Przed publikacją czyta je moderator; odmowę uzasadnia i można się od niej odwołać do biura izby.",
            "Treść bezprawną może zgłosić każdy. Biuro izby rozpatruje zgłoszenie, a autorowi podaje powód decyzji.",
            "Konto zamkniesz albo usuniesz w każdej chwili na stronie „Moje konto”. Izba może je zamknąć, gdy ktoś łamie te zasady; powód podaje na piśmie.",
        ]),
        new(Privacy, "2026-11", new DateOnly(2026, 11, 1), "Informacja o danych osobowych", IsRequired: true,
        [
            "Administratorem Twoich danych jest izba. Przetwarza je, żeby prowadzić konto i katalog członków (art. 6 ust. 1 lit. b i f RODO) oraz wypełniać obowiązki wynikające z prawa (lit. c).",
            "Dane konta trzymamy, póki je masz; zapisy księgowe przez pięć lat od końca roku; listy w skrzynce nadawczej przez 90 dni; szczegóły dziennika zmian do usunięcia konta.",
            "Masz prawo do dostępu, kopii, sprostowania, usunięcia, ograniczenia, przeniesienia i sprzeciwu oraz do skargi do Prezesa UODO. Kopię pobierzesz, a konto usuniesz na stronie „Moje konto”.",
        ]),
        new(Newsletter, "2026-11", new DateOnly(2026, 11, 1), "Listy o wydarzeniach i ofertach izby", IsRequired: false,
            ["Zgadzam się, żeby izba przysyłała mi e-mailem zaproszenia na wydarzenia i oferty członków. Zgodę mogę wycofać w każdej chwili."]),
        new(Pictures, "2026-11", new DateOnly(2026, 11, 1), "Zdjęcia z wydarzeń", IsRequired: false,
            ["Zgadzam się, żeby izba pokazywała w tym serwisie zdjęcia z wydarzeń, na których mnie widać. Zgodę mogę wycofać w każdej chwili; zdjęcie wtedy zniknie."]),
    ];

    /// <summary>The text of each kind that holds today.</summary>
    public IReadOnlyList<ConsentText> Current => [.. All.Where(t => t.From <= clock.Today()).GroupBy(t => t.Kind).Select(g => g.MaxBy(t => t.From)!)];

    /// <summary>Rows for somebody who has just agreed to all that an account needs.</summary>
    /// <param name="source">Where they ticked it: "rejestracja", "zaproszenie", …</param>
    public IEnumerable<UserConsent> GivenBy(int person, string source) =>
        Current.Where(t => t.IsRequired).Select(t => new UserConsent { UserId = person, Kind = t.Kind, Version = t.Version, Source = source, GivenAt = clock.GetUtcNow().UtcDateTime });

    /// <summary>The text of the kind that held on a day.</summary>
    public ConsentText? On(string kind, DateOnly day) => All.Where(t => t.Kind == kind && t.From <= day).MaxBy(t => t.From);

    public ConsentText? Find(string kind, string version) => All.FirstOrDefault(t => t.Kind == kind && t.Version == version);

    public ConsentText? CurrentOf(string kind) => Current.FirstOrDefault(t => t.Kind == kind);
}

/// <param name="Kind">In the database; never changes.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="IsRequired">Without it there is no account; others are given and taken back freely.</param>
public sealed record ConsentText(string Kind, string Version, DateOnly From, string Title, bool IsRequired, IReadOnlyList<string> Paragraphs);

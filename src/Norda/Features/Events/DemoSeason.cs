namespace Norda.Features.Events;

/// <summary>An invented event, so many days from the day on which the demo chamber is filled.</summary>
public sealed record DemoEvent(string Title, int InDays, TimeOnly Start, TimeOnly End, EventType Type, string Place, string Category, string Description)
{
    public EventVisibility Visibility { get; init; }
    public string? Programme { get; init; }
    public string? Speaker { get; init; }

    /// <summary>The speaker's, by its place in the directory.</summary>
    public int? Firm { get; init; }

    public bool IsFeatured { get; init; }
    public int? Seats { get; init; }
    public int Guests { get; init; }
    public string? CancelReason { get; init; }
    public IReadOnlyList<(string Mailbox, AttendeeStatus Status, string? Guest)> Answers { get; init; } = [];
}

public static class DemoSeason
{
    private const string Office = "Biuro izby, Wejherowo";
    private const AttendeeStatus Yes = AttendeeStatus.Confirmed, Maybe = AttendeeStatus.Maybe, No = AttendeeStatus.Declined, Waits = AttendeeStatus.Waiting;

    public static readonly IReadOnlyList<DemoEvent> All =
    [
        new("Śniadanie biznesowe: KSeF po dziesięciu miesiącach", 4, new(8, 30), new(10, 30), EventType.Meeting, Office, "śniadanie",
            "Co działa, co boli i jak firmy z naszej izby ułożyły obieg faktur. Bez slajdów: **trzy krótkie historie** i rozmowa przy kawie.\n\nPrzynieś jedno pytanie, na które nikt Ci jeszcze nie odpowiedział.")
        {
            Programme = "- 8:30 kawa i rozmowy\n- 9:00 trzy historie z firm\n- 9:45 pytania do doradcy podatkowego\n- 10:20 co dalej", Speaker = "Beata Wzorcowa", Firm = 2, IsFeatured = true, Seats = 40,
            Answers = [("anna", Yes, null), ("bartek", Yes, null), ("moderator", Yes, null), ("celina", Maybe, null)],
        },
        new("Kredyt technologiczny bez doradcy", 8, new(12, 0), new(13, 0), EventType.Webinar, "online", "webinar",
            "Kto może dostać premię technologiczną, ile trwa wniosek i czego bank nie powie sam. Po godzinie wiesz, czy to dla Twojej firmy.")
        { Programme = "- warunki i terminy\n- wniosek krok po kroku\n- pytania na czacie", Speaker = "Tomasz Przykładny", Firm = 5, Answers = [("anna", Maybe, null), ("celina", Yes, null)] },
        new("Wizyta w hali: laser, spawanie, malowanie proszkowe", 13, new(15, 0), new(17, 0), EventType.Meeting, "Metal-Port Żółkiewski, Wejherowo", "wizyta",
            "Gospodarz pokaże halę od magazynu blach po malarnię. Grupa jest mała, więc każdy zobaczy wszystko z bliska. **Weź pełne buty.**")
        { Speaker = "Anna Pokazowa", Firm = 0, Visibility = EventVisibility.Members, Seats = 2, Answers = [("bartek", Yes, null), ("moderator", Yes, null), ("celina", Waits, null)] },
        new("Wigilia przedsiębiorców", 18, new(17, 0), new(21, 0), EventType.Networking, "Sala widowiskowa, Wejherowo", "święta",
            "Barszcz, kolędy po kaszubsku i rok w zdjęciach. Możesz przyjść z jedną osobą, prosimy tylko o jej imię i nazwisko.")
        { Visibility = EventVisibility.Members, Seats = 120, Guests = 1, IsFeatured = true, Answers = [("anna", Yes, "Piotr Pokazowy"), ("bartek", Yes, null), ("celina", No, null)] },
        new("Jak mówić o cenie, żeby nie tracić klienta", 26, new(10, 0), new(13, 0), EventType.Meeting, Office, "szkolenie",
            "Warsztat dla właścicieli i handlowców. Ćwiczymy na Waszych ofertach, w parach, z informacją zwrotną.")
        { Programme = "1. Po co klientowi cennik\n2. Rozmowa o rabacie, ćwiczenia\n3. Oferta na jedną stronę", Speaker = "Ewa Wzorcowa", Firm = 3, Seats = 16 },
        new("Szybkie rozmowy: 12 firm w godzinę", 33, new(17, 30), new(19, 0), EventType.Networking, "Kawiarnia Pod Ratuszem, Puck", "networking",
            "Pięć minut na rozmowę, dzwonek, następny stolik. Po wszystkim lista kontaktów trafia do uczestników.") { Seats = 24, Answers = [("celina", Yes, null)] },
        new("Praktyki uczniów: kto przyjmuje w lutym", 40, new(11, 0), new(12, 0), EventType.Webinar, "online", "webinar",
            "Dwie szkoły branżowe mówią, kogo uczą, a firmy, ilu uczniów przyjmą. Umowę i program praktyk dostaniesz gotowe.") { Visibility = EventVisibility.Members, Answers = [("anna", Maybe, null)] },
        new("Zebranie członków izby", 75, new(16, 0), new(19, 0), EventType.Meeting, "Sala konferencyjna, Reda", "zebranie",
            "Sprawozdanie, budżet i plan na rok. Porządek obrad i projekty uchwał wyślemy czternaście dni wcześniej.") { Visibility = EventVisibility.Members },
        new("Żeglarski poranek z przedsiębiorcami", 10, new(9, 0), new(12, 0), EventType.Networking, "Port jachtowy, Puck", "networking", "Trzy jachty, trzy grupy, jedna zatoka.")
        { CancelReason = "Prognoza zapowiada sztorm. Nowy termin podamy wiosną.", Seats = 18, Answers = [("bartek", Yes, null)] },
        new("Śniadanie biznesowe: prąd z klastra energii", -12, new(8, 30), new(10, 30), EventType.Meeting, Office, "śniadanie",
            "Trzy firmy pokazały rachunki przed wejściem do klastra i po nim.") { Speaker = "Robert Przykładny", Firm = 4, Seats = 30, Answers = [("anna", Yes, null), ("bartek", Yes, null), ("celina", Yes, null)] },
        new("Cyberbezpieczeństwo w małej firmie", -27, new(12, 0), new(13, 30), EventType.Webinar, "online", "webinar",
            "Kopie, hasła i fałszywe faktury: co zrobić w jeden dzień i za darmo.") { Speaker = "Marek Wzorcowy", Firm = 6, Answers = [("anna", Yes, null), ("moderator", Yes, null)] },
        new("Piknik firm nad jeziorem", -60, new(13, 0), new(18, 0), EventType.Networking, "Wdzydze", "piknik",
            "Kajaki, ognisko i rozmowy bez garniturów. Zdjęcia są w aktualnościach.") { Guests = 3, Answers = [("anna", Yes, "Piotr Pokazowy"), ("bartek", Yes, null)] },
    ];
}

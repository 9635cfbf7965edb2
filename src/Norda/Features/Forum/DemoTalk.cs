namespace Norda.Features.Forum;

/// <summary>A conversation of the demo chamber, as it is written down.</summary>
internal sealed record DemoTalk(int Shelf, string Author, TimeSpan Ago, string Title, string Text, params IReadOnlyList<(string Author, string Text)> Replies)
{
    public bool IsPinned { get; init; }
    public bool IsLocked { get; init; }

    /// <summary>Number of the reply that solved it, from 0.</summary>
    public int? Solution { get; init; }

    public static readonly (string Name, string Description)[] Shelves =
    [
        ("Pytania i polecenia", "Kto zna dobrego wykonawcę, dostawcę, doradcę? Pytaj tych, którzy już sprawdzili."),
        ("Prawo i finanse", "Podatki, umowy, dotacje i koszty, tak jak je widać z firmy."),
        ("Ludzie i praca", "Rekrutacja, praktyki, szkolenia i to, jak zatrzymać dobrych ludzi."),
        ("Sprawy izby", "Spotkania, pomysły i decyzje, które dotyczą nas wszystkich."),
    ];

    public static readonly DemoTalk[] All =
    [
        new(3, "biuro", TimeSpan.FromDays(40), "Zasady forum w pięciu zdaniach", """
            Forum czytają tylko członkowie izby, więc można tu pisać wprost. Prosimy jednak o kilka rzeczy:

            - pytanie w tytule, szczegóły w treści
            - bez cenników konkurencji i danych osób trzecich
            - jedna sprawa to jeden temat
            - gdy ktoś rozwiąże problem, oznacz jego odpowiedź
            - jeśli coś jest nie tak, użyj odnośnika **Zgłoś**

            Moderatorka czyta zgłoszenia w dni robocze i zawsze podaje powód decyzji.
            """) { IsPinned = true, IsLocked = true },
        new(1, "anna", TimeSpan.FromHours(26), "Czy ktoś przeszedł już na prąd z klastra energii?", """
            Dostaliśmy ofertę przystąpienia do klastra. Stawka wygląda dobrze, ale umowa jest na trzy lata i ma **karę za zużycie poniżej progu**.

            Czy ktoś z Was już w tym jest? Interesuje mnie przede wszystkim:

            1. jak wygląda rozliczenie zimą
            2. czy próg zużycia da się wynegocjować
            """,
            ("bartek", "My od marca. Zimą dokupują z rynku i wtedy rachunek jest bliżej zwykłej taryfy, średnio w roku wychodzi około 15% mniej."),
            ("celina", "> umowa jest na trzy lata i ma karę za zużycie poniżej progu\n\nTen punkt warto negocjować. U znajomych zeszli do 70% zużycia z poprzedniego roku."),
            ("bartek", "Potwierdzam, próg jest do rozmowy. Poproście też o comiesięczny odczyt, bo domyślnie rozliczają kwartalnie."),
            ("anna", "Dziękuję, to mi bardzo pomaga. @Bartek, czy mogę zadzwonić i zapytać o szczegóły umowy?"),
            ("bartek", "Jasne, jutro po dziesiątej.")),
        new(0, "celina", TimeSpan.FromDays(6), "Kto serwisuje wózki widłowe w okolicy Redy?", "Nasz dotychczasowy serwis skończył działalność. Mamy dwa wózki gazowe i jeden elektryczny, zależy nam na reakcji w ciągu jednego dnia.",
            ("bartek", "Sprawdźcie w katalogu pod hasłem „serwis maszyn”. Z dwóch firm korzystamy i obie przyjeżdżają tego samego dnia."),
            ("moderator", "Dodam tylko, że przy przeglądach UDT dobrze mieć jednego wykonawcę na wszystkie wózki, jest taniej."),
            ("celina", "Dzięki, umówione na piątek.")) { Solution = 0 },
        new(2, "bartek", TimeSpan.FromDays(9), "Uczniowie na praktyki w lutym: kto przyjmuje?", "Technikum w Wejherowie szuka miejsc dla 24 uczniów, głównie mechatroników i logistyków. Cztery tygodnie, opiekun ze szkoły przyjeżdża raz w tygodniu. Możemy wziąć pięć osób, resztą chętnie się podzielę.",
            ("anna", "Weźmiemy trzy osoby na halę, najlepiej mechatronika."),
            ("celina", "Rok temu były u nas dwie osoby i jedna została na stałe. Polecam, tylko trzeba im dać prawdziwe zadania."),
            ("biuro", "Zbieramy zgłoszenia do 10 grudnia i przekażemy szkole jedną listę. Wystarczy wpisać się tutaj.")),
        new(1, "bartek", TimeSpan.FromDays(14), "Faktury ustrukturyzowane: jak przygotować małą firmę?", "Wystawiamy około 80 faktur miesięcznie z programu sprzed dziesięciu lat. Zastanawiam się, czy go wymieniać, czy poczekać. Co zrobiliście u siebie?",
            ("anna", "Wymieniliśmy w zeszłym roku. Najwięcej czasu zajęło uporządkowanie kartotek kontrahentów, warto zacząć od tego."),
            ("moderator", "Biuro rachunkowe zrobiło nam próbę na środowisku testowym. Jeden dzień pracy, a wyszły wszystkie błędy w danych."),
            ("bartek", "To zacznę od kartotek. Czy ktoś może polecić szkolenie dla osoby od fakturowania?"),
            ("biuro", "Planujemy takie szkolenie w styczniu, informacja będzie w wydarzeniach.")) { Solution = 1 },
        new(0, "anna", TimeSpan.FromMinutes(25), "Szukam drukarni, która zrobi 200 katalogów przed świętami", "Format A4, 32 strony, klejone. Projekt gotowy do druku. Terminy w Trójmieście są już na styczeń."),
        new(2, "celina", TimeSpan.FromDays(20), "Czterodniowy tydzień pracy: czy ktoś próbował?", "Zespół pyta, konkurencja ogłasza, a my produkujemy na dwie zmiany. Czy da się to w ogóle pogodzić z produkcją?",
            ("bartek", "W biurze tak, na hali nie. Skończyło się na krótszym piątku dla wszystkich i to działa."),
            ("anna", "U nas pilotaż trwał trzy miesiące. Wydajność bez zmian, ale grafik robiło się dwa razy dłużej."),
            ("celina", "Krótszy piątek brzmi rozsądnie, spróbujemy od wiosny.")),
        new(3, "moderator", TimeSpan.FromDays(11), "Śniadanie biznesowe: jaki temat w styczniu?", "Mamy salę na 40 osób i trzy propozycje: ceny energii, rekrutacja z zagranicy, sztuczna inteligencja w biurze. Napiszcie, co Was najbardziej interesuje, albo dodajcie własny temat.",
            ("anna", "Energia, i to z kimś, kto już podpisał umowę."),
            ("bartek", "Rekrutacja z zagranicy. Formalności zmieniają się co kwartał i nikt tego nie ogarnia."),
            ("celina", "Głosuję za energią.")),
        new(1, "anna", TimeSpan.FromDays(33), "Dotacje na termomodernizację hali: pierwsze doświadczenia", "Złożyliśmy wniosek na ocieplenie dachu i nowe bramy. Jeśli ktoś się waha: audyt energetyczny trzeba mieć **przed** złożeniem wniosku, nie po.",
            ("bartek", "A ile trwała ocena?"),
            ("anna", "Siedem tygodni i dwa wezwania do uzupełnienia. Oba dotyczyły załączników, więc warto mieć kogoś, kto sprawdzi komplet."),
            ("moderator", "Przypinam do zakładek, bardzo praktyczne.")),
        new(0, "bartek", TimeSpan.FromDays(3), "Polecicie tłumacza przysięgłego niemieckiego?", "Chodzi o umowę ramową i warunki dostaw, około 30 stron. Ważna jest znajomość języka technicznego.",
            ("celina", "Wysyłam kontakt w wiadomości. Tłumaczyła nam instrukcje maszyn i nic nie trzeba było poprawiać.")),
    ];
}

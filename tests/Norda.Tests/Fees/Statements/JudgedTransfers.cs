using System.Globalization;
using Norda.Features.Fees.Statements.Matching;
using Norda.Platform;

namespace Norda.Tests.Fees.Statements;

/// <summary>A member of the judged set.</summary>
internal sealed record JudgedFirm(string Name, string Nip, int Number, decimal Monthly, int OpenMonths, string Account, bool IsAccountKnown);

/// <summary>A transfer and the truth about it: the place of the firm whose fee it is, or null for none.</summary>
internal sealed record Judged(Paid Transfer, int? Firm, string Kind);

/// <summary>Invented members of a chamber and how Poles pay them: the same each time.</summary>
internal static class JudgedTransfers
{
    private static readonly string[] Cores =
    [
        "Zatoka", "Kaszub-Alu", "Metal-Port Żółkiewski", "Hydro-Spaw", "Inox Pomorze", "Baltic Soft", "Ogrody Wiejskie", "Kreft Budownictwo", "Stalmor Konstrukcje", "Stalmor", "Przetwórnia Kaszubska", "Kancelaria Labuda",
        "Pomorska Grupa Transportowa", "Pomorska Grupa Energetyczna", "Stocznia Jachtowa Zatoka", "Warsztat Miotk", "Zajazd pod Dębem", "Jan Kowalski Usługi Budowlane", "Kowalski i Synowie", "Kowalski", "Nowak Transport", "Nowak Trans-Bud",
        "Drukarnia Gryf", "Gryf Serwis", "Gryf", "Elektro-Wejher", "Wejher Nieruchomości", "Żuraw Maszyny", "Mleczarnia Krokowa", "Cukiernia Słodka Chwila", "Piekarnia Formela", "Formela Meble", "Dach-Pol", "Dachy Pomorskie", "Okna Północ", "Drzwi Północ",
    ];

    private static readonly string[] Branches = ["", "Plus", "Bis", "Rumia"];
    private static readonly string[] Forms = [" Sp. z o.o.", " s.c.", " S.A.", " sp.j.", " Sp. z o.o. Sp.k.", ""];
    private static readonly string[] Months = ["styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"];
    private static readonly string[] Declined = ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"];
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    private static readonly string[] People = ["ANNA WIŚNIEWSKA", "PIOTR ZIELIŃSKI", "MAŁGORZATA KOWALSKA", "TOMASZ NOWAK", "BARBARA LEWANDOWSKA"];
    private static readonly string[] Streets = ["UL. SOBIESKIEGO 12 84-200 WEJHEROWO", "UL DŁUGA 5/2 84-230 RUMIA", "AL. ZWYCIĘSTWA 96 81-451 GDYNIA", "84-100 PUCK UL. MORSKA 1"];

    public static IReadOnlyList<JudgedFirm> Firms()
    {
        var chance = new Random(5310);
        var firms = new List<JudgedFirm>();
        for (var i = 0; i < 120; i++)
        {
            var core = i < Cores.Length ? Cores[i] : $"{Cores[i % Cores.Length]} {Branches[i / Cores.Length]}"; // firms that differ by one word
            firms.Add(new(core + Forms[i % Forms.Length], NipOf(chance), 100 + i, ((decimal[])[150, 200, 350])[i % 3], 4 + (i % 3), BankFiles.Account(chance), i % 10 != 9));
        }

        return firms;
    }

    public static IReadOnlyList<Judged> Transfers(IReadOnlyList<JudgedFirm> firms)
    {
        var chance = new Random(2611);
        List<Judged> all =
        [
            .. Enumerable.Range(0, 65).Select(i => Referenced(firms, i, chance)), .. Enumerable.Range(0, 50).Select(i => Numbered(firms, (i * 7) % 120, chance)),
            .. Enumerable.Range(0, 80).Select(i => FromKnownAccount(firms, (i * 11) % 120, chance)).OfType<Judged>(), .. Hard(firms, chance), .. Foreign(firms, chance),
        ];
        return [.. all.OrderBy(_ => chance.Next())];
    }

    /// <summary>The title of the firm's own page, copied well or badly, whoever pays.</summary>
    private static Judged Referenced(IReadOnlyList<JudgedFirm> firms, int i, Random chance)
    {
        var firm = firms[(i * 13) % firms.Count];
        var reference = MemberReference.Of(firm.Number, 2026, 11);
        string[] titles = [$"Składka 11/2026 {reference} NIP {firm.Nip}", $"SKLADKA 11/2026 {reference}", reference, $"skladka {reference.Replace("/", " ", StringComparison.Ordinal)}", $"Składka {reference.ToLowerInvariant()} {firm.Name}", $"SKLADKA CZLONKOWSKA {reference.Replace("/", "", StringComparison.Ordinal)}"];
        var own = i % 4 != 3;
        return new(Pay(chance, firm.Monthly, own ? Written(firm, chance) : People[i % People.Length], own ? firm.Account : BankFiles.Account(chance), titles[i % titles.Length]), (i * 13) % firms.Count, "reference");
    }

    /// <summary>The tax number in the title, often for several months.</summary>
    private static Judged Numbered(IReadOnlyList<JudgedFirm> firms, int place, Random chance)
    {
        var firm = firms[place];
        var months = 1 + chance.Next(3);
        var span = months == 1 ? Roman[10] : $"{Roman[11 - months]}-{Roman[10]}";
        string[] titles = [$"SKLADKA {span} NIP {Nip.Display(firm.Nip)}", $"składka członkowska {span}/2026 PL{firm.Nip}", $"SKŁADKI {span} 2026 R. NIP{firm.Nip}", $"Opłata członkowska NIP: {firm.Nip[..3]} {firm.Nip[3..6]} {firm.Nip[6..8]} {firm.Nip[8..]}"];
        return new(Pay(chance, firm.Monthly * months, Written(firm, chance), chance.Next(3) == 0 ? firm.Account : BankFiles.Account(chance), titles[chance.Next(titles.Length)]), place, "nip");
    }

    /// <summary>An account that a person confirmed earlier; titles in every case and spelling.</summary>
    private static Judged? FromKnownAccount(IReadOnlyList<JudgedFirm> firms, int place, Random chance)
    {
        var firm = firms[place];
        if (!firm.IsAccountKnown)
            return null;
        var months = 1 + chance.Next(3);
        string[] titles =
        [
            $"składka członkowska {Months[10]}", $"SKŁADKI CZŁONKOWSKIEJ ZA {Declined[10].ToUpperInvariant()}", $"skladka za m-c {11}/2026", $"opłata składki izba, {Months[9]} i {Months[10]}", "SKLADKA", $"składka od {Declined[8]} do {Declined[10]}",
            "Składki członkowskie", $"czlonkostwo {Roman[10]}/26", "przelew zgodnie z uchwałą", "składka cz. Norda",
        ];
        return new(Pay(chance, firm.Monthly * months, Written(firm, chance), firm.Account, titles[chance.Next(titles.Length)]), place, "account");
    }

    /// <summary>Fees by which even a person would stop for a moment.</summary>
    private static IEnumerable<Judged> Hard(IReadOnlyList<JudgedFirm> firms, Random chance)
    {
        Judged Of(int place, decimal amount, string name, string account, string title) => new(Pay(chance, amount, name, account, title), place, "hard");
        for (var i = 0; i < 6; i++)
        {
            var (place, firm) = (9 + (i * 10), firms[9 + (i * 10)]);
            yield return Of(place, firm.Monthly, firm.Name.ToUpperInvariant(), firm.Account, "składka"); // account not known yet
            yield return Of(place, firm.Monthly, People[i % 5], BankFiles.Account(chance), $"składka za firmę {firm.Name}"); // from a private account
        }

        var (mother, sister) = (firms[22], firms[23]);
        yield return Of(23, sister.Monthly, mother.Name, mother.Account, $"składka za {sister.Name}");
        yield return Of(9, firms[9].Monthly, firms[8].Name, firms[8].Account, $"Składka NIP {firms[9].Nip}");
        yield return Of(5, firms[5].Monthly, firms[5].Name, firms[5].Account, "Składka NIP 5831014890"); // mistyped
        yield return Of(6, firms[6].Monthly + 0.5m, firms[6].Name, firms[6].Account, "składka z odsetkami");
    }

    /// <summary>Money that is no fee, from strangers and from members, in sums that would fit.</summary>
    private static IEnumerable<Judged> Foreign(IReadOnlyList<JudgedFirm> firms, Random chance)
    {
        string[] members = ["FV 12/2026", "Faktura nr 7/11/2026", "F/88/2026", "FS-2026/11/3 NIP {0}", "zapłata za fakturę 5/2026", "udział w śniadaniu biznesowym", "Konferencja 20.11 NIP {0}", "bilet gala", "darowizna na cele statutowe", "czynsz listopad", "zwrot nadpłaty", "reklama w biuletynie, NIP {0}", "szkolenie RODO 2 osoby", "stoisko targowe FV 9"];
        foreach (var (i, title) in members.Index())
        {
            var firm = firms[(i * 17) % firms.Count];
            yield return new(Pay(chance, firm.Monthly, Written(firm, chance), firm.Account, string.Format(CultureInfo.InvariantCulture, title, firm.Nip)), null, "foreign");
        }

        string[] strangers = ["FV 3/2026", "zwrot podatku VAT", "składka ubezpieczenia OC", "Umowa 12/2026", "odsetki", "przelew własny", "Faktura 5260250995", "składka 5260250995", "za wynajem sali", "dotacja powiat"];
        foreach (var (i, title) in strangers.Index())
            yield return new(Pay(chance, firms[i].Monthly, ((string[])["URZĄD SKARBOWY W WEJHEROWIE", "POMORZE TRANSPORT SP. Z O.O.", "GRYF UBEZPIECZENIA S.A.", "STAROSTWO POWIATOWE", "ADAM ZATOKA", "ZATOKA CATERING SP. Z O.O."])[i % 6], BankFiles.Account(chance), title), null, "foreign");
        foreach (var place in (int[])[2, 12, 14, 28])
            yield return new(Pay(chance, firms[place].Monthly, firms[place].Name, BankFiles.Account(chance), "składka NIP 5260250995"), null, "foreign"); // the name of one, the number of another
        yield return new(Pay(chance, 150, firms[0].Name, firms[0].Account, "składka") with { Currency = "EUR" }, null, "foreign");
    }

    /// <summary>As the bank writes the payer: capitals, without marks, cut, with the address behind.</summary>
    private static string Written(JudgedFirm firm, Random chance) => chance.Next(6) switch
    {
        0 => firm.Name,
        1 => firm.Name.ToUpperInvariant(),
        2 => Folding.Fold(firm.Name).ToUpperInvariant(),
        3 => $"{firm.Name.ToUpperInvariant()}  {Streets[chance.Next(4)]}",
        4 => $"{firm.Name.ToUpperInvariant().Replace("SP. Z O.O.", "SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", StringComparison.Ordinal)}",
        _ => $"{firm.Name} {Streets[chance.Next(3)]}",
    };

    private static Paid Pay(Random chance, decimal amount, string name, string account, string title) => new(new(2026, 11, 1 + chance.Next(20)), amount, name, account, title);

    private static string NipOf(Random chance)
    {
        while (true)
        {
            var digits = "58" + string.Concat(Enumerable.Range(0, 8).Select(_ => chance.Next(10)));
            if (Nip.TryParse(digits, out var nip))
                return nip;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;

namespace Norda.Features.Classifieds;

/// <summary>What the demo chamber's people seek and offer.</summary>
public class DemoClassifieds(AppDb db, ClassifiedWords words, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private static readonly (string Mailbox, ListingType Type, string Title, string Text, string? Budget, string? Place, int DaysLeft)[] Said =
    [
        ("anna", ListingType.Wanted, "Firma do spawania balustrad aluminiowych", "Dwadzieścia balkonów w Redzie, około 180 metrów balustrad. Rysunki mamy, szukamy kogoś, kto pospawa i zamontuje do końca marca.", "do 90 000 zł", "Reda", 25),
        ("anna", ListingType.Offered, "Wolne moce na wycinarce laserowej", "Od grudnia mamy wolne popołudnia na laserze 3 kW: stal do 15 mm, aluminium do 8 mm. Krótkie serie mile widziane.", null, "Wejherowo", 21),
        ("bartek", ListingType.Wanted, "Księgowość dla spółki z 12 pracownikami", "Zmieniamy biuro od stycznia. Pełne księgi, kadry i płace, dobrze znany KSeF. Wolimy kogoś na miejscu.", "do 3 500 zł miesięcznie", "powiat wejherowski", 27),
        ("bartek", ListingType.Offered, "Palety euro po przeglądzie, 300 sztuk", "Używane, przejrzane, bez pękniętych desek. Odbiór własny albo dowóz w powiecie. Oddajemy po 50 sztuk.", "32 zł za sztukę", "Rumia", 14),
        ("celina", ListingType.Wanted, "Wspólny transport do Niemiec, raz w tygodniu", "Wozimy po pół naczepy do Hamburga w każdy wtorek. Szukamy firmy, która dołoży drugą połowę: współpraca na stałe.", null, "Gdynia", 29),
        ("celina", ListingType.Offered, "Szkolenie z pierwszej pomocy w firmie", "Instruktor, fantom i AED, cztery godziny, do 15 osób. Zaświadczenia imienne.", "1 200 zł za grupę", "na miejscu u klienta", 18),
        ("moderator", ListingType.Wanted, "Strona internetowa z katalogiem produktów", "Około 60 wyrobów ze zdjęciami, wersja niemiecka, łatwa do zmiany bez programisty.", "8 000–12 000 zł", null, 24),
        ("moderator", ListingType.Wanted, "Podwykonawca instalacji elektrycznych", "Trzy hale w budowie, prace od lutego. Szukamy ekipy z uprawnieniami do 1 kV, współpraca na kilka lat.", null, "Pomorze", 28),
        ("bartek", ListingType.Wanted, "Używany wózek widłowy 2,5 t", "Elektryczny, z ważnym UDT, bateria po wymianie albo w dobrym stanie.", "do 45 000 zł", null, 2),
        ("anna", ListingType.Wanted, "Partner do oferty na termomodernizację szkoły", "Mamy okna i ślusarkę, brakuje nam kogoś od elewacji. Przetarg ogłoszą w styczniu, chcemy wystąpić razem.", null, "gmina Puck", 26),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration))
            return;
        var people = await db.Users.ToDictionaryAsync(u => u.Email!.Split('@')[0], u => new { u.Id, u.CompanyId }, cancel);
        if (people.Count == 0 || await db.Set<Classified>().AnyAsync(cancel))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (said, number) in Said.Select((s, i) => (s, i)).Reverse().ToList())
        {
            var author = people[said.Mailbox];
            var ad = new Classified
            {
                AuthorId = author.Id, CompanyId = author.CompanyId, Title = "", Slug = "", Description = "", CreatedAt = now.AddDays(said.DaysLeft - 30).AddMinutes(-number),
                ExpiresAt = now.AddDays(said.DaysLeft), ViewsCount = 3 + (number * 7 % 19), Once = Guid.NewGuid(),
            };
            ad.Take(new ClassifiedForm { Title = said.Title, Description = said.Text, Budget = said.Budget, Place = said.Place, Type = said.Type.Code }, words);
            db.Add(ad);
        }

        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }
}

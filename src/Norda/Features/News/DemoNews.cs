using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Platform;

namespace Norda.Features.News;

/// <summary>What the demo chamber has to say: one pinned, one for tomorrow, one still a draft.</summary>
public class DemoNews(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private static readonly (string Title, string? Summary, string Content, int? DaysAgo, bool IsPinned)[] Pieces =
    [
        ("KSeF bez paniki: dyżur ekspertki w każdy czwartek", "Od czwartku w biurze izby dyżuruje doradczyni podatkowa. Członkowie pytają bez opłat.",
            "Krajowy System e-Faktur obowiązuje już wszystkich, a pytań nie ubywa. Dlatego **od najbliższego czwartku, w godzinach 10:00–13:00**, w biurze izby dyżuruje doradczyni podatkowa.\n\n## Z czym warto przyjść\n\n- faktury korygujące wystawione po starej stronie,\n- uprawnienia dla biura rachunkowego,\n- tryb awaryjny: co wolno, a co trzeba dosłać.\n\nNa dyżur nie trzeba się zapisywać. Weź jedną fakturę, z którą masz kłopot: na przykładzie idzie najszybciej.", 2, true),
        ("Piętnaście firm z izby na targach w Gdańsku", "Wspólne stoisko odwiedziło ponad czterysta osób. Zebraliśmy zapytania i rozsyłamy je firmom.",
            "Trzy dni, piętnaście firm, jedno stoisko. Wspólny udział w targach kosztował każdą z nich mniej niż czwartą część osobnego stoiska.\n\nZapytania, które padły przy stoisku, przekazujemy firmom według branż. Jeśli Twoja firma chce dołączyć wiosną, **napisz do biura do końca stycznia**.", 6, false),
        ("Praktyki w lutym: szkoły czekają na zgłoszenia", "Technika z powiatu wejherowskiego szukają miejsc dla sześćdziesięciu uczniów.",
            "Szkoły techniczne szukają firm, które w lutym przyjmą uczniów na dwa tygodnie. Najbardziej brakuje miejsc w mechanice, elektryce i gastronomii.\n\nFirma podpisuje umowę ze szkołą, izba pomaga z papierami. Wzór umowy dostaniesz w biurze.", 11, false),
        ("Nowa ulga na roboty przemysłowe: kto może z niej skorzystać", null,
            "Odliczenie obejmuje także roboty współpracujące i oprzyrządowanie. Warunkiem jest zakup fabrycznie nowego sprzętu i korzystanie z niego co najmniej przez okres amortyzacji.\n\n> Największy błąd to brak dokumentacji uruchomienia: bez niej urząd pyta o każdy szczegół.\n\nO szczegółach opowiemy na grudniowym webinarze.", 19, false),
        ("Biuro izby w święta", "Od 23 grudnia do 1 stycznia odbieramy tylko e-maile.",
            "W dniach 23 grudnia – 1 stycznia biuro jest zamknięte. Na e-maile w pilnych sprawach odpowiadamy raz dziennie. Katalog, ogłoszenia i forum działają bez przerwy.", -1, false),
        ("Podsumowanie roku: szkic", null, "Liczby zbierzemy po ostatnim spotkaniu zarządu.", null, false),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<NewsPost>().AnyAsync(cancel))
            return;
        var (now, office) = (clock.GetUtcNow().UtcDateTime, await db.Users.Where(u => u.Email!.StartsWith("biuro@")).Select(u => (int?)u.Id).FirstOrDefaultAsync(cancel));
        if (office is null)
            return;
        db.AddRange(Pieces.Select(p => new NewsPost
        {
            Title = p.Title, Summary = p.Summary, Content = p.Content, Slug = Slug.From(p.Title), IsPinned = p.IsPinned, CreatedBy = office,
            CreatedAt = now.AddDays(-(p.DaysAgo ?? 0)), UpdatedAt = now.AddDays(-(p.DaysAgo ?? 0)), PublishedAt = p.DaysAgo is { } days ? now.AddDays(-days) : null,
        }));
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }
}

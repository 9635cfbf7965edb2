using Norda.Platform;

namespace Norda.Features.Directory.Quality;

/// <summary>
/// One thing that a good profile has; the points of all add up to 100 (docs: the table of spec section 6.6). The same list makes
/// the score of data quality and tells the firm what is missing.
/// </summary>
/// <param name="Missing">What to do, as the firm reads it.</param>
/// <param name="Minutes">How long it takes about; 0 for what the firm cannot do itself.</param>
/// <param name="Section">Page of the editor where it is done.</param>
public sealed record ProfileCriterion(string Missing, int Points, int Minutes, string Section, Func<ProfileState, bool> IsMet)
{
    private const int GoodText = 40;
    private const int GoodDescription = 300;
    private const int RegisterMonths = 12;

    public static readonly IReadOnlyList<ProfileCriterion> All =
    [
        new("Dodaj pełną nazwę z rejestru", 8, 1, "dane", s => Has(s.Firm.Name) && Has(s.Firm.LegalName)),
        new("Podaj biuru NIP firmy", 10, 0, "dane", s => Nip.TryParse(s.Firm.Nip, out _)),
        new("Dodaj REGON albo KRS", 7, 1, "dane", s => (s.Firm.Regon is not null || s.Firm.Krs is not null) && (s.Firm.Regon is null || Regon.TryParse(s.Firm.Regon, out _)) && (s.Firm.Krs is null || Krs.TryParse(s.Firm.Krs, out _))),
        new("Wybierz branżę", 8, 1, "dane", s => s.Firm.CategoryId is not null),
        new("Napisz krótki opis", 8, 3, "opis", s => s.Firm.DescriptionShort?.Length >= GoodText),
        new("Napisz pełny opis, co najmniej 300 znaków", 6, 10, "opis", s => s.Firm.DescriptionFull?.Length >= GoodDescription),
        new("Uzupełnij adres", 10, 2, "adres", s => Has(s.Firm.Address.Town) && Has(s.Firm.Address.PostalCode) && (Has(s.Firm.Address.Street) || Has(s.Firm.Address.Building))),
        new("Dodaj telefon", 6, 1, "dane", s => Has(s.Firm.Phone)),
        new("Dodaj e-mail", 6, 1, "dane", s => Has(s.Firm.Email)),
        new("Dodaj stronę WWW, która działa", 8, 1, "dane", s => Has(s.Firm.Website) && s.Firm.WebsiteStatus is null or "ok" or "redirect"),
        new("Dodaj usługi", 6, 5, "uslugi", s => s.Services > 0),
        new("Dodaj kompetencje", 3, 3, "kompetencje", s => s.Competencies > 0),
        new("Dodaj logo", 4, 2, "zdjecia", s => Has(s.Firm.Logo)),
        new("Dodaj profil w mediach społecznościowych", 3, 1, "profile", s => s.LiveProfiles > 0),
        new("Biuro izby sprawdzi dane w rejestrze", 7, 0, "dane", s => s.Firm.Quality?.RegisterCheckedAt > s.Now.AddMonths(-RegisterMonths)),
    ];

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>What the criteria look at; Firm comes with its quality tracking.</summary>
public sealed record ProfileState(Company Firm, int Services, int Competencies, int LiveProfiles, DateTime Now)
{
    public int Points => ProfileCriterion.All.Where(c => c.IsMet(this)).Sum(c => c.Points);
}

using Norda.Data.Search;
using Norda.Data.Search.Polish;

namespace Norda.Features.Classifieds;

/// <summary>Words of an advertisement, cut to roots as the directory does: for finding it, and for guessing what it is about.</summary>
public class ClassifiedWords(Stemmer stemmer)
{
    private const int MostAsked = 8;
    private const int MostKept = 1500;

    private const string Things = "maszyna sprzęt urządzenie części blacha stal drewno meble paleta materiał towar produkt kupię sprzedam regał samochód wózek używany nadwyżka opakowanie surowiec laptop komputer";
    private const string Deeds = "cięcie gięcie spawanie toczenie frezowanie montaż naprawa serwis remont transport przewóz usługa wykonanie malowanie sprzątanie szkolenie obsługa tłumaczenie przegląd wynajem projekt druk";
    private const string Together = "współpraca partner podwykonawca wspólnik konsorcjum kooperacja przetarg dystrybutor przedstawiciel razem";

    private readonly Lazy<HashSet<string>> things = new(() => Roots(stemmer, Things)), deeds = new(() => Roots(stemmer, Deeds)), together = new(() => Roots(stemmer, Together));

    /// <summary>As the column holds it.</summary>
    public string Text(params IEnumerable<string?> parts) => $" {string.Join(' ', parts.SelectMany(p => Roots(stemmer, p)).Distinct(StringComparer.Ordinal).Take(MostKept))} ";

    /// <summary>What to look for: alternatives per word. None where nothing was asked.</summary>
    public IReadOnlyList<string[]> Asked(string? text) =>
        [.. Words.Of(text).Select(w => w.Folded).Where(w => !Words.IsStopword(w)).Distinct(StringComparer.Ordinal).Take(MostAsked).Select(w => stemmer.Roots(w).Select(r => $" {r} ").ToArray())];

    /// <summary>Cooperation is said outright, things are named; all else is a service, also what is to be done to a thing.</summary>
    public ClassifiedCategory Guess(string title, string description)
    {
        foreach (var part in new[] { title, description })
        {
            var roots = Roots(stemmer, part);
            if (roots.Overlaps(together.Value))
                return ClassifiedCategory.Cooperation;
            if (roots.Overlaps(deeds.Value))
                return ClassifiedCategory.Services;
            if (roots.Overlaps(things.Value))
                return ClassifiedCategory.Products;
        }

        return ClassifiedCategory.Services;
    }

    private static HashSet<string> Roots(Stemmer stemmer, string? text) => [.. Words.Of(text).Where(w => !Words.IsStopword(w.Folded)).SelectMany(w => stemmer.Roots(w.Folded))];
}

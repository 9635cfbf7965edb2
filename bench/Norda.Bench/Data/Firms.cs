using Norda.Data.Search;
using Norda.Features.Directory;
using Norda.Platform;

namespace Norda.Bench.Data;

internal sealed record Firm(int Id, string Name, string LegalName, string Slug, int Category, int Town, string Nip, string Short, string Full,
    DataQualityLevel Quality, DateTime Changed, bool HasLogo, bool HasWebsite, int[] Services, int[] Competencies, int[] Certificates);

/// <summary>Plausible Polish firms, the same ones every time: firm number i depends on i only.</summary>
internal sealed class Firms(Material material)
{
    /// <summary>The day on which all generated firms are looked at.</summary>
    public static readonly DateTime Day = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly (string Form, double Odds)[] LegalForms = [("Sp. z o.o.", .45), ("", .30), ("S.C.", .08), ("Sp. k.", .07), ("Sp. j.", .05), ("S.A.", .05)];
    private static readonly double[] LegalOdds = Material.Cumulative([.. LegalForms.Select(f => f.Odds)]);
    private static readonly int[] NipWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7];
    private readonly double[] categoryOdds = Material.Cumulative([.. Enumerable.Range(0, 30).Select(i => 1.0 / (i + 5))]);
    private readonly double[] serviceOdds = Material.Cumulative([.. Enumerable.Range(0, material.Services.Length).Select(i => 1.0 / (i + 11))]);

    public Firm Make(int id)
    {
        var random = new Random(unchecked((id * 7919) + 42));
        var name = id == 17 ? "PIXLAB" : Name(random);
        var legal = $"{name} {LegalForms[Material.Pick(LegalOdds, random)].Form}".Trim();
        var length = random.Next(30, 81);
        var words = Enumerable.Range(0, length).Select(_ => random.NextDouble() < .28 ? material["stop"][random.Next(material["stop"].Length)] : material.Word(random)).ToArray();
        var services = Enumerable.Range(0, random.Next(2, 7)).Select(_ => Material.Pick(serviceOdds, random)).Distinct().ToArray();
        return new Firm(
            id, name, legal, $"{Slug.From(legal)}-{id}", Material.Pick(categoryOdds, random), Material.Pick(material.TownOdds, random), Nip(id, 100_000_000),
            Sentence(words.Take(18)), Sentence(words), (DataQualityLevel)random.Next(4), Day.AddDays(-random.Next(1, 900)), random.Next(2) == 0, random.Next(10) < 6,
            services, Some(random, 3, material["competencies"].Length), Some(random, 2, material["certificates"].Length));
    }

    public IndexSource Source(Firm firm) => new(
        firm.Id, CompanyStatus.Active, firm.Name, firm.LegalName, firm.Nip, null, null, firm.Short, firm.Full,
        Slug.From(material["categories"][firm.Category]), material["categories"][firm.Category], material.Towns[firm.Town], firm.Quality, firm.Changed, firm.HasLogo, firm.HasWebsite,
        Offers(firm.Services, material.Services, firstIsPrimary: true), Offers(firm.Competencies, material["competencies"]), Offers(firm.Certificates, material["certificates"]), Recommenders: []);

    private static IndexedOffer[] Offers(int[] chosen, string[] names, bool firstIsPrimary = false) =>
        [.. chosen.Select((c, i) => new IndexedOffer(Slug.From(names[c]), names[c], firstIsPrimary && i == 0))];

    private static int[] Some(Random random, int most, int of) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => random.Next(of)).Distinct()];

    private string Name(Random random)
    {
        var kind = random.NextDouble();
        if (kind < .55)
        {
            var made = Made(random, random.Next(4) switch { 0 => 2, 3 => 4, _ => 3 });
            return random.NextDouble() < .3 ? made.ToUpperInvariant() : made;
        }

        return $"{One("kinds", random)} {(kind < .8 ? $"{One("first", random)} {One("last", random)}" : Made(random, 3))}";
    }

    private string Made(Random random, int syllables)
    {
        var made = string.Concat(Enumerable.Range(0, syllables).Select(_ => One("syllables", random)));
        return char.ToUpperInvariant(made[0]) + made[1..];
    }

    private string One(string list, Random random) => material[list][random.Next(material[list].Length)];

    private static string Sentence(IEnumerable<string> words)
    {
        var text = string.Join(' ', words);
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    /// <summary>Nine digits of a numbered row of their own for each firm, and the check digit; a row whose check is 10 is left out.</summary>
    public static string Nip(int id, long first)
    {
        for (var number = first + (id * 7L); ; number++)
        {
            var digits = number.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);
            var check = digits.Zip(NipWeights, (d, w) => (d - '0') * w).Sum() % 11;
            if (check < 10)
                return digits + check;
        }
    }
}

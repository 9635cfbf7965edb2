using System.Globalization;

namespace Norda.Features.Classifieds;

public static class ClassifiedQueries
{
    extension(IQueryable<Classified> ads)
    {
        /// <summary>What others see: neither closed nor hidden nor over.</summary>
        public IQueryable<Classified> Open(DateTime now) => ads.Where(c => c.IsActive && c.HiddenAt == null && (c.ExpiresAt == null || c.ExpiresAt > now));

        /// <summary>Open ones, and one's own in whatever state.</summary>
        public IQueryable<Classified> VisibleTo(int? me, DateTime now) => ads.Where(c => c.AuthorId == me || c.IsActive && c.HiddenAt == null && (c.ExpiresAt == null || c.ExpiresAt > now));

        /// <summary>Those that have each of the words, in whatever form.</summary>
        public IQueryable<Classified> With(IEnumerable<string[]> words) => words.Aggregate(ads, (found, roots) => found.Where(c => roots.Any(root => c.SearchText.Contains(root))));
    }

    /// <summary>The last part of an address: "12-tokarz-na-trzy-miesiace".</summary>
    public static string Address(int id, string slug) => slug.Length == 0 ? $"{id}" : $"{id}-{slug}";

    /// <summary>The number that such a part begins with; zero, which is nobody's, when it has none.</summary>
    public static int NumberIn(string address) => int.TryParse(address.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}

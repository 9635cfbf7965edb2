using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>What members seek and offer. Everybody reads titles; the rest is for members.</summary>
[Access(Resource.ClassifiedTitle, Act.Read)]
public class IndexModel(AppDb db, Me me, ClassifiedWords words, TimeProvider clock) : PageModel
{
    private const int AtOnce = 20;
    private const int MostPages = 500;
    private IReadOnlyList<(ListingType Type, ClassifiedCategory Category, int Count)> counts = [];

    [BindProperty(SupportsGet = true)]
    public string? Typ { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kategoria { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>"moje" for one's own, whatever became of them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Czyje { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    public IReadOnlyList<ClassifiedRow> Ads { get; private set; } = [];
    public int Pages { get; private set; }
    public int Total { get; private set; }
    public DateTime Now { get; private set; }
    public bool IsMember => me.Is(Role.Member);
    public bool OnlyMine => Czyje == "moje" && me.IsSignedIn;
    public bool IsFiltered => Listing is not null || Category is not null || Q is not null || OnlyMine;
    public ListingType? Listing => Codes.Listing(Typ);
    public ClassifiedCategory? Category => Codes.Category(Kategoria);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Now, Strona) = (clock.GetUtcNow().UtcDateTime, Math.Clamp(Strona, 1, MostPages));
        Q = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim()[..Math.Min(Q.Trim().Length, ClassifiedMap.LongestTitle)];
        var all = db.Set<Classified>().AsNoTracking();
        var asked = (OnlyMine ? all.Where(c => c.AuthorId == me.Id) : all.Open(Now)).With(words.Asked(Q));
        counts = [.. (await asked.GroupBy(c => new { c.ListingType, c.Category }).Select(g => new { g.Key.ListingType, g.Key.Category, Count = g.Count() }).ToListAsync(cancel)).Select(g => (g.ListingType, g.Category, g.Count))];
        Total = Count(Listing, Category);
        Pages = Math.Min((Total + AtOnce - 1) / AtOnce, MostPages);
        if (Listing is { } listing)
            asked = asked.Where(c => c.ListingType == listing);
        if (Category is { } category)
            asked = asked.Where(c => c.Category == category);
        Ads = await asked.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Skip((Strona - 1) * AtOnce).Take(AtOnce).Select(ClassifiedRow.From).ToListAsync(cancel);
    }

    /// <summary>Of all that was found; null leaves a filter out.</summary>
    public int Count(ListingType? listing, ClassifiedCategory? category) =>
        counts.Where(c => (listing is null || c.Type == listing) && (category is null || c.Category == category)).Sum(c => c.Count);

    public string Address(ListingType? listing, ClassifiedCategory? category, int page = 1)
    {
        var query = new QueryString();
        foreach (var (name, value) in new[] { ("typ", listing?.Code), ("kategoria", category?.Code), ("q", Q), ("czyje", OnlyMine ? "moje" : null), ("strona", page > 1 ? $"{page}" : null) })
            query = value is null ? query : query.Add(name, value);
        return Url.Content("~/ogloszenia") + query;
    }
}

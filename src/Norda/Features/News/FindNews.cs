using System.Globalization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.News;

/// <summary>Published news by title and summary.</summary>
public sealed class FindNews(AppDb db, TimeProvider clock) : ISearchSource
{
    public int Order => 60;
    public string Group => "Aktualności";
    public string Icon => "news";
    public (Resource Resource, Act Act) Requires => (Resource.News, Act.Read);

    public IQueryable<FoundRow> Find(SearchWords words, int most)
    {
        var found = db.Set<NewsPost>().Published(clock.GetUtcNow().UtcDateTime);
        foreach (var word in words.Inside)
            found = found.Where(n => SearchText.Folded(" " + n.Title + " " + (n.Summary ?? "")).Contains(word));
        var first = found.OrderByDescending(n => n.PublishedAt).ThenByDescending(n => n.Id).Take(most).Select(n => n.Id);
        return db.Set<NewsPost>().Where(n => first.Contains(n.Id)).Select(n => new FoundRow { Source = Order, Id = n.Id, Title = SearchText.Whole(n.Title), Slug = SearchText.Whole(n.Slug), More = "", At = n.PublishedAt ?? n.CreatedAt });
    }

    public string Address(FoundRow row) => "/aktualnosci/" + row.Slug;

    public string? Hint(FoundRow row) => row.At.ToWarsaw().ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}

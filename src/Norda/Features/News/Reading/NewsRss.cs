using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.News.Reading;

/// <summary>The newest news as RSS 2.0, for everybody.</summary>
public static class NewsRss
{
    private const int Most = 30;

    public static async Task<ContentHttpResult> Read(HttpRequest request, AppDb db, IOptions<ChamberOptions> chamber, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var news = await db.Set<NewsPost>().Published(clock.GetUtcNow().UtcDateTime).OrderByDescending(n => n.PublishedAt).ThenByDescending(n => n.Id).Take(Most)
            .Select(n => new { n.Id, n.Slug, n.Title, n.Summary, n.Content, At = n.PublishedAt ?? n.CreatedAt }).ToListAsync(cancel);
        var english = request.IsEnglish();
        return TypedResults.Text(Rss.Of($"{texts["Aktualności"]}: {chamber.Value.Name}", request.PublicUrl("/aktualnosci", english), news.Select(n => new RssItem(
            string.Create(CultureInfo.InvariantCulture, $"news:{n.Id}"), n.Title, request.PublicUrl($"/aktualnosci/{n.Slug}", english), null, n.At, n.Summary ?? MarkdownText.Plain(n.Content)))), Rss.ContentType, Encoding.UTF8);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.News.Reading;

/// <summary>The newest news as RSS 2.0, for everybody.</summary>
[Access(Resource.News, Act.Read)]
[OutputCache(PolicyName = NewsShelf.Policy)]
public class RssModel(AppDb db, IOptions<ChamberOptions> chamber, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Most = 30;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var news = await db.Set<NewsPost>().Published(clock.GetUtcNow().UtcDateTime).OrderByDescending(n => n.PublishedAt).ThenByDescending(n => n.Id).Take(Most)
            .Select(n => new { n.Id, n.Slug, n.Title, n.Summary, n.Content, At = n.PublishedAt ?? n.CreatedAt }).ToListAsync(cancel);
        var english = Request.IsEnglish();
        return Content(Rss.Of($"{texts["Aktualności"]}: {chamber.Value.Name}", Request.PublicUrl("/aktualnosci", english), news.Select(n => new RssItem(
            string.Create(CultureInfo.InvariantCulture, $"news:{n.Id}"), n.Title, Request.PublicUrl($"/aktualnosci/{n.Slug}", english), null, n.At, n.Summary ?? MarkdownText.Plain(n.Content)))), Rss.ContentType);
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.News.Reading;

/// <summary>One piece of news.</summary>
[Access(Resource.News, Act.Read)]
[OutputCache(PolicyName = NewsShelf.Policy)]
public class ShowModel(AppDb db, Me me, IOptions<ChamberOptions> chamber, TimeProvider clock) : PageModel
{
    // Letters stay letters; "<", "&" and quotes become \u003C …, so that no text can close the script element.
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public NewsPost Post { get; private set; } = null!;
    public DateTime PublishedAt => Post.PublishedAt!.Value;
    public string Summary => Post.Summary ?? NewsLine.Shortened(MarkdownText.Plain(Post.Content));
    public bool MayWrite => AccessTable.Allows(me, Resource.News, Act.Change);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await db.Set<NewsPost>().AsNoTracking().Published(clock.GetUtcNow().UtcDateTime).SingleOrDefaultAsync(n => n.Slug == slug, cancel) is not { } post)
            return NotFound();
        Post = post;
        return Page();
    }

    /// <summary>The same in the words of schema.org.</summary>
    public string About()
    {
        var address = Request.PublicUrl($"/aktualnosci/{Post.Slug}", Request.IsEnglish());
        var about = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org", ["@type"] = "NewsArticle", ["@id"] = address, ["url"] = address, ["mainEntityOfPage"] = address, ["headline"] = Post.Title, ["description"] = Summary, ["inLanguage"] = "pl",
            ["datePublished"] = Moment(PublishedAt), ["dateModified"] = Moment(Post.UpdatedAt > PublishedAt ? Post.UpdatedAt : PublishedAt),
            ["author"] = new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = chamber.Value.Owner },
            ["publisher"] = new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = chamber.Value.Owner, ["url"] = Request.PublicUrl("/") },
        };
        if (Post.PictureId is { } picture)
            about["image"] = Request.PublicUrl($"/pliki/{picture}.webp");
        return JsonSerializer.Serialize(about, Letters);
    }

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

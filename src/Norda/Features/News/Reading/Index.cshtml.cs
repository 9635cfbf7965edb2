using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform.Access;

namespace Norda.Features.News.Reading;

/// <summary>The chamber's news for everybody.</summary>
[Access(Resource.News, Act.Read)]
[OutputCache(PolicyName = NewsShelf.Policy)]
public class IndexModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    private const int PageSize = 12;
    private const int MostPages = 1000;

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<NewsLine> News { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");
    public bool MayWrite => AccessTable.Allows(me, Resource.News, Act.Change);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var published = db.Set<NewsPost>().Published(clock.GetUtcNow().UtcDateTime);
        var pages = Math.Clamp((await published.CountAsync(cancel) + PageSize - 1) / PageSize, 1, MostPages);
        Number = Math.Clamp(Number, 1, pages);
        News = await published.InOrder().Skip((Number - 1) * PageSize).Take(PageSize).Select(NewsLine.From).ToListAsync(cancel);
        Pager = new PagerState(Number, pages, page => Url.Content($"~/aktualnosci?strona={page}"));
    }
}

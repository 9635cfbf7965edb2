using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform.Access;

namespace Norda.Features.News.Writing;

/// <summary>All news, drafts and withdrawn ones too, as the office keeps them.</summary>
[Access(Resource.News, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<KeptNews> News { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var pages = Math.Max(1, (await db.Set<NewsPost>().CountAsync(cancel) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, pages);
        News = await db.Set<NewsPost>().OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(n => new KeptNews(n.Id, n.Title, n.PublishedAt, n.WithdrawnAt, n.IsPinned)).ToListAsync(cancel);
        Pager = new PagerState(Number, pages, page => Url.Content($"~/biuro/aktualnosci?strona={page}"));
    }
}

public sealed record KeptNews(int Id, string Title, DateTime? PublishedAt, DateTime? WithdrawnAt, bool IsPinned);

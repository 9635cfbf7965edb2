using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform.Access;

namespace Norda.Features.Newsletter;

/// <summary>Newsletters that were sent, and those that still lie on the table.</summary>
[Access(Resource.Newsletter, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<IssueLine> Issues { get; private set; } = [];
    public int Readers { get; private set; }
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Readers = await db.NewsletterReadersNow().CountAsync(cancel);
        var pages = Math.Max(1, (await db.Set<Issue>().CountAsync(cancel) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, pages);
        Issues = await db.Set<Issue>().OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(i => new IssueLine(i.Id, i.Subject, i.CreatedAt, i.StartedAt, i.FinishedAt, i.Queued)).ToListAsync(cancel);
        Pager = new PagerState(Number, pages, page => Url.Content($"~/biuro/newsletter?strona={page}"));
    }
}

public sealed record IssueLine(int Id, string Subject, DateTime CreatedAt, DateTime? StartedAt, DateTime? FinishedAt, int Queued);

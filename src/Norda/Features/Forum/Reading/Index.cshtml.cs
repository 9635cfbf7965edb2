using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search.Polish;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Reading;

/// <summary>Conversations of the members: all, of one shelf, new, one's own, or those that say something.</summary>
[Access(Resource.Forum, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, Stemmer stemmer, TimeProvider clock) : PageModel
{
    private const int AtOnce = 20;
    private const int MostPages = 500;
    private const int LongestQuestion = 200;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>"nowe", "moje" or "obserwowane".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tylko { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    public IReadOnlyList<CategoryView> Categories { get; private set; } = [];
    public CategoryView? Category { get; private set; }
    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];
    public int Total { get; private set; }
    public int Pages { get; private set; }
    public bool IsFiltered => Q is not null || Tylko is not null || Category is not null;
    public bool Moderates => me.Moderates();

    public async Task<IActionResult> OnGetAsync(string? kategoria, CancellationToken cancel)
    {
        Strona = Math.Clamp(Strona, 1, MostPages);
        Q = Q?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, LongestQuestion)] : null;
        Tylko = Tylko is "nowe" or "moje" or "obserwowane" ? Tylko : null;
        Categories = await db.Shelves().ToListAsync(cancel);
        if (kategoria is not null && (Category = Categories.FirstOrDefault(c => c.Slug == kategoria)) is null)
            return NotFound();
        var (reader, now) = (me.Id!.Value, clock.GetUtcNow().UtcDateTime);
        var topics = Chosen(reader, now);
        Total = await topics.CountAsync(cancel);
        Pages = Math.Min((Total + AtOnce - 1) / AtOnce, MostPages);
        Topics = await topics.OrderByDescending(t => t.IsPinned).ThenByDescending(t => t.LastReplyAt).ThenByDescending(t => t.Id).Skip((Strona - 1) * AtOnce).Take(AtOnce).Rows(db, reader, now).ToListAsync(cancel);
        return Page();
    }

    public string Address(string? category, string? only, string? question, int page = 1) => Url.Content("~/forum") + (category is null ? "" : $"/{category}") + string.Concat(
        ((string?[])[only is null ? null : $"tylko={only}", question is null ? null : $"q={Uri.EscapeDataString(question)}", page > 1 ? $"strona={page}" : null]).OfType<string>().Select((part, i) => (i == 0 ? "?" : "&") + part));

    private IQueryable<ForumTopic> Chosen(int reader, DateTime now)
    {
        var topics = db.Set<ForumTopic>().VisibleTo(me);
        if (Category is { } shelf)
            topics = topics.Where(t => t.CategoryId == shelf.Id);
        if (Q is { } question)
            topics = topics.Saying(question, stemmer);
        return Tylko switch
        {
            "nowe" => topics.NewTo(db, reader, now),
            "moje" => topics.Where(t => t.AuthorId == reader || t.Replies.Any(r => r.AuthorId == reader)),
            "obserwowane" => topics.Where(t => db.Set<ForumFollow>().Any(f => f.TopicId == t.Id && f.UserId == reader && !f.IsMuted)),
            _ => topics,
        };
    }
}

public sealed record CategoryView(int Id, string Name, string Slug, string? Description);

public static class CategoryViews
{
    /// <summary>In the order in which the forum shows them.</summary>
    public static IQueryable<CategoryView> Shelves(this AppDb db) => db.Set<ForumCategory>().OrderBy(c => c.SortOrder).ThenBy(c => c.Id).Select(c => new CategoryView(c.Id, c.Name, c.Slug, c.Description));
}

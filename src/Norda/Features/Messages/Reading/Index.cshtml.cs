using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Reading;

/// <summary>My conversations and those of my firm, the latest first.</summary>
[Access(Resource.Message, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me) : PageModel
{
    private const int AtOnce = 20;
    private const int MostPages = 500;
    private const int LongestQuestion = 100;

    /// <summary>"archiwum" for those put away.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Widok { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    public IReadOnlyList<ThreadLine> Threads { get; private set; } = [];
    public int Pages { get; private set; }
    public bool IsArchive => Widok == "archiwum";
    public bool MayWrite => me.Is(Role.Member);
    public int? MyId => me.Id;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Strona = Math.Clamp(Strona, 1, MostPages);
        var threads = Matching(Shown(db.Set<MessageThread>().AsNoTracking().VisibleTo(me)));
        var total = await threads.CountAsync(cancel);
        Pages = Math.Min((total + AtOnce - 1) / AtOnce, MostPages);
        Threads = await threads.OrderByDescending(t => t.LastMessageAt).ThenByDescending(t => t.Id).Skip((Strona - 1) * AtOnce).Take(AtOnce).Select(ThreadLine.For(me)).ToListAsync(cancel);
    }

    public string Address(string? view, string? question, int page = 1) =>
        Url.Content("~/wiadomosci") + QueryString.Create(new Dictionary<string, string?> { ["widok"] = view, ["q"] = question, ["strona"] = page > 1 ? $"{page}" : null }.Where(p => !string.IsNullOrEmpty(p.Value)));

    private IQueryable<MessageThread> Shown(IQueryable<MessageThread> threads)
    {
        var (id, away) = (me.Id, IsArchive);
        return threads.Where(t => !t.People.Any(p => p.UserId == id && p.DeletedUpTo >= t.LastMessageId) && t.People.Any(p => p.UserId == id && p.IsArchived) == away);
    }

    /// <summary>By the subject, a name or a word of what one can still see.</summary>
    private IQueryable<MessageThread> Matching(IQueryable<MessageThread> threads)
    {
        if (string.IsNullOrWhiteSpace(Q))
            return threads;
        Q = Q.Trim()[..Math.Min(Q.Trim().Length, LongestQuestion)];
        var (id, word) = (me.Id, AnyCase.Typed(Q));
        return threads.Where(t => AnyCase.Of(t.Subject)!.Contains(word) || AnyCase.Of(t.Company!.Name)!.Contains(word) || t.People.Any(p => p.UserId != id && AnyCase.Of(p.User.Name)!.Contains(word))
            || t.Messages.Any(m => AnyCase.Of(m.Content)!.Contains(word) && !t.People.Any(p => p.UserId == id && p.DeletedUpTo >= m.Id)));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Reading;

/// <summary>What a post said before it was changed: whoever reads the answers can see what they answered.</summary>
[Access(Resource.Forum, Act.Read)]
[ResponseCache(NoStore = true)]
public class HistoryModel(AppDb db, Me me) : PageModel
{
    private const int Most = 50;

    public ForumTopic Topic { get; private set; } = null!;
    public ForumPost Post { get; private set; } = null!;
    public IReadOnlyList<ForumEdit> Former { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string rodzaj, int id, CancellationToken cancel)
    {
        if (ForumQueries.KindOf(rodzaj) is not { } kind || await db.FindPost(kind, id, cancel) is not { } post)
            return NotFound();
        var topic = post as ForumTopic ?? ((ForumReply)post).Topic;
        if (((ForumPost[])[post, topic]).Any(p => p.HiddenAt is not null && p.AuthorId != me.Id && !me.Moderates()))
            return NotFound();
        (Topic, Post) = (topic, post);
        Former = await db.Set<ForumEdit>().AsNoTracking().Where(e => kind == PostKind.Topic ? e.TopicId == id : e.ReplyId == id).OrderByDescending(e => e.Id).Take(Most).ToListAsync(cancel);
        return Page();
    }
}

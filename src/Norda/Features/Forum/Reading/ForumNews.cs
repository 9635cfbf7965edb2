using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Reading;

/// <summary>Newest conversations for the start page, with what the reader has not seen; nothing for who may not read them.</summary>
public sealed class ForumNews(AppDb db, Me me, TimeProvider clock) : ViewComponent
{
    private const int Shown = 5;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (me.Id is not { } reader || !AccessTable.Allows(me, Resource.Forum, Act.Read))
            return Content("");
        IReadOnlyList<TopicRow> topics = await db.Set<ForumTopic>().Where(t => t.HiddenAt == null).OrderByDescending(t => t.LastReplyAt).ThenByDescending(t => t.Id).Take(Shown)
            .Rows(db, reader, clock.GetUtcNow().UtcDateTime).ToListAsync(HttpContext.RequestAborted);
        return View("/Features/Forum/Reading/_News.cshtml", topics);
    }
}

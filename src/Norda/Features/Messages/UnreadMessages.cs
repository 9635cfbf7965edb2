using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Messages.Reading;
using Norda.Platform.Access;

namespace Norda.Features.Messages;

/// <summary>For the start page: the conversations in which somebody waits for me; nothing when nobody does.</summary>
public sealed class UnreadMessages(AppDb db, Me me) : ViewComponent
{
    private const int Shown = 3;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var id = me.Id;
        var waiting = await db.Set<MessageThread>().AsNoTracking().VisibleTo(me)
            .Where(t => t.Messages.Any(m => t.People.Any(p => p.UserId == id && m.Id > p.LastReadId && m.Id > p.DeletedUpTo && m.SenderId != id && !(p.IsFirm && m.FromFirm))))
            .OrderByDescending(t => t.LastMessageAt).Take(Shown).Select(ThreadLine.For(me)).ToListAsync(HttpContext.RequestAborted);
        return waiting.Count == 0 ? Content("") : View("/Features/Messages/_Unread.cshtml", waiting);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Messages;

/// <summary>The way from a firm's page to whoever answers for it; for members alone, and only where somebody does.</summary>
public sealed class WriteToFirm(AppDb db, Me me) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int companyId, string slug)
    {
        // For visitors the page comes from the cache, and must not cost a question.
        if (!me.Is(Role.Member) || me.BelongsTo(companyId))
            return Content("");
        return await db.WhoAnswerFor(companyId).AnyAsync(HttpContext.RequestAborted) ? View("/Features/Messages/_WriteToFirm.cshtml", slug) : Content("");
    }
}

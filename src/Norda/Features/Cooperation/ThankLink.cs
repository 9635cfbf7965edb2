using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>On another firm's page: the way to thank it, for those who speak for a firm.</summary>
public sealed class ThankLink(AppDb db, Me me) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int companyId) => me.SpokenFor().Count == 0 || me.BelongsTo(companyId)
        ? new HtmlContentViewComponentResult(HtmlString.Empty)
        : View("/Features/Cooperation/_ThankLink.cshtml", await db.Companies.Where(c => c.Id == companyId).Select(c => c.Slug).SingleAsync(HttpContext.RequestAborted));
}

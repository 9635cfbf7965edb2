using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Norda.Platform.Access;

namespace Norda.Features.Cooperation;

/// <summary>On another firm's page: the way to thank it, for those who speak for a firm.</summary>
public sealed class ThankLink(Me me) : ViewComponent
{
    public IViewComponentResult Invoke(int companyId, string slug) => me.SpokenFor().Count == 0 || me.BelongsTo(companyId)
        ? new HtmlContentViewComponentResult(HtmlString.Empty)
        : View("/Features/Cooperation/_ThankLink.cshtml", slug);
}

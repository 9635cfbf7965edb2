using Microsoft.AspNetCore.Mvc;

namespace Norda.Features.News.Reading;

/// <summary>The newest news for the start page.</summary>
public sealed class LatestNews(NewsShelf shelf) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        await shelf.Newest(HttpContext.RequestAborted) is { Count: > 0 } news ? View("/Features/News/Reading/_Latest.cshtml", news) : Content("");
}

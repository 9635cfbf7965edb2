using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Feed;

/// <summary>The address of one's own feed. It is shown when it is made, and never again.</summary>
[Access(Resource.Forum, Act.Read)]
[ResponseCache(NoStore = true)]
public class MyFeedModel(AppDb db, Me me, OpenFeed open, CloseFeed close, IStringLocalizer<Texts> texts) : PageModel
{
    public DateTime? Since { get; private set; }
    public string? Address { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task OnPostAsync(CancellationToken cancel)
    {
        Address = $"{Request.Origin()}/forum/rss/{await open.Run(cancel)}";
        await Load(cancel);
    }

    public async Task<IActionResult> OnPostUsunAsync(CancellationToken cancel)
    {
        await close.Run(cancel);
        this.Say(texts["Kanał usunięty. Poprzedni adres już nie działa."]);
        return LocalRedirect(Url.Content("~/forum/rss"));
    }

    private async Task Load(CancellationToken cancel) => Since = await db.Set<ForumFeed>().Where(f => f.UserId == me.Id).Select(f => (DateTime?)f.CreatedAt).SingleOrDefaultAsync(cancel);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Messages.Keeping;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Reading;

/// <summary>Whom I do not want to hear from.</summary>
[Access(Resource.Message, Act.Read)]
[ResponseCache(NoStore = true)]
public class BlockedModel(AppDb db, Me me, UnblockPerson unblock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int AtOnce = 20;

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    public IReadOnlyList<BlockedView> People { get; private set; } = [];
    public int Pages { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Strona = Math.Clamp(Strona, 1, 1000);
        var blocks = db.Set<MessageBlock>().Where(b => b.UserId == me.Id);
        Pages = (await blocks.CountAsync(cancel) + AtOnce - 1) / AtOnce;
        People = await blocks.OrderByDescending(b => b.CreatedAt).ThenBy(b => b.BlockedId).Skip((Strona - 1) * AtOnce).Take(AtOnce).Select(b => new BlockedView(b.BlockedId, b.Blocked.Name, b.CreatedAt)).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await unblock.Run(id, cancel);
        this.Say(texts["Możecie znów do siebie pisać."]);
        return RedirectToPage();
    }
}

public sealed record BlockedView(int Id, string Name, DateTime Since);

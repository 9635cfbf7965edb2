using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Mail.Bounces;

/// <summary>Addresses that get no letters, and why; the office lets them have some again.</summary>
[Access(Resource.Operation, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, LiftHold lift, IStringLocalizer<Texts> texts) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<AddressHold> Holds { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var held = db.Set<AddressHold>().AsNoTracking().Where(h => h.HeldAt != null);
        var pages = Math.Max(1, (await held.CountAsync(cancel) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, pages);
        Holds = await held.OrderByDescending(h => h.HeldAt).ThenBy(h => h.Address).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Pager = new PagerState(Number, pages, page => Url.Content($"~/biuro/poczta/wstrzymane?strona={page}"));
    }

    public async Task<IActionResult> OnPostAsync(string? adres, CancellationToken cancel)
    {
        this.Say(await lift.Run(adres ?? "", me.Id, cancel) ? texts["Listy na ten adres znów wychodzą."] : texts["Ten adres nie jest już wstrzymany."]);
        return LocalRedirect(Url.Content("~/biuro/poczta/wstrzymane"));
    }
}

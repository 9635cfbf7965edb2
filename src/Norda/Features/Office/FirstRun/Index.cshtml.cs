using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.FirstRun;

/// <summary>The first step: the code proves that whoever sits there holds the server.</summary>
[Access(Resource.FirstRun, Act.Create)]
[ResponseCache(NoStore = true)]
public class IndexModel(FirstRunCode code, ShortMemory memory, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    [StringLength(200, ErrorMessage = "Ten kod się nie zgadza. Skopiuj go z dziennika serwera.")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await code.IsNeeded(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await code.IsNeeded(cancel))
            return NotFound();
        if (!ModelState.IsValid || !await code.IsRight(Code?.Trim(), cancel))
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Code), texts["Ten kod się nie zgadza. Skopiuj go z dziennika serwera."]);
            return this.ShowAgain();
        }

        memory.Remember(HttpContext, FirstRunPage.Cookie, Code!.Trim(), FirstRunPage.Patience);
        return RedirectToPage("/Office/FirstRun/Chamber");
    }
}

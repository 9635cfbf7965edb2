using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Care;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Firms;

/// <summary>A firm typed in by hand.</summary>
[Access(Resource.Firm, Act.Change)]
[ResponseCache(NoStore = true)]
public class NewModel(AppDb db, AddFirm add, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public NewFirmForm Form { get; set; } = new();

    public IReadOnlyList<(int Id, string Name)> Categories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Categories = [.. (await db.Categories.OrderBy(c => c.SortOrder).ThenBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => (c.Id, c.Name))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        int? id = null;
        if (ModelState.IsValid)
        {
            (id, var outcome) = await add.Run(Form, cancel);
            if (outcome.Refusal is { } refusal)
                ModelState.AddModelError(outcome.Field ?? "", refusal);
        }

        if (id is null)
        {
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Dodano firmę. Teraz uzupełnij jej profil."]);
        return LocalRedirect(Url.Content($"~/biuro/firmy/{id}"));
    }
}

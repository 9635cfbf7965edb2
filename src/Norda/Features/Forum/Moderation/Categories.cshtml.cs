using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Forum.Reading;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Moderation;

[Access(Resource.ForumModeration, Act.Change)]
[ResponseCache(NoStore = true)]
public class CategoriesModel(AppDb db, SaveCategory save, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public CategoryForm Form { get; set; } = new();

    public IReadOnlyList<CategoryView> Categories { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && await save.Run(Form, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (ModelState.IsValid)
        {
            this.Say(Form.Id == 0 ? texts["Dodano dział."] : texts["Zapisano dział."]);
            return RedirectToPage();
        }

        await Load(cancel);
        return this.ShowAgain();
    }

    private async Task Load(CancellationToken cancel) =>
        Categories = await db.Shelves().ToListAsync(cancel);
}

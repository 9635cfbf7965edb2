using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

public sealed class RefusalForm : ResolutionForm
{
    public string? Reason { get; set; }
}

/// <summary>The board has not let the firm in: by which resolution, and why.</summary>
[Access(Resource.Declaration, Act.Change)]
[ResponseCache(NoStore = true)]
public class RefuseModel(AppDb db, RefuseDeclaration refuse, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public RefusalForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>Null when this refusal answers an appeal and is the last word.</summary>
    public DateOnly? AppealUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Load(id, cancel) switch
    {
        null => NotFound(),
        { IsOpen: true } => Page(),
        _ => LocalRedirect(Url.Content($"~/biuro/deklaracje/{id}")),
    };

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await Load(id, cancel) is null)
            return NotFound();
        ModelState.Clear();
        var outcome = await refuse.Run(id, Form.Resolution(texts["Odmowa przyjęcia"]), Form.Reason, Request.LetterOrigin(), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field is { } field ? $"Form.{field}" : "", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Odmowa zapisana, list wysłany."]);
        return LocalRedirect(Url.Content($"~/biuro/deklaracje/{id}"));
    }

    private async Task<Declaration?> Load(int id, CancellationToken cancel)
    {
        if (await db.Set<Declaration>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } paper)
            return null;
        (Name, AppealUntil) = (paper.Name, paper.AppealedAt is null ? clock.Today().AddDays(RefuseDeclaration.DaysToAppeal) : null);
        return paper;
    }
}

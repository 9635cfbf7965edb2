using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Directory.History;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.AuditLog;

/// <summary>Takes back all that one press of a button changed in a firm's profile; only a form of the log leads here.</summary>
[Access(Resource.AuditLog, Act.Change)]
public class UndoModel(UndoChange undo, IStringLocalizer<Texts> texts) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Url.Content("~/biuro/dziennik"));

    public async Task<IActionResult> OnPostAsync(int firma, Guid zmiana, CancellationToken cancel)
    {
        var outcome = await undo.Run(firma, zmiana, cancel);
        this.Say(outcome.Refusal ?? texts["Cofnięto. To też jest zmiana i można ją cofnąć."]);
        return LocalRedirect(Url.Content($"~/biuro/dziennik?firma={firma}"));
    }
}

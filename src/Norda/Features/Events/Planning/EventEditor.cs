using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Platform;

namespace Norda.Features.Events.Planning;

/// <summary>What the pages of a new and of a changed event share: the form, and how its texts will look.</summary>
public abstract class EventEditor : PageModel
{
    [BindProperty]
    public EventForm Form { get; set; } = new();

    public bool IsPreviewed { get; protected set; }

    public IHtmlContent? Shown(string? markdown) => string.IsNullOrWhiteSpace(markdown) ? null : MarkdownText.Html(PlainText.Clean(markdown));

    /// <summary>Where the form goes; the editor's address.</summary>
    public abstract string Address { get; }

    protected IActionResult Preview()
    {
        ModelState.Clear();
        IsPreviewed = true;
        return Page();
    }

    protected IActionResult Refuse(Outcome outcome)
    {
        ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        return this.ShowAgain();
    }
}

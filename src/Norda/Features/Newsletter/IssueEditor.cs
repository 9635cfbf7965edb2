using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Platform;

namespace Norda.Features.Newsletter;

/// <summary>What the pages of a new and of a composed issue share: the form and what may be ticked.</summary>
public abstract class IssueEditor(SaveIssue save, ReadOffers read) : PageModel
{
    [BindProperty]
    public IssueForm Form { get; set; } = new();

    /// <summary>Null while nothing is there yet.</summary>
    public Issue? Issue { get; protected set; }

    public IReadOnlyList<OfferGroup> Offers { get; private set; } = [];
    public string Address => Url.Content(Issue is { } issue ? $"~/biuro/newsletter/{issue.Id}" : "~/biuro/newsletter/nowy");

    /// <summary>With what an issue has of former days.</summary>
    protected async Task Load(CancellationToken cancel)
    {
        var groups = await read.Run(Form.Days, cancel);
        var known = groups.SelectMany(g => g.Offers).Select(o => o.Key).ToHashSet(StringComparer.Ordinal);
        var former = (Issue?.Items ?? []).Where(i => !known.Contains(i.Key)).GroupBy(i => i.Group, i => new Platform.Contributions.NewsletterOffer(i.Key, i.Title, i.Note, i.Path)).Select(g => new OfferGroup(g.Key, [.. g]));
        Offers = [.. groups.Concat(former)];
    }

    protected async Task<IActionResult> Save(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var (saved, outcome) = await save.Run(Issue?.Id, Form, cancel);
            if (saved is not null)
                return LocalRedirect(Url.Content($"~/biuro/newsletter/{saved.Id}"));
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        await Load(cancel);
        return this.ShowAgain();
    }
}

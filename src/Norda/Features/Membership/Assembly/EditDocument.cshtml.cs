using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

public sealed class DocumentForm
{
    public string? Title { get; set; }
    public DocumentKind Kind { get; set; }
    public ResolutionVisibility Visibility { get; set; } = ResolutionVisibility.Public;
    public string? Label { get; set; }
    public string? ValidDate { get; set; }
}

/// <summary>A document comes into the library, or gets its next version.</summary>
[Access(Resource.ChamberDocument, Act.Change)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(StorePdf.MostBytes + 1024 * 1024)]
public class EditDocumentModel(AppDb db, SaveDocument save, AddDocumentVersion add, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public DocumentForm Form { get; set; } = new();

    /// <summary>Null while it is a new one.</summary>
    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (id is null)
            return Page();
        if (await db.Set<ChamberDocument>().Where(d => d.Id == id).Select(d => new { d.Title, d.Visibility }).SingleOrDefaultAsync(cancel) is not { } document)
            return NotFound();
        (Name, Form.Visibility) = (document.Title, document.Visibility);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, IFormFile? pdf, CancellationToken cancel)
    {
        ModelState.Clear();
        var version = new VersionOrder(Form.Label, MembershipTexts.ReadDay(Form.ValidDate), pdf);
        var isOnlyReaders = id is not null && pdf is null && string.IsNullOrWhiteSpace(Form.Label);
        var outcome = id is { } known ? await add.Run(known, Form.Visibility, isOnlyReaders ? null : version, cancel) : (await save.Run(new DocumentOrder(Form.Title, Form.Kind, Form.Visibility), version, cancel)).Outcome;
        if (outcome.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            Name = id is null ? null : await db.Set<ChamberDocument>().Where(d => d.Id == id).Select(d => d.Title).SingleOrDefaultAsync(cancel);
            if (id is not null && Name is null)
                return NotFound();
            ModelState.AddModelError(outcome.Field is { } field ? field == "pdf" ? field : $"Form.{field}" : "", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano w dokumentach izby."]);
        return LocalRedirect(Url.Content("~/dokumenty"));
    }
}

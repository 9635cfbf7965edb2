using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Editor;

/// <summary>A page of the firm's own room. Who keeps several firms, and the office, name one by ?firma=; others mean their own.</summary>
public abstract class EditorPage(AppDb db, Me me, Drafts drafts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "firma")]
    public int? Asked { get; set; }

    // Named, a dictionary takes fields in its own brackets; unnamed it takes the whole form where there are none.
    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    [BindProperty(Name = nameof(Visible))]
    public Dictionary<string, Visibility> Visible { get; set; } = [];

    [BindProperty]
    public string? Seen { get; set; }

    public EditedFirm Firm { get; private set; } = null!;

    /// <summary>When the draft that fills the form was kept; null when the form shows what is published.</summary>
    public DateTime? DraftFrom { get; private set; }

    /// <summary>What another person saved while this one was typing.</summary>
    public IReadOnlyDictionary<string, string?>? Theirs { get; private set; }

    public IReadOnlyDictionary<string, IReadOnlyList<(string Value, string Label)>> Lists { get; protected set; } = new Dictionary<string, IReadOnlyList<(string, string)>>();

    protected AppDb Db { get; } = db;
    protected Me Me { get; } = me;

    public string Link(string address) => Asked is { } firm ? $"{Url.Content("~" + address)}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}firma={firm}" : Url.Content("~" + address);

    /// <summary>Finds the firm that the page is about; false when it is not this person's.</summary>
    protected async Task<bool> Open(CancellationToken cancel)
    {
        var id = Asked ?? Me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => (int?)c.CompanyId).FirstOrDefault();
        if (id is not { } firm || !Me.Edits(firm))
            return false;
        Firm = (await Db.Companies.Where(c => c.Id == firm).Select(c => new EditedFirm(c.Id, c.Name, c.Slug, c.Status)).SingleOrDefaultAsync(cancel))!;
        return Firm is not null;
    }

    protected SectionForm Typed => new(Form, Visible, Seen);

    /// <summary>Puts a kept draft into the form, with the fingerprint of what it was typed over.</summary>
    protected async Task TakeDraft(string section, CancellationToken cancel)
    {
        if (await drafts.Find(Firm.Id, section, cancel) is not var (form, at))
            return;
        Form = new Dictionary<string, string?>(form.Values, StringComparer.Ordinal);
        Visible = new Dictionary<string, Visibility>(form.Visible, StringComparer.Ordinal);
        (Seen, DraftFrom) = (form.Seen, at);
    }

    /// <summary>Keeps what is typed so far; answers with the time of day that the page then shows.</summary>
    protected async Task<IActionResult> KeepDraft(string section, CancellationToken cancel) =>
        await drafts.Keep(Firm.Id, section, Typed, cancel) is { } at ? new JsonResult(new { at = at.ToWarsaw().ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture) }) : StatusCode(StatusCodes.Status413PayloadTooLarge);

    protected async Task<IActionResult> DropDraft(string section, string back, CancellationToken cancel)
    {
        await drafts.Drop(Firm.Id, section, cancel);
        return LocalRedirect(Link(back));
    }

    /// <summary>The form once more: 422 with what is wrong, or 409 with what another person saved meanwhile.</summary>
    protected IActionResult Again(Saved saved)
    {
        foreach (var (key, text) in saved.Errors)
            ModelState.AddModelError(key.Length == 0 ? "" : $"Form[{key}]", text);
        Response.StatusCode = saved.Theirs is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        Theirs = saved.Theirs;
        if (Theirs is not null)
            Seen = Fingerprint.Of(Theirs);
        return Page();
    }

    /// <summary>Where values came from that the firm did not write itself, by field.</summary>
    public IReadOnlyDictionary<string, (string Source, DateTime At)> Sources { get; protected set; } = new Dictionary<string, (string, DateTime)>();

    public FieldView View(FieldShape field)
    {
        var name = $"Form[{field.Key}]";
        var error = ModelState.TryGetValue(name, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;
        var choices = field.Dictionary is { } list ? Lists.GetValueOrDefault(list, []) : field.Choices;
        return new FieldView(field, name, Form.GetValueOrDefault(field.Key), error, field.HasVisibility ? Visible.GetValueOrDefault(field.Key) : null, choices)
        {
            Source = Sources.TryGetValue(field.Key, out var source) ? source : null,
        };
    }
}

public sealed record EditedFirm(int Id, string Name, string Slug, CompanyStatus Status);

/// <summary>A field ready to be drawn.</summary>
public sealed record FieldView(FieldShape Shape, string Name, string? Value, string? Error, Visibility? Visible, IReadOnlyList<(string Value, string Label)> Choices)
{
    /// <summary>Where the value came from and when, when the firm did not write it itself.</summary>
    public (string Source, DateTime At)? Source { get; init; }

    public string Id => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Name, "_");
    public string? DescribedBy => string.Join(' ', new[] { Shape.Hint is null ? null : Id + "-h", Error is null ? null : Id + "-e" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}

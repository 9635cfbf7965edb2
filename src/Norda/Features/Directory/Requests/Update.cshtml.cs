using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Editor;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Requests;

/// <summary>A firm's profile behind a one-time link, prefilled, for people without an account.</summary>
[Access(Resource.ProfileRequest, Act.Create)]
[ResponseCache(NoStore = true)]
public class UpdateModel(AppDb db, SubmitProposal submit, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    public string? FirmName { get; private set; }
    public IReadOnlyDictionary<string, IReadOnlyList<(string Value, string Label)>> Lists { get; private set; } = new Dictionary<string, IReadOnlyList<(string, string)>>();

    public async Task<IActionResult> OnGetAsync(string klucz, CancellationToken cancel)
    {
        if (await Find(klucz, cancel) is not { } firm)
            return Gone();
        Form = ProfileSection.AllFields.ToDictionary(f => f.Key, f => f.Get(firm), StringComparer.Ordinal);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string klucz, CancellationToken cancel)
    {
        if (await Find(klucz, cancel) is null)
            return Gone();
        var saved = await submit.Run(klucz, Form, cancel);
        foreach (var (key, text) in saved.Errors)
            ModelState.AddModelError(key.Length == 0 ? "" : $"Form[{key}]", text);
        if (!saved.IsDone)
            return this.ShowAgain();
        this.Say(texts["Dziękujemy. Dane są w izbie."]);
        return LocalRedirect(Url.Content("~/"));
    }

    public FieldView View(FieldShape field) => new(field with { HasVisibility = false }, $"Form[{field.Key}]", Form.GetValueOrDefault(field.Key),
        ModelState.TryGetValue($"Form[{field.Key}]", out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null, null,
        field.Dictionary is { } list ? Lists.GetValueOrDefault(list, []) : field.Choices);

    private async Task<Company?> Find(string klucz, CancellationToken cancel)
    {
        var firm = await db.OpenRequests(klucz, clock.GetUtcNow().UtcDateTime).Select(r => r.Firm).AsNoTracking().SingleOrDefaultAsync(cancel);
        FirmName = firm?.Name;
        if (firm is not null)
            Lists = await db.EditorChoices(ProfileSection.AllFields, cancel);
        return firm;
    }

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}

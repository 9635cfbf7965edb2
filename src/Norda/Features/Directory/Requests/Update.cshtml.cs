using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Editor;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Requests;

/// <summary>A firm's profile behind a one-time link, prefilled, for people without an account.</summary>
[Access(Resource.ProfileRequest, Act.Create)]
[ResponseCache(NoStore = true)]
public class UpdateModel(AppDb db, SubmitProposal submit, TimeProvider clock) : PageModel
{
    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    public string? FirmName { get; private set; }
    public IReadOnlyDictionary<string, IReadOnlyList<(string Value, string Label)>> Lists { get; private set; } = new Dictionary<string, IReadOnlyList<(string, string)>>();

    public async Task<IActionResult> OnGetAsync(string klucz, CancellationToken cancel)
    {
        if (await Find(klucz, cancel) is not { } firm)
            return await Gone(klucz, cancel);
        Form = ProfileSection.AllFields.ToDictionary(f => f.Key, f => f.Get(firm), StringComparer.Ordinal);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string klucz, CancellationToken cancel)
    {
        if (await Find(klucz, cancel) is null)
            return await Gone(klucz, cancel);
        var saved = await submit.Run(klucz, Form, cancel);
        foreach (var (key, text) in saved.Errors)
            ModelState.AddModelError(key.Length == 0 ? "" : $"Form[{key}]", text);
        if (!saved.IsDone)
            return this.ShowAgain();
        return RedirectToPage(new { klucz });
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

    /// <summary>The link was used: what came back is with the chamber.</summary>
    public bool IsAnswered { get; private set; }

    private async Task<PageResult> Gone(string klucz, CancellationToken cancel)
    {
        var hash = Secret.HashOf(klucz);
        IsAnswered = await db.Set<ProfileRequest>().AnyAsync(r => r.TokenHash == hash && r.SubmittedAt != null, cancel);
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}

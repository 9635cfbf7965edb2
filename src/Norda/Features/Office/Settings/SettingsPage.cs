using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Shared;
using Norda.Platform;

namespace Norda.Features.Office.Settings;

/// <summary>A page of settings: its fields are keys of <see cref="KnownSetting"/>, filled with what is in force now.</summary>
public abstract class SettingsPage(SaveChamberSettings save, ApplyChamberSettings apply, SavedSettings saved, IConfiguration configuration, IStringLocalizer<Texts> texts) : PageModel
{
    protected IStringLocalizer<Texts> Texts { get; } = texts;

    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    /// <summary>What was in force when the page was opened.</summary>
    [BindProperty(Name = nameof(Seen))]
    public Dictionary<string, string?> Seen { get; set; } = [];

    /// <summary>Fields that another person saved while this one changed them too.</summary>
    public IReadOnlyList<Differing> Theirs { get; private set; } = [];

    /// <summary>The settings of this page, in their order.</summary>
    public abstract IReadOnlyList<SettingField> Fields { get; }

    public virtual void OnGet() => (Form, Seen) = (InForce(), InForce());

    /// <summary>The environment or the command line says it: what is typed here would show nowhere.</summary>
    public bool IsFixed(SettingField field) => saved.IsFixedAbove(configuration, field.Key);

    protected bool IsSet(string key) => !string.IsNullOrEmpty(configuration[key]);

    public string? FaultOf(SettingField field) => ModelState.TryGetValue(field.Name, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;

    /// <summary>Saves what was typed of this page and nothing else; a secret that is left blank stays.</summary>
    protected async Task<IActionResult> Save(string done, CancellationToken cancel)
    {
        await apply.Run(cancel); // another instance may have saved in the last minute
        if (!Agrees())
            return this.ShowAgain();
        var values = Fields.Where(f => Form.ContainsKey(f.Key) && !IsFixed(f) && !(f.IsSecret && string.IsNullOrEmpty(Form[f.Key]))).ToDictionary(f => f.Key, f => PlainText.Line(Form[f.Key]));
        if (await save.Run(values, cancel) is { Refusal: { } refusal } outcome)
        {
            ModelState.AddModelError(outcome.Field is { } key ? $"Form[{key}]" : "", refusal);
            return this.ShowAgain();
        }

        this.Say(done);
        return RedirectToPage();
    }

    /// <summary>What only another person changed stays as they saved it; what both changed is shown to the later one.</summary>
    private bool Agrees()
    {
        var now = InForce();
        var changed = Fields.Where(f => !f.IsSecret && !IsFixed(f) && Form.ContainsKey(f.Key) && Line(now, f) != Line(Seen, f)).ToList();
        foreach (var field in changed.Where(f => Line(Form, f) == Line(Seen, f)))
            Form[field.Key] = now[field.Key];
        Theirs = [.. changed.Where(f => Line(Form, f) != Line(now, f)).Select(f => new Differing(Texts[f.Label], now[f.Key], Form[f.Key]))];
        (Seen, var agrees) = (now, Theirs.Count == 0);
        return agrees;
    }

    private static string Line(Dictionary<string, string?> values, SettingField field) => PlainText.Line(values.GetValueOrDefault(field.Key)) ?? "";

    private Dictionary<string, string?> InForce() => Fields.Where(f => !f.IsSecret).ToDictionary(f => f.Key, f => configuration[f.Key] ?? f.Usual);
}

/// <summary>A setting as a field of a form. Label and Hint are keys of the texts.</summary>
/// <param name="Usual">What is in force when nobody has set anything.</param>
public sealed record SettingField(string Key, string Label, string? Hint = null, string Type = "text", string? Usual = null, IReadOnlyList<(string Value, string Label)>? Choices = null)
{
    public string Name => $"Form[{Key}]";
    public string Id => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Name, "_");
    public bool IsSecret => Type == "password";
}

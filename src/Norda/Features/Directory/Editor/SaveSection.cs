using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Editor;

/// <summary>Publishes one page of the editor. Whoever typed over values that another person changed meanwhile sees both first.</summary>
public class SaveSection(AppDb db, SaveFirm save, Drafts drafts, Me me, IStringLocalizer<Texts> texts)
{
    public async Task<Saved> Run(int companyId, ProfileSection section, SectionForm form, CancellationToken cancel)
    {
        var firm = await save.Load(companyId, cancel);
        if (firm is null)
            return Saved.Refuse("", texts["Tej firmy nie ma już w katalogu."]);
        var fields = section.FieldsFor(me.IsOffice);
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal);
        var errors = new List<(string Key, string Text)>();
        foreach (var field in fields)
        {
            var (value, error) = field.Read(form.Values.GetValueOrDefault(field.Key), texts);
            typed[field.Key] = value;
            if (error is not null)
                errors.Add((field.Key, error));
        }

        if (typed.GetValueOrDefault("category_id") is { } category && !(int.TryParse(category, CultureInfo.InvariantCulture, out var id) && await db.Categories.AnyAsync(c => c.Id == id, cancel)))
            errors.Add(("category_id", texts["Wybierz pozycję z listy „{0}”.", texts["Branża"]]));
        if (errors.Count > 0)
            return new Saved(errors, null);
        var now = Values(firm, fields);
        if (form.Seen != Fingerprint.Of(now))
            return new Saved([], now);

        Apply(firm, fields, typed, form.Visible);
        var saved = await Store(firm, cancel);
        if (saved.IsDone)
            await drafts.Drop(companyId, section.Slug, cancel);
        return saved;
    }

    /// <summary>What the page shows and its fingerprint is made of: the values, and who sees them.</summary>
    public static Dictionary<string, string?> Values(Company firm, IReadOnlyList<EditorField<Company>> fields)
    {
        var values = fields.ToDictionary(f => f.Key, f => f.Get(firm), StringComparer.Ordinal);
        foreach (var field in fields.Where(f => f.HasVisibility && firm.FieldVisibility.ContainsKey(f.Key)))
            values[VisibilityKey(field.Key)] = firm.FieldVisibility[field.Key].ToString();
        return values;
    }

    public static string VisibilityKey(string field) => field + ":visible";

    private void Apply(Company firm, IReadOnlyList<EditorField<Company>> fields, Dictionary<string, string?> typed, IReadOnlyDictionary<string, Visibility> visible)
    {
        foreach (var field in fields.Where(f => f.Get(firm) != typed[f.Key]))
        {
            field.Set(firm, typed[field.Key]);
            // From now on the firm itself answers for the value.
            if (firm.FieldSources.Find(s => s.Field == field.Key) is { } source)
                db.Remove(source);
        }

        var chosen = new Dictionary<string, Visibility>(firm.FieldVisibility, StringComparer.Ordinal);
        foreach (var field in fields.Where(f => f.HasVisibility && visible.ContainsKey(f.Key)))
        {
            if (visible[field.Key] == Visibility.Everyone)
                chosen.Remove(field.Key);
            else
                chosen[field.Key] = visible[field.Key];
        }

        firm.FieldVisibility = chosen;
        firm.LegalForm = LegalForm.From(firm.LegalName ?? firm.Name) ?? firm.LegalForm;
    }

    private async Task<Saved> Store(Company firm, CancellationToken cancel)
    {
        try
        {
            return await save.Run(firm, cancel) ? Saved.Done : Saved.Refuse("", texts["Ktoś właśnie zapisał zmiany w tej firmie. Naciśnij Zapisz jeszcze raz."]);
        }
        catch (DbUpdateException taken) when (Races.IsUnique(taken))
        {
            return Saved.Refuse("nip", texts["Firma z tym NIP-em jest już w katalogu."]);
        }
    }
}

/// <summary>A page of the editor as it came back.</summary>
/// <param name="Seen">Fingerprint of the values that the page showed.</param>
public sealed record SectionForm(IReadOnlyDictionary<string, string?> Values, IReadOnlyDictionary<string, Visibility> Visible, string? Seen);

/// <summary>Saved, or refused with what is wrong by field, or with the values that another person has saved meanwhile.</summary>
public sealed record Saved(IReadOnlyList<(string Key, string Text)> Errors, IReadOnlyDictionary<string, string?>? Theirs)
{
    public static readonly Saved Done = new([], null);

    public bool IsDone => Errors.Count == 0 && Theirs is null;

    public static Saved Refuse(string key, string text) => new([(key, text)], null);
}

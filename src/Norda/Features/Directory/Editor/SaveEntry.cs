using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Directory.Editor;

/// <summary>Adds an entry to a list of the profile, or changes one.</summary>
public class SaveEntry(AppDb db, SaveFirm save, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="key">The entry to change; null adds one.</param>
    public async Task<Saved> Run(int companyId, ListSection section, string? key, SectionForm form, CancellationToken cancel)
    {
        var firm = await save.Load(companyId, cancel);
        if (firm is null)
            return Saved.Refuse("", texts["Tej firmy nie ma już w katalogu."]);
        var (values, errors) = Read(section, form, isNew: key is null);
        if (errors.Count > 0)
            return new Saved(errors, null);
        var entries = section.Entries(firm, clock.Today());
        if (key is null && entries.Count >= ListSection.Most)
            return Saved.Refuse("", texts["Na tej liście mieści się {0} pozycji. Usuń którąś, żeby dodać nową.", ListSection.Most]);
        if (key is null && section.Fields[0] is { OnlyWhenNew: true } name && entries.Any(e => Slug.From(e.Title) == Slug.From(values[name.Key] ?? "")))
            return Saved.Refuse(name.Key, texts["Taka pozycja już jest na liście."]);
        if (key is not null && entries.FirstOrDefault(e => e.Key == key) is { } stored && stored.Seen != form.Seen)
            return new Saved([], stored.Values);
        if (!await section.Put(db, firm, key, values, clock.GetUtcNow().UtcDateTime, cancel))
            return Saved.Refuse("", texts["Tej pozycji już nie ma: ktoś ją usunął."]);
        return await Store(firm, section, cancel);
    }

    private (Dictionary<string, string?> Values, List<(string, string)> Errors) Read(ListSection section, SectionForm form, bool isNew)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        var errors = new List<(string, string)>();
        foreach (var field in section.Fields.Where(f => isNew || !f.OnlyWhenNew))
        {
            var (value, error) = field.Read(form.Values.GetValueOrDefault(field.Key), texts);
            values[field.Key] = value;
            if (error is not null)
                errors.Add((field.Key, error));
        }

        if (values.GetValueOrDefault("type") is { } type && values.GetValueOrDefault("value") is { } contact && errors.Count == 0)
        {
            var (value, fault) = ContactValue.Check(type, contact);
            values["value"] = value;
            if (fault is not null)
                errors.Add(("value", fault.Sentence(texts)));
        }

        if (errors.Count == 0 && section.Between(values) is var (between, wrong))
            errors.Add((between, texts[wrong]));
        return (values, errors);
    }

    private async Task<Saved> Store(Company firm, ListSection section, CancellationToken cancel)
    {
        try
        {
            return await save.Run(firm, cancel) ? Saved.Done : Saved.Refuse("", texts["Ktoś właśnie zapisał zmiany w tej firmie. Naciśnij Zapisz jeszcze raz."]);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Saved.Refuse(section.Fields[0].Key, texts["Taka pozycja już jest na liście."]);
        }
    }
}

/// <summary>Takes an entry off a list of the profile; the history can bring it back.</summary>
public class RemoveEntry(AppDb db, SaveFirm save, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int companyId, ListSection section, string key, string? seen, CancellationToken cancel)
    {
        var firm = await save.Load(companyId, cancel);
        if (firm is null || section.Entries(firm, clock.Today()).FirstOrDefault(e => e.Key == key) is not { } stored)
            return Outcome.Refuse(texts["Tej pozycji już nie ma: ktoś ją usunął."]);
        if (stored.Seen != seen)
            return Outcome.Refuse(texts["Ktoś właśnie zmienił tę pozycję. Sprawdź ją, zanim ją usuniesz."]);
        section.Remove(db, firm, key);
        return await save.Run(firm, cancel) ? Outcome.Done : Outcome.Refuse(texts["Ktoś właśnie zapisał zmiany w tej firmie. Spróbuj jeszcze raz."]);
    }
}

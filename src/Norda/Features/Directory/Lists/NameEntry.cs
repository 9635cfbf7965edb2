using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Lists;

/// <summary>Adds an entry to one of the chamber's lists.</summary>
public class AddListEntry(AppDb db, Me me, ListEntries entries, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(ListKind kind, string? typed, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (PlainText.Line(typed) is not { Length: <= ListEntries.LongestName } name)
            return Outcome.Refuse(texts["Wpisz nazwę, do 100 znaków."], "nazwa");
        if (await entries.Of(kind).AnyAsync(e => AnyCase.Of(e.Name) == AnyCase.Typed(name), cancel))
            return Outcome.Refuse(texts["Taka pozycja już jest na liście."], "nazwa");
        var slug = await entries.FreeSlug(kind, name, null, cancel);
        db.Add<object>(kind switch
        {
            ListKind.Category => new Category { Name = name, Slug = slug, SortOrder = await db.Categories.MaxAsync(c => (int?)c.SortOrder, cancel) + 1 ?? 1 },
            ListKind.Service => new Service { Name = name, Slug = slug },
            _ => new Competency { Name = name, Slug = slug },
        });
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Taka pozycja już jest na liście."], "nazwa");
        }
    }
}

/// <summary>Gives an entry another name and the address that goes with it; the former address leads to the new one.</summary>
public class RenameListEntry(AppDb db, Me me, ListEntries entries, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="seen">The name that stood there when the form was opened.</param>
    public async Task<Outcome> Run(ListKind kind, int id, string? typed, string? seen, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (PlainText.Line(typed) is not { Length: <= ListEntries.LongestName } name)
            return Outcome.Refuse(texts["Wpisz nazwę, do 100 znaków."], "nazwa");
        if (await entries.Of(kind).AnyAsync(e => e.Id != id && AnyCase.Of(e.Name) == AnyCase.Typed(name), cancel))
            return Outcome.Refuse(texts["Taka pozycja już jest na liście. Możesz je połączyć."], "nazwa");
        if (await entries.Of(kind).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } entry)
            return Outcome.Refuse(texts["Tej pozycji już nie ma."]);
        if (entry.Name != seen)
            return Outcome.Refuse(texts["Tymczasem ktoś inny zmienił tę nazwę na „{0}”. Zapisz jeszcze raz, jeśli ma być Twoja.", entry.Name], "nazwa");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Move(kind, entry, await entries.FreeSlug(kind, name, id, cancel), cancel);
        entry.Name = name;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Taka pozycja już jest na liście. Możesz je połączyć."], "nazwa");
        }

        await entries.Refresh(await entries.Firms(kind, id, cancel), cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    private async Task Move(ListKind kind, IListEntry entry, string slug, CancellationToken cancel)
    {
        if (slug == entry.Slug)
            return;
        // Back to a name that it had: the address is no longer a former one.
        if (await db.FindAsync<FormerListSlug>([kind, slug], cancel) is { } back)
            db.Remove(back);
        db.Add(new FormerListSlug { Kind = kind, Slug = entry.Slug, EntryId = entry.Id, RetiredAt = clock.GetUtcNow().UtcDateTime });
        entry.Slug = slug;
    }
}

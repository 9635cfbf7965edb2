using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Lists;

/// <summary>Two entries that mean the same become one: firms, addresses and the search follow.</summary>
public class MergeListEntries(AppDb db, Me me, ListEntries entries, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="into">Name of the entry that stays.</param>
    /// <returns>How many firms changed, or why none did.</returns>
    public async Task<(int Firms, Outcome Outcome)> Run(ListKind kind, int id, string? into, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return (0, Outcome.Refuse(texts["To może zrobić tylko biuro izby."]));
        var name = AnyCase.Typed(into);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await entries.Of(kind).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } from)
            return (0, Outcome.Refuse(texts["Tej pozycji już nie ma."]));
        if (await entries.Of(kind).FirstOrDefaultAsync(e => AnyCase.Of(e.Name) == name, cancel) is not { } to)
            return (0, Outcome.Refuse(texts["Wybierz z listy pozycję, która zostaje."], "do"));
        if (to.Id == id)
            return (0, Outcome.Refuse(texts["Wybierz inną pozycję niż ta."], "do"));
        var firms = await entries.Firms(kind, id, cancel);
        try
        {
            await Move(kind, id, to.Id, firms, cancel);
            await Retire(kind, from, to.Id, cancel);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late) || Races.IsForeign(late))
        {
            return (0, Outcome.Refuse(texts["Ktoś właśnie zapisał firmę z tą pozycją. Spróbuj jeszcze raz."]));
        }

        await entries.Refresh(firms, cancel);
        await transaction.CommitAsync(cancel);
        return (firms.Count, Outcome.Done);
    }

    private async Task Move(ListKind kind, int from, int to, List<int> firms, CancellationToken cancel)
    {
        switch (kind)
        {
            case ListKind.Category:
                foreach (var firm in await db.Companies.Where(c => c.CategoryId == from).ToListAsync(cancel))
                    (firm.CategoryId, firm.UpdatedAt) = (to, clock.GetUtcNow().UtcDateTime);
                break;
            case ListKind.Service:
                await MoveServices(from, to, firms, cancel);
                break;
            default:
                await MoveCompetencies(from, to, firms, cancel);
                break;
        }
    }

    private async Task MoveServices(int from, int to, List<int> firms, CancellationToken cancel)
    {
        var kept = await db.Set<CompanyService>().Where(s => s.ServiceId == to && firms.Contains(s.CompanyId)).ToDictionaryAsync(s => s.CompanyId, cancel);
        foreach (var gone in await db.Set<CompanyService>().Where(s => s.ServiceId == from).ToListAsync(cancel))
        {
            if (kept.TryGetValue(gone.CompanyId, out var same))
                same.IsPrimary |= gone.IsPrimary;
            else
                db.Add(new CompanyService { CompanyId = gone.CompanyId, ServiceId = to, IsPrimary = gone.IsPrimary, AddedAt = gone.AddedAt });
            db.Remove(gone);
        }
    }

    private async Task MoveCompetencies(int from, int to, List<int> firms, CancellationToken cancel)
    {
        var kept = await db.Set<CompanyCompetency>().Where(s => s.CompetencyId == to && firms.Contains(s.CompanyId)).ToDictionaryAsync(s => s.CompanyId, cancel);
        foreach (var gone in await db.Set<CompanyCompetency>().Where(s => s.CompetencyId == from).ToListAsync(cancel))
        {
            if (kept.TryGetValue(gone.CompanyId, out var same))
                same.Level ??= gone.Level;
            else
                db.Add(new CompanyCompetency { CompanyId = gone.CompanyId, CompetencyId = to, Level = gone.Level, AddedAt = gone.AddedAt });
            db.Remove(gone);
        }
    }

    /// <summary>The address of the entry, and those that it had before, lead to the one that stays.</summary>
    private async Task Retire(ListKind kind, IListEntry from, int to, CancellationToken cancel)
    {
        foreach (var former in await db.Set<FormerListSlug>().Where(f => f.Kind == kind && f.EntryId == from.Id).ToListAsync(cancel))
            former.EntryId = to;
        db.Add(new FormerListSlug { Kind = kind, Slug = from.Slug, EntryId = to, RetiredAt = clock.GetUtcNow().UtcDateTime });
        db.Remove<object>(from);
    }
}

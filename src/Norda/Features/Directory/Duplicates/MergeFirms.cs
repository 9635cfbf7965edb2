using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Backup;
using Norda.Data.Search;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Duplicates;

/// <summary>What the office chose: which entry stays, and which fields come from the other one.</summary>
/// <param name="KeptVersion">As the office saw it.</param>
public sealed record MergeOrder(int KeptId, int MergedId, int KeptVersion, int MergedVersion, IReadOnlyCollection<string> FromMerged);

/// <summary>
/// Makes two entries one, in one transaction: the kept one gets the other's rows of every table, its address and the chosen fields;
/// the other is put away. What both have alike stays at the one put away. An entry with rows that are never rewritten, such as payments, is
/// the one that is kept.
/// </summary>
public class MergeFirms(AppDb db, PointRows point, ISearchIndex search, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>Rows that do not follow: notes about pairs and merges, and sources, which go with the chosen fields.</summary>
    private static readonly Type[] Staying = [typeof(DuplicatePair), typeof(CompanyMerge), typeof(FieldSource)];

    public async Task<Outcome> Run(MergeOrder order, CancellationToken cancel)
    {
        if (order.KeptId == order.MergedId)
            return Outcome.Refuse(texts["Wybierz dwie różne firmy."]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await Claim(order, cancel))
            return Changed;
        if (await point.IsHeld(typeof(Company), order.MergedId, cancel))
            return Outcome.Refuse(texts["Drugi wpis ma zapisane wpłaty, których nie da się przepisać. Zostaw ten wpis, a przyłącz do niego pierwszy. Gdy wpłaty mają oba, połączyć się ich nie da."]);
        var firms = await db.Companies.Include(c => c.FieldSources).Where(c => c.Id == order.KeptId || c.Id == order.MergedId).ToDictionaryAsync(c => c.Id, cancel);
        try
        {
            await Merge(firms[order.KeptId], firms[order.MergedId], order.FromMerged, cancel);
        }
        catch (DbUpdateException race) when (Races.IsLost(race))
        {
            return Changed;
        }

        await search.Refresh([order.KeptId, order.MergedId], cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>Both rows, the lower number first: of two who merge them one way and the other, one waits and then finds them changed.</summary>
    private async Task<bool> Claim(MergeOrder order, CancellationToken cancel)
    {
        foreach (var (id, version) in new[] { (order.KeptId, order.KeptVersion), (order.MergedId, order.MergedVersion) }.OrderBy(f => f.Item1))
            if (await db.Companies.Where(c => c.Id == id && c.Version == version && c.Status != CompanyStatus.Archived).ExecuteUpdateAsync(c => c.SetProperty(x => x.Version, x => x.Version), cancel) != 1)
                return false;
        return true;
    }

    private Outcome Changed => Outcome.Refuse(texts["Ktoś właśnie zmienił albo połączył te firmy. Otwórz porównanie jeszcze raz."]);

    private async Task Merge(Company kept, Company merged, IReadOnlyCollection<string> fromMerged, CancellationToken cancel)
    {
        var (now, shape) = (clock.GetUtcNow().UtcDateTime, TableShape.Of(db, typeof(Company)));
        var snapshot = new MergeSnapshot
        {
            Kept = Encoding.UTF8.GetString(shape.Write(kept)), Merged = Encoding.UTF8.GetString(shape.Write(merged)), Slug = merged.Slug,
            Sources = [.. kept.FieldSources.Select(s => new FieldSource { CompanyId = s.CompanyId, Field = s.Field, Source = s.Source, SourceUrl = s.SourceUrl, TakenAt = s.TakenAt })],
        };
        var chosen = MergedField.All.Where(f => fromMerged.Contains(f.Key)).Select(f => (Field: f, Value: f.Get(merged))).ToList();
        (merged.Status, merged.UpdatedAt, merged.Slug) = (CompanyStatus.Archived, now, $"{merged.Slug[..Math.Min(merged.Slug.Length, 170)]}-polaczona-{merged.Id}");
        if (fromMerged.Contains("nip"))
            merged.Nip = null; // one firm at a time has a number
        await db.SaveChangesAsync(cancel);

        kept.UpdatedAt = now;
        db.Entry(kept).Property(c => c.Version).CurrentValue++; // also when no field of its own changes
        foreach (var (field, value) in chosen)
        {
            field.Set(kept, value);
            TakeSource(kept, merged, field.Key);
        }

        db.Add(new FormerSlug { Slug = snapshot.Slug, CompanyId = kept.Id, RetiredAt = now });
        await db.SaveChangesAsync(cancel);
        snapshot.Moved = await point.Run(typeof(Company), merged.Id, kept.Id, Staying, cancel);
        await Demote(kept.Id, snapshot, cancel);
        (snapshot.KeptVersion, snapshot.MergedVersion) = (kept.Version, merged.Version);
        var (first, second, by) = (Math.Min(kept.Id, merged.Id), Math.Max(kept.Id, merged.Id), me.Id);
        snapshot.WasSuspected = await db.Set<DuplicatePair>().Where(p => p.FirstId == first && p.SecondId == second && p.IsDuplicate == null)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.IsDuplicate, true).SetProperty(x => x.DecidedBy, by).SetProperty(x => x.DecidedAt, now), cancel) == 1;
        db.Add(new CompanyMerge { KeptId = kept.Id, MergedId = merged.Id, MergedBy = by, MergedAt = now, Snapshot = snapshot.ToString() });
        await db.SaveChangesAsync(cancel);
    }

    private void TakeSource(Company kept, Company merged, string field)
    {
        var theirs = merged.FieldSources.Find(s => s.Field == field);
        if (kept.FieldSources.Find(s => s.Field == field) is not { } own)
        {
            if (theirs is not null)
                db.Add(new FieldSource { CompanyId = kept.Id, Field = field, Source = theirs.Source, SourceUrl = theirs.SourceUrl, TakenAt = theirs.TakenAt });
        }
        else if (theirs is null)
        {
            db.Remove(own);
        }
        else
        {
            (own.Source, own.SourceUrl, own.TakenAt) = (theirs.Source, theirs.SourceUrl, theirs.TakenAt);
        }
    }

    /// <summary>A firm has one primary telephone and one primary service: its own.</summary>
    private async Task Demote(int kept, MergeSnapshot snapshot, CancellationToken cancel)
    {
        var contacts = Moved("company_contacts", 0);
        var services = Moved("company_services", 0);
        if (await db.Set<CompanyContact>().AnyAsync(c => c.CompanyId == kept && c.IsPrimary && !contacts.Contains(c.Id), cancel))
        {
            snapshot.DemotedContacts = await db.Set<CompanyContact>().Where(c => contacts.Contains(c.Id) && c.IsPrimary).Select(c => c.Id).ToListAsync(cancel);
            await db.Set<CompanyContact>().Where(c => snapshot.DemotedContacts.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.IsPrimary, false), cancel);
        }

        if (await db.Set<CompanyService>().AnyAsync(s => s.CompanyId == kept && s.IsPrimary && !services.Contains(s.ServiceId), cancel))
        {
            snapshot.DemotedServices = await db.Set<CompanyService>().Where(s => s.CompanyId == kept && services.Contains(s.ServiceId) && s.IsPrimary).Select(s => s.ServiceId).ToListAsync(cancel);
            await db.Set<CompanyService>().Where(s => s.CompanyId == kept && snapshot.DemotedServices.Contains(s.ServiceId)).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsPrimary, false), cancel);
        }

        List<int> Moved(string table, int part) => [.. snapshot.Moved.Where(m => m.Table == table).SelectMany(m => m.Rows).Select(r => int.Parse(r[part], System.Globalization.CultureInfo.InvariantCulture))];
    }
}

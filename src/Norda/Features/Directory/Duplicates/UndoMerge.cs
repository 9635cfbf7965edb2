using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Backup;
using Norda.Data.Search;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Duplicates;

/// <summary>Parts two firms again exactly as they were, as long as nobody worked on them since.</summary>
public class UndoMerge(AppDb db, PointRows point, ISearchIndex search, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int mergeId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<CompanyMerge>().SingleOrDefaultAsync(m => m.Id == mergeId && m.UndoneAt == null, cancel) is not { } merge)
            return Outcome.Refuse(texts["To połączenie jest już cofnięte."]);
        var snapshot = MergeSnapshot.Read(merge.Snapshot);
        var kept = await db.Companies.Include(c => c.FieldSources).SingleAsync(c => c.Id == merge.KeptId, cancel);
        var merged = await db.Companies.SingleAsync(c => c.Id == merge.MergedId, cancel);
        if (kept.Version != snapshot.KeptVersion || merged.Version != snapshot.MergedVersion)
            return WorkedOn;
        try
        {
            if (!await Part(merge, kept, merged, snapshot, cancel))
                return WorkedOn;
        }
        catch (DbUpdateException race) when (Races.IsLost(race))
        {
            return WorkedOn;
        }

        await search.Refresh([kept.Id, merged.Id], cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    private Outcome WorkedOn => Outcome.Refuse(texts["Ktoś zmieniał połączoną firmę, więc nie da się jej rozdzielić dokładnie tak, jak było. Cofnij najpierw te zmiany w historii profilu."]);

    private async Task<bool> Part(CompanyMerge merge, Company kept, Company merged, MergeSnapshot snapshot, CancellationToken cancel)
    {
        await db.Set<CompanyContact>().Where(c => snapshot.DemotedContacts.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.IsPrimary, true), cancel);
        await db.Set<CompanyService>().Where(s => s.CompanyId == kept.Id && snapshot.DemotedServices.Contains(s.ServiceId)).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsPrimary, true), cancel);
        if (!await point.Back(typeof(Company), snapshot.Moved, kept.Id, merged.Id, cancel))
            return false;
        await db.FormerSlugs.Where(s => s.Slug == snapshot.Slug && s.CompanyId == kept.Id).ExecuteDeleteAsync(cancel);
        db.RemoveRange(kept.FieldSources.Where(s => !snapshot.Sources.Exists(o => o.Field == s.Field)));
        foreach (var source in snapshot.Sources)
            if (kept.FieldSources.Find(s => s.Field == source.Field) is { } own)
                (own.Source, own.SourceUrl, own.TakenAt) = (source.Source, source.SourceUrl, source.TakenAt);
            else
                db.Add(source);
        // The kept one first: it may hold the other's NIP.
        await PutBack(kept, snapshot.Kept, cancel);
        await PutBack(merged, snapshot.Merged, cancel);
        (merge.UndoneAt, merge.UndoneBy) = (clock.GetUtcNow().UtcDateTime, me.Id);
        await db.SaveChangesAsync(cancel);
        if (snapshot.WasSuspected)
        {
            var (first, second) = (Math.Min(kept.Id, merged.Id), Math.Max(kept.Id, merged.Id));
            await db.Set<DuplicatePair>().Where(p => p.FirstId == first && p.SecondId == second)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.IsDuplicate, (bool?)null).SetProperty(x => x.DecidedBy, (int?)null).SetProperty(x => x.DecidedAt, (DateTime?)null), cancel);
        }

        return true;
    }

    private async Task PutBack(Company firm, string row, CancellationToken cancel)
    {
        var shape = TableShape.Of(db, typeof(Company));
        shape.PutBack(firm, shape.Read(Encoding.UTF8.GetBytes(row), shape.Columns));
        await db.SaveChangesAsync(cancel);
    }
}

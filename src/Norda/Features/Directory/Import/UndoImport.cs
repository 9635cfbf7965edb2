using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>Takes a batch back as a whole: its firms go, its changes get their old values. Not when someone worked on them since.</summary>
public class UndoImport(AppDb db, ISearchIndex search, TimeProvider clock)
{
    private const int Portion = 500;
    private const int MostNamed = 20;

    public async Task<Outcome> Run(int batchId, CancellationToken cancel)
    {
        ImportReport.SpeakPolish();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = await db.FindAsync<ImportBatch>([batchId], cancel);
        if (batch is null)
            return Outcome.Refuse($"Nie ma przebiegu {batchId}. Listę pokaże: norda import list");
        if (batch.UndoneAt is not null)
            return Outcome.Refuse($"Przebieg {batchId} jest już cofnięty.");

        var touched = new HashSet<int>();
        var blocked = new List<string>();
        try
        {
            await RevertAll(batchId, touched, blocked, cancel);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refuse("Z firm tego przebiegu korzystają już inne działy albo ktoś właśnie je zmienia. Nic nie cofnięto.");
        }

        if (blocked.Count > 0)
            return Outcome.Refuse(Explain(blocked));
        var (source, since) = (batch.SourceName, batch.StartedAt);
        await db.Set<FieldSource>().Where(s => s.Source == source && s.TakenAt >= since && db.Set<ImportRow>().Where(r => r.BatchId == batchId).Select(r => r.CompanyId).Contains(s.CompanyId)).ExecuteDeleteAsync(cancel);
        await RemoveUnusedLists(batch, cancel);
        batch = await db.FindAsync<ImportBatch>([batchId], cancel);
        batch!.UndoneAt = FirmStamp.Now(clock);
        await db.SaveChangesAsync(cancel);
        await search.Take(touched, cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>From the last line to the first, so that two rows on one firm come off in the order in which they went on.</summary>
    private async Task RevertAll(int batchId, HashSet<int> touched, List<string> blocked, CancellationToken cancel)
    {
        for (var before = int.MaxValue; ;)
        {
            var rows = await db.Set<ImportRow>().AsNoTracking()
                .Where(r => r.BatchId == batchId && r.Line < before && (r.Outcome == RowOutcome.New || r.Outcome == RowOutcome.Changed))
                .OrderByDescending(r => r.Line).Take(Portion).ToListAsync(cancel);
            if (rows.Count == 0)
                return;
            await Revert(rows, touched, blocked, cancel);
            before = rows[^1].Line;
        }
    }

    private async Task Revert(List<ImportRow> rows, HashSet<int> touched, List<string> blocked, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.CompanyId!.Value).ToHashSet();
        var firms = await db.Companies.Include(c => c.Services).Include(c => c.Contacts).AsSplitQuery().Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var grown = await Grown(ids, cancel);
        foreach (var row in rows)
        {
            var (id, after) = (row.CompanyId!.Value, FirmState.Read(row.After!));
            var isLatest = touched.Add(id);
            if (!firms.TryGetValue(id, out var firm))
                blocked.Add($"firma {id} (usunięta)");
            else if (isLatest && (firm.Version != after.Version || firm.UpdatedAt != after.UpdatedAt))
                blocked.Add(firm.Name);
            else if (row.Outcome == RowOutcome.Changed)
                PutBack(firm, FirmState.Read(row.Before!), after);
            else if (grown.Contains(id) || !Remove(firm, after))
                blocked.Add(firm.Name);
        }

        // Once one firm stands in the way, the rest is only looked through for others.
        if (blocked.Count == 0)
            await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Firms that got something that an import never brings.</summary>
    private Task<HashSet<int>> Grown(HashSet<int> ids, CancellationToken cancel) =>
        db.Companies.Where(c => EF.Parameter(ids).Contains(c.Id) && (c.Competencies.Any() || c.Certifications.Any() || c.Awards.Any() || c.News.Any()
            || c.SocialProfiles.Any() || c.PkdCodes.Any() || c.FormerSlugs.Any())).Select(c => c.Id).ToHashSetAsync(cancel);

    private void PutBack(Company firm, FirmState before, FirmState after)
    {
        foreach (var (code, value) in before.Fields)
            FirmField.ByCode[code].Set(firm, value);
        TakeOff(firm, after);
        FirmStamp.Put(db, firm, before.UpdatedAt, before.Version);
    }

    private bool Remove(Company firm, FirmState after)
    {
        TakeOff(firm, after);
        if (firm.Services.Count > 0 || firm.Contacts.Count > 0)
            return false;
        db.Remove(firm);
        return true;
    }

    private void TakeOff(Company firm, FirmState after)
    {
        foreach (var service in firm.Services.Where(s => after.Services?.Contains(s.ServiceId) == true).ToList())
        {
            firm.Services.Remove(service);
            db.Remove(service);
        }

        foreach (var contact in firm.Contacts.Where(c => after.Contacts?.Contains(new FirmContact(c.ContactType, c.Value)) == true).ToList())
        {
            firm.Contacts.Remove(contact);
            db.Remove(contact);
        }
    }

    private async Task RemoveUnusedLists(ImportBatch batch, CancellationToken cancel)
    {
        var (categories, services) = (batch.CreatedCategories, batch.CreatedServices);
        await db.Categories.Where(c => categories.Contains(c.Id) && !db.Companies.Any(f => f.CategoryId == c.Id)).ExecuteDeleteAsync(cancel);
        await db.Services.Where(s => services.Contains(s.Id) && !db.Set<CompanyService>().Any(o => o.ServiceId == s.Id)).ExecuteDeleteAsync(cancel);
    }

    private static string Explain(List<string> blocked)
    {
        var more = blocked.Count - MostNamed;
        var named = string.Join(", ", blocked.Take(MostNamed)) + (more > 0 ? $" i {more} {Plural.Word(more, "inna|inne|innych")}" : "");
        return $"Tych firm nie da się cofnąć, bo ktoś je od tego czasu zmienił: {named}. Nic nie cofnięto.";
    }
}

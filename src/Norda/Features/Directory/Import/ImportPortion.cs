using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory.Import;

/// <summary>One row after it was merged, for the report.</summary>
internal sealed record RowResult(CompanyRow Row, RowOutcome Outcome, IReadOnlyList<string> Changes);

/// <summary>Merges a portion of rows: one look at the firms they speak of, then new firms in bulk, changed ones one by one, and the batch's rows.</summary>
internal sealed class ImportPortion(AppDb db, ImportBatch batch, KnownFirms known, ListNames names, DateTime now)
{
    public HashSet<int> Touched { get; } = [];

    public async Task<List<RowResult>> Run(IReadOnlyList<CompanyRow> rows, CancellationToken cancel)
    {
        foreach (var row in rows.Where(r => r.Refusal is null))
            known.Place(row);
        var placed = rows.Where(r => r.Refusal is null).ToList();
        await names.Add(placed, cancel);
        await Draft(placed, cancel);
        var merged = placed.Select(Merge).ToDictionary(m => m.Row.Line);
        await Write(merged.Values, cancel);

        var entries = new List<ImportRow>(rows.Count);
        var results = new List<RowResult>(rows.Count);
        foreach (var row in rows)
        {
            var done = merged.GetValueOrDefault(row.Line);
            var outcome = done?.Outcome ?? RowOutcome.Refused;
            batch.Count(outcome);
            entries.Add(Entry(row, outcome, done));
            results.Add(new RowResult(row, outcome, outcome == RowOutcome.Changed ? [.. done!.Merge.Describe()] : []));
        }

        await db.Insert(entries, cancel);
        db.ChangeTracker.Clear();
        foreach (var row in placed)
            row.Firm!.Draft = null;
        return results;
    }

    /// <summary>A copy of each firm that the rows speak of, or the beginning of a new one with its number.</summary>
    private async Task Draft(List<CompanyRow> placed, CancellationToken cancel)
    {
        var ids = placed.Where(r => r.Firm!.Id > 0).Select(r => r.Firm!.Id).ToHashSet();
        var stored = ids.Count == 0 ? [] : await FirmDraft.Load(db, ids, cancel);
        foreach (var row in placed.Where(r => r.Firm!.Id > 0))
            row.Firm!.Draft = stored[row.Firm.Id];

        var added = placed.Where(r => r.IsNew).Select(r => (Row: r, Firm: new Company { Name = r.Name, Slug = "", CreatedAt = now, UpdatedAt = now })).ToList();
        await db.Number(added.ConvertAll(a => a.Firm), cancel);
        foreach (var (row, firm) in added)
        {
            firm.Slug = known.TakeSlug(row.Name, firm.Id);
            row.Firm!.Id = firm.Id;
            row.Firm.Draft = new FirmDraft(firm.Id, firm) { IsNew = true, UpdatedAt = now };
        }
    }

    private Merged Merge(CompanyRow row)
    {
        var draft = row.Firm!.Draft!;
        var before = (draft.Version, draft.UpdatedAt);
        var merge = new FirmMerge(row, draft, names, now);
        merge.Run();
        var outcome = row.IsNew ? RowOutcome.New : merge.IsEmpty ? RowOutcome.Same : RowOutcome.Changed;
        if (outcome == RowOutcome.Changed && !draft.IsNew)
            (draft.Version, draft.UpdatedAt) = (draft.Version + 1, now);
        var after = new FirmState
        {
            Version = draft.Version,
            UpdatedAt = draft.UpdatedAt,
            Fields = merge.Changes.ToDictionary(c => c.Field.Code, c => c.New),
            Services = merge.AddedServices.Count > 0 ? merge.AddedServices.ConvertAll(s => s.ServiceId) : null,
            Contacts = merge.AddedContacts.Count > 0 ? merge.AddedContacts.ConvertAll(c => new FirmContact(c.ContactType, c.Value)) : null,
        };
        return new Merged(row, merge, draft, outcome, new FirmState { Version = before.Version, UpdatedAt = before.UpdatedAt, Fields = merge.Changes.ToDictionary(c => c.Field.Code, c => c.Old) }, after);
    }

    private async Task Write(IReadOnlyCollection<Merged> merged, CancellationToken cancel)
    {
        await db.Insert([.. merged.Where(m => m.Outcome == RowOutcome.New).Select(m => m.Draft.Firm)], cancel);
        await db.Insert([.. merged.SelectMany(m => m.Merge.AddedServices)], cancel);
        await db.Insert([.. merged.SelectMany(m => m.Merge.AddedContacts)], cancel);
        await NoteSources(merged, cancel);
        var changes = merged.Where(m => m.Outcome == RowOutcome.Changed && !m.Draft.IsNew).ToLookup(m => m.Draft);
        var ids = changes.Select(c => c.Key.Id).ToHashSet();
        if (ids.Count == 0)
            return;
        var firms = await db.Companies.Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        foreach (var change in changes)
        {
            var firm = firms[change.Key.Id];
            foreach (var field in change.SelectMany(m => m.Merge.Changes))
                field.Field.Set(firm, field.New);
            FirmStamp.Put(db, firm, now, change.Key.Version);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Each value that came from the file says so (RODO, article 14), until the firm writes its own.</summary>
    private async Task NoteSources(IReadOnlyCollection<Merged> merged, CancellationToken cancel)
    {
        var given = merged.SelectMany(m => m.Merge.Changes.Where(c => c.New is not null).Select(c => (Firm: m.Draft.Id, Field: c.Field.Code)))
            .Concat(merged.Where(m => m.Row.IsNew).Select(m => (Firm: m.Draft.Id, Field: FirmField.Name.Code))).ToHashSet();
        var old = given.Select(g => g.Firm).ToHashSet();
        old.ExceptWith(merged.Where(m => m.Row.IsNew).Select(m => m.Draft.Id));
        var stored = old.Count == 0 ? [] : await db.Set<FieldSource>().Where(s => EF.Parameter(old).Contains(s.CompanyId)).ToListAsync(cancel);
        foreach (var source in stored.Where(s => given.Remove((s.CompanyId, s.Field))))
            (source.Source, source.SourceUrl, source.TakenAt) = (batch.SourceName, null, now);
        await db.Insert([.. given.Select(g => new FieldSource { CompanyId = g.Firm, Field = g.Field, Source = batch.SourceName, TakenAt = now })], cancel);
        await db.SaveChangesAsync(cancel);
    }

    private ImportRow Entry(CompanyRow row, RowOutcome outcome, Merged? merged)
    {
        var isKept = outcome is RowOutcome.New or RowOutcome.Changed;
        if (isKept)
            Touched.Add(merged!.Draft.Id);
        return new ImportRow
        {
            BatchId = batch.Id,
            Line = row.Line,
            Outcome = outcome,
            CompanyId = merged?.Draft.Id,
            Remarks = string.Join('\n', row.Refusal is null ? row.Remarks : [row.Refusal]) is { Length: > 0 } remarks ? remarks : null,
            Before = outcome == RowOutcome.Changed ? FirmState.Write(merged!.Before) : null,
            After = isKept ? FirmState.Write(merged!.After) : null,
            Leftover = row.Leftover.Count > 0 ? FirmState.Write(row.Leftover) : null,
        };
    }

    private sealed record Merged(CompanyRow Row, FirmMerge Merge, FirmDraft Draft, RowOutcome Outcome, FirmState Before, FirmState After);
}

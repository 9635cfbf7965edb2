using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory.Import;

/// <summary>One row after it was merged, for the report.</summary>
internal sealed record RowResult(CompanyRow Row, RowOutcome Outcome, IReadOnlyList<string> Changes);

/// <summary>Merges a portion of rows: one read of the firms they speak of, one write of firms, one of the batch's rows.</summary>
internal sealed class ImportPortion(AppDb db, ImportBatch batch, KnownFirms known, ListNames names, DateTime now)
{
    public HashSet<int> Touched { get; } = [];

    public async Task<List<RowResult>> Run(IReadOnlyList<CompanyRow> rows, CancellationToken cancel)
    {
        foreach (var row in rows.Where(r => r.Refusal is null))
            known.Place(row);
        var placed = rows.Where(r => r.Refusal is null).ToList();
        await names.Add(placed, cancel);
        await Load(placed, cancel);
        var merged = placed.Select(Merge).ToDictionary(m => m.Row.Line);
        await db.SaveChangesAsync(cancel);
        await NameTheNameless(cancel);

        var results = new List<RowResult>(rows.Count);
        foreach (var row in rows)
        {
            var (outcome, merge) = merged.TryGetValue(row.Line, out var done) ? (done.Outcome, done) : (RowOutcome.Refused, null);
            Count(outcome);
            db.Add(Entry(row, outcome, merge));
            results.Add(new RowResult(row, outcome, outcome == RowOutcome.Changed ? [.. merge!.Merge.Describe()] : []));
        }

        await db.SaveChangesAsync(cancel);
        Forget(placed);
        return results;
    }

    private async Task Load(List<CompanyRow> placed, CancellationToken cancel)
    {
        var ids = placed.Where(r => !r.IsNew && r.Firm!.Id > 0).Select(r => r.Firm!.Id).ToHashSet();
        if (ids.Count == 0)
            return;
        var firms = await db.Companies.Include(c => c.Services).Include(c => c.Contacts).AsSplitQuery().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        foreach (var row in placed.Where(r => r.Firm!.Id > 0))
            row.Firm!.Entity = firms[row.Firm.Id];
    }

    private Merged Merge(CompanyRow row)
    {
        var firm = row.Firm!.Entity;
        if (firm is null)
        {
            row.Firm.Entity = firm = new Company { Name = row.Name, Slug = known.TakeSlug(row.Name), CreatedAt = now, UpdatedAt = now };
            db.Add(firm);
        }

        var before = (firm.Version, firm.UpdatedAt);
        var merge = new FirmMerge(row, firm, names, now);
        merge.Run();
        if (row.IsNew)
            return new Merged(row, firm, merge, RowOutcome.New, before);
        if (merge.IsEmpty)
            return new Merged(row, firm, merge, RowOutcome.Same, before);
        FirmStamp.Put(db, firm, now, firm.Version + 1);
        return new Merged(row, firm, merge, RowOutcome.Changed, before);
    }

    /// <summary>A name without a Latin letter gives no address; the number of the firm does, once it has one.</summary>
    private async Task NameTheNameless(CancellationToken cancel)
    {
        var nameless = db.ChangeTracker.Entries<Company>().Select(e => e.Entity).Where(c => c.Slug.Length == 0 || c.Slug[0] == '-').ToList();
        foreach (var firm in nameless)
            firm.Slug = known.TakeSlug($"firma-{firm.Id}");
        if (nameless.Count > 0)
            await db.SaveChangesAsync(cancel);
    }

    private ImportRow Entry(CompanyRow row, RowOutcome outcome, Merged? merged)
    {
        var isKept = outcome is RowOutcome.New or RowOutcome.Changed;
        if (isKept)
            Touched.Add(merged!.Firm.Id);
        return new ImportRow
        {
            BatchId = batch.Id,
            Line = row.Line,
            Outcome = outcome,
            CompanyId = merged?.Firm.Id,
            Remarks = string.Join('\n', row.Refusal is null ? row.Remarks : [row.Refusal]) is { Length: > 0 } remarks ? remarks : null,
            Before = outcome == RowOutcome.Changed ? merged!.StateBefore() : null,
            After = isKept ? merged!.StateAfter() : null,
            Leftover = row.Leftover.Count > 0 ? FirmState.Write(row.Leftover) : null,
        };
    }

    private void Count(RowOutcome outcome)
    {
        switch (outcome)
        {
            case RowOutcome.New: batch.NewRows++; break;
            case RowOutcome.Changed: batch.ChangedRows++; break;
            case RowOutcome.Same: batch.SameRows++; break;
            default: batch.RefusedRows++; break;
        }
    }

    private void Forget(List<CompanyRow> placed)
    {
        foreach (var row in placed)
        {
            row.Firm!.Id = row.Firm.Entity?.Id ?? row.Firm.Id;
            row.Firm.Entity = null;
        }

        db.ChangeTracker.Clear();
    }

    private sealed record Merged(CompanyRow Row, Company Firm, FirmMerge Merge, RowOutcome Outcome, (int Version, DateTime? UpdatedAt) Stamp)
    {
        public string StateBefore() => FirmState.Write(new FirmState
        {
            Version = Stamp.Version,
            UpdatedAt = Stamp.UpdatedAt,
            Fields = Merge.Changes.ToDictionary(c => c.Field.Code, c => c.Old),
        });

        public string StateAfter() => FirmState.Write(new FirmState
        {
            Version = Firm.Version,
            UpdatedAt = Firm.UpdatedAt,
            Fields = Merge.Changes.ToDictionary(c => c.Field.Code, c => c.New),
            Services = Merge.AddedServices.Count > 0 ? Merge.AddedServices : null,
            Contacts = Merge.AddedContacts.Count > 0 ? Merge.AddedContacts : null,
        });
    }
}

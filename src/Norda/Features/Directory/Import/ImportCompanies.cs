using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;

namespace Norda.Features.Directory.Import;

/// <summary>
/// Takes a file of firms into the directory: one batch, one transaction. Rows come in portions, so that memory holds
/// the names of the firms but never the file.
/// </summary>
public class ImportCompanies(AppDb db, ISearchIndex search, TimeProvider clock)
{
    private const int Portion = 1000;
    private const int HeadingsWithin = 10;

    /// <exception cref="BrokenFileException">The file cannot be read; nothing was changed.</exception>
    public async Task<ImportTotals> Run(ImportOrder order, ImportReport report, CancellationToken cancel)
    {
        ImportReport.SpeakPolish();
        using var file = SourceFile.Open(order.Path);
        var headings = new Headings(await Explained(order, cancel));
        using var table = file.Read(headings);
        using var rows = table.Rows().GetEnumerator();
        var columns = FindHeadings(rows, headings);
        report.Begin(order, table.Kind, columns.Unmapped, await EarlierRun(file.Hash, cancel));

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = new ImportBatch { FileName = Path.GetFileName(order.Path), FileHash = file.Hash, StartedAt = Now() };
        db.Add(batch);
        await Remember(order.Explained, cancel);
        var names = await ListNames.Load(db, cancel);
        var merge = new ImportPortion(db, batch, await KnownFirms.Load(db, cancel), names, Now());
        await MergeAll(rows, new RowReader(columns), merge, report, cancel);

        var kept = !order.DryRun && (batch.NewRows > 0 || batch.ChangedRows > 0);
        if (kept)
        {
            await Close(batch, names, cancel);
            await search.Take(merge.Touched, cancel);
            await transaction.CommitAsync(cancel);
        }
        else
        {
            await transaction.RollbackAsync(cancel);
        }

        var totals = new ImportTotals { Batch = kept ? batch.Id : null, New = batch.NewRows, Changed = batch.ChangedRows, Same = batch.SameRows, Refused = batch.RefusedRows };
        report.End(order, totals, names);
        return totals;
    }

    /// <summary>While one portion is written, the next one is read: the file needs the processor, the database mostly the disk.</summary>
    private static async Task MergeAll(IEnumerator<TableRow> rows, RowReader reader, ImportPortion merge, ImportReport report, CancellationToken cancel)
    {
        var reading = Task.Run(() => ReadPortion(rows, reader), cancel);
        try
        {
            while (await reading is { Count: > 0 } portion)
            {
                reading = Task.Run(() => ReadPortion(rows, reader), cancel);
                foreach (var result in await merge.Run(portion, cancel))
                    report.Row(result);
                report.Progress();
            }
        }
        finally
        {
            // The file is closed next; nobody may be reading it then.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static List<CompanyRow> ReadPortion(IEnumerator<TableRow> rows, RowReader reader)
    {
        var portion = new List<CompanyRow>(Portion);
        while (portion.Count < Portion && rows.MoveNext())
            portion.Add(reader.Read(rows.Current));
        return portion;
    }

    private static ColumnMap FindHeadings(IEnumerator<TableRow> rows, Headings headings)
    {
        TableRow? first = null;
        for (var seen = 0; seen < HeadingsWithin && rows.MoveNext(); seen++)
        {
            if (ColumnMap.TryRead(rows.Current, headings) is { } columns)
                return columns;
            if (first is null || rows.Current.Cells.Length > first.Cells.Length)
                first = rows.Current;
        }

        throw new BrokenFileException(first is null
            ? "W pliku nie ma ani jednego wiersza."
            : $"""
               Nie znalazłem kolumny z nazwą firmy. Nagłówki w pliku: {string.Join(", ", first.Cells.Take(20).Select(c => $"„{Short(c)}”"))}.
               Wskaż ją opcją --map, na przykład: --map "{Short(first.Cells[0])}=name"
               """);
    }

    private static string Short(string heading) => CellText.OneLine(heading) is { Length: > 40 } text ? text[..39] + "…" : CellText.OneLine(heading);

    private async Task<Dictionary<string, ImportColumn>> Explained(ImportOrder order, CancellationToken cancel)
    {
        var explained = new Dictionary<string, ImportColumn>(StringComparer.Ordinal);
        foreach (var mapping in await db.Set<ImportMapping>().AsNoTracking().ToListAsync(cancel))
            if (Headings.TryColumn(mapping.Field, out var column))
                explained[mapping.Heading] = column;
        foreach (var (heading, column) in order.Explained)
            explained[heading] = column;
        return explained;
    }

    private async Task Remember(IReadOnlyDictionary<string, ImportColumn> explained, CancellationToken cancel)
    {
        foreach (var (heading, column) in explained)
        {
            var known = await db.FindAsync<ImportMapping>([heading], cancel);
            if (known is null)
                db.Add(new ImportMapping { Heading = heading, Field = Headings.Code(column) });
            else
                known.Field = Headings.Code(column);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task<ImportBatch?> EarlierRun(string hash, CancellationToken cancel) =>
        await db.Set<ImportBatch>().AsNoTracking().Where(b => b.FileHash == hash).OrderByDescending(b => b.Id).FirstOrDefaultAsync(cancel);

    private async Task Close(ImportBatch batch, ListNames names, CancellationToken cancel)
    {
        batch.CreatedCategories = [.. names.NewCategories.Select(c => c.Id)];
        batch.CreatedServices = [.. names.NewServices.Select(s => s.Id)];
        db.Update(batch);
        await db.SaveChangesAsync(cancel);
    }

    private DateTime Now() => FirmStamp.Now(clock);
}

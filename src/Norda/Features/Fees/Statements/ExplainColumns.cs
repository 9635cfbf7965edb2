using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Statements.Reading;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>A person says what the columns of a bank's table mean; it is remembered for all files with the same headings, and the import goes on.</summary>
public class ExplainColumns(AppDb db, Me me, ImportStatement import, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int statementId, CsvColumns columns, CancellationToken cancel)
    {
        var statement = await db.Set<BankStatement>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == statementId && s.UndoneAt == null && s.Content != null, cancel);
        if (statement is null || Table(statement) is not { } table)
            return Outcome.Refuse(texts["Tej tabeli już nie ma. Wczytaj plik jeszcze raz."]);
        int[] needed = [columns.Date, columns.Amount, columns.Title];
        if (needed.Any(c => c < 0 || c >= table.Headings.Count) || needed.Distinct().Count() != needed.Length)
            return Outcome.Refuse(texts["Wskaż trzy różne kolumny: datę, kwotę i tytuł."], "Date");
        if (!table.Sample.Any(row => BankText.Day(row.ElementAtOrDefault(columns.Date)) is not null && BankText.Amount(row.ElementAtOrDefault(columns.Amount)) is not null))
            return Outcome.Refuse(texts["W tych kolumnach nie ma dat i kwot. Spójrz na przykładowe wiersze i wybierz jeszcze raz."], "Date");
        await Keep(table.Fingerprint, columns, cancel);
        return await import.Continue(statement, cancel);
    }

    /// <summary>The table that waits to be explained.</summary>
    internal static UnknownTable? Table(BankStatement statement)
    {
        using var content = ImportStatement.Unpack(statement.Content!);
        var file = StatementFile.Look(content);
        _ = file.Lines(new StatementFacts(), new Dictionary<string, CsvColumns>());
        return file.Unknown;
    }

    private async Task Keep(string fingerprint, CsvColumns columns, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<CsvLayout>().Where(l => l.Fingerprint == fingerprint).ExecuteUpdateAsync(l => l.SetProperty(x => x.Columns, columns.ToString()).SetProperty(x => x.ChangedBy, me.Id).SetProperty(x => x.ChangedAt, now), cancel) > 0)
            return;
        db.Add(new CsvLayout { Fingerprint = fingerprint, Columns = columns.ToString(), ChangedBy = me.Id, ChangedAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            // Somebody explained the same table meanwhile.
        }

        db.ChangeTracker.Clear();
    }
}

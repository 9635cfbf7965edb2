using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.MyData;

/// <summary>
/// All that is held about a person (RODO, articles 15 and 20): each table as JSON for programs and as CSV for people, by the
/// classification of the model. Where the person's firm is that one person, the firm's rows too.
/// </summary>
public class ExportPerson(AppDb db, PersonRows rows, TimeProvider clock)
{
    private const string SoleTrader = "jdg";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes the zip; rows are streamed, however many there are.</summary>
    public async Task Run(int person, Stream to, CancellationToken cancel)
    {
        await using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var contents = new List<string>();
        foreach (var table in rows.OfPerson(person).Concat(rows.OfFirms(await OwnFirms(person, cancel))).Append(Log(person)))
            if (await Write(zip, table, cancel) is > 0 and var count)
                contents.Add($"{table.Name}.csv, {table.Name}.json: {table.Title} ({count.ToString(CultureInfo.InvariantCulture)})");
        await using var about = new StreamWriter(await zip.CreateEntry("CZYTAJ.txt").OpenAsync(cancel), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await about.WriteAsync($"""
            Wszystkie dane o Tobie w tym serwisie, stan na {clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC (art. 15 i 20 RODO).
            Każda tabela jest dwa razy: .csv otworzy arkusz kalkulacyjny, .json wczyta inny program.
            Nie ma tu haseł ani kluczy: trzymamy tylko ich skróty, z których nic się nie odczyta.

            {string.Join(Environment.NewLine, contents)}

            """);
    }

    private Task<List<int>> OwnFirms(int person, CancellationToken cancel) => db.Set<CompanyUser>()
        .Where(c => c.UserId == person && c.Status == CompanyUserStatus.Approved && c.Role == CompanyRole.Owner && c.Company.LegalForm == SoleTrader).Select(c => c.CompanyId).ToListAsync(cancel);

    /// <summary>What the log says in detail of the person's work and of their account.</summary>
    private RowsOfTable Log(int person)
    {
        var key = person.ToString(CultureInfo.InvariantCulture);
        return new RowsOfTable("audit_values", "Dziennik: szczegóły zmian", ["entry_id", "at", "table_name", "before", "after", "address"], Read);

        async IAsyncEnumerable<IReadOnlyList<object?>> Read([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            var entries = db.Set<AuditEntry>().AsNoTracking().Where(e => e.ActorId == person || e.TableName == "users" && e.RowKey == key).OrderBy(e => e.Id)
                .Join(db.Set<AuditValues>(), e => e.Id, v => v.EntryId, (e, v) => new { e.Id, e.At, e.TableName, v.Before, v.After, v.Address });
            await foreach (var e in entries.AsAsyncEnumerable().WithCancellation(cancel))
                yield return [e.Id, e.At, e.TableName, e.Before, e.After, e.Address];
        }
    }

    /// <summary>Both files at once: an archive takes one entry at a time, so the smaller form waits in a file.</summary>
    private static async Task<int> Write(ZipArchive zip, RowsOfTable table, CancellationToken cancel)
    {
        var count = 0;
        await using var waiting = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        await using (var csv = new CsvWriter(new StreamWriter(waiting, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), CultureInfo.InvariantCulture))
        {
            await using var json = await zip.CreateEntry($"{table.Name}.json").OpenAsync(cancel);
            await json.WriteAsync("["u8.ToArray(), cancel);
            await Line(csv, table.Columns);
            await foreach (var row in table.Rows(cancel))
            {
                if (count++ > 0)
                    await json.WriteAsync(",\n"u8.ToArray(), cancel);
                await JsonSerializer.SerializeAsync(json, table.Columns.Zip(row).ToDictionary(c => c.First, c => c.Second), Json, cancel);
                await Line(csv, row.Select(Cell));
            }

            await json.WriteAsync("]\n"u8.ToArray(), cancel);
        }

        waiting.Position = 0;
        await using var entry = await zip.CreateEntry($"{table.Name}.csv").OpenAsync(cancel);
        await waiting.CopyToAsync(entry, cancel);
        return count;
    }

    private static async Task Line(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        await csv.NextRecordAsync();
    }

    /// <summary>A text that begins like a formula would be one in a spreadsheet.</summary>
    private static string? Cell(object? value) => value switch
    {
        null => null,
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        string text => CsvText.Safe(text),
        Enum or int or long or bool or double or Guid or DateOnly => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, Json),
    };
}

using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Directory.Import;
using Norda.Platform;

namespace Norda.Tests.Directory.Import;

/// <summary>The import as the office runs it, short of the command line.</summary>
internal static class Importing
{
    private static readonly string[] Tables = ["companies", "company_services", "company_contacts", "company_competencies", "company_slugs", "categories", "services", "import_mappings"];

    public static async Task<(ImportTotals Totals, string Report)> ImportFile(this TestApp app, string path, bool dryRun = false, params (string Heading, ImportColumn Column)[] explained)
    {
        var (output, progress) = (new StringWriter(), new StringWriter());
        var order = new ImportOrder(path, dryRun, explained.ToDictionary(e => Headings.Fold(e.Heading), e => e.Column));
        var totals = await app.Run<ImportCompanies, ImportTotals>(verb => verb.Run(order, new ImportReport(output, progress, app.Clock), CancellationToken.None));
        return (totals, output.ToString());
    }

    public static Task<(ImportTotals Totals, string Report)> Import(this TestApp app, string csv, bool dryRun = false, params (string Heading, ImportColumn Column)[] explained) =>
        app.Import(Encoding.UTF8.GetBytes(csv), dryRun, explained);

    public static async Task<(ImportTotals Totals, string Report)> Import(this TestApp app, byte[] content, bool dryRun = false, params (string Heading, ImportColumn Column)[] explained)
    {
        using var file = new TempFile(content);
        return await app.ImportFile(file.Path, dryRun, explained);
    }

    public static Task<Outcome> Undo(this TestApp app, int? batch) => app.Run<UndoImport, Outcome>(verb => verb.Run(batch!.Value, CancellationToken.None));

    public static Task<Company> Stored(this TestApp app, string name) => app.Db(db =>
        db.Companies.AsNoTracking().Include(c => c.Category).Include(c => c.Services).ThenInclude(s => s.Service).Include(c => c.Contacts).SingleAsync(c => c.Name == name));

    public static Task<ImportRow> Row(this TestApp app, ImportTotals totals, int line) =>
        app.Db(db => db.Set<ImportRow>().AsNoTracking().SingleAsync(r => r.BatchId == totals.Batch && r.Line == line));

    /// <summary>The report's entry of a line of the file, with what is indented under it.</summary>
    public static string Line(string report, int line)
    {
        var lines = report.Split('\n').SkipWhile(l => !l.StartsWith($"{line,6}  ", StringComparison.Ordinal)).ToList();
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).TakeWhile(l => l.StartsWith("        ", StringComparison.Ordinal))).Select(l => l.Trim()));
    }

    /// <summary>Every row of the directory, byte for byte.</summary>
    public static Task<string> Dump(this TestApp app) => app.Db(async db =>
    {
        var dump = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select * from {table} order by 1, 2";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                dump.Append(table).Append('|').AppendJoin('|', Enumerable.Range(0, rows.FieldCount).Select(i => Text(rows.GetValue(i)))).Append('\n');
        }

        return dump.ToString();
    });

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        Array many => string.Join(',', many.Cast<object>()),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

internal sealed class TempFile : IDisposable
{
    public TempFile(byte[] content, string ending = "")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"norda-import-{Guid.NewGuid():N}{ending}");
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}

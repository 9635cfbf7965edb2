using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Tests.Access;

/// <summary>All rows of all tables as one text: whatever changes anything changes it. The keys that protect cookies come with the first form and are not counted, nor is how often a page was seen.</summary>
internal static class Rows
{
    public static async Task<string> Read(AppDb db)
    {
        var text = new StringBuilder();
        foreach (var row in await List(db))
            text.Append(row.Table).Append(": ").AppendJoin('|', row.Values.Select(v => v.Value)).Append('\n');
        return text.ToString();
    }

    public static async Task<List<Row>> List(AppDb db)
    {
        var rows = new List<Row>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetRelationalModel().Tables.Where(t => t.Name != "data_protection_keys"))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            var columns = string.Join(", ", table.Columns.Where(c => c.Name is not ("search_terms" or "views_count")).Select(c => c.Name));
            command.CommandText = $"SELECT {columns} FROM {table.Name} ORDER BY {string.Join(", ", table.PrimaryKey!.Columns.Select(c => c.Name))}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(new Row(table.Name, [.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), Shown(reader.GetValue(i))))]));
        }

        return rows;
    }

    private static string Shown(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string[] texts => string.Join(',', texts),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}

internal sealed record Row(string Table, IReadOnlyList<(string Column, string Value)> Values)
{
    public string? this[string column] => Values.FirstOrDefault(v => v.Column == column).Value;

    private readonly Lazy<string> text = new(() => $"{Table}: {string.Join('|', Values.Select(v => $"{v.Column}={v.Value}"))}");

    public override string ToString() => text.Value;
}

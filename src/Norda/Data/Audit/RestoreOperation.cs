using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Norda.Data.Privacy;

namespace Norda.Data.Audit;

/// <summary>
/// Puts rows back as they were before an operation of the log. It only prepares: the caller saves, so that putting back is a
/// change like any other, logged, and can be taken back itself.
/// </summary>
public class RestoreOperation(AppDb db)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <param name="tables">Rows of other tables are left alone.</param>
    /// <returns>False when a row changed since, or its values were erased; the caller then saves nothing.</returns>
    public async Task<bool> Run(Guid operation, int companyId, IReadOnlyCollection<string> tables, CancellationToken cancel)
    {
        var steps = await (from entry in db.Set<AuditEntry>().AsNoTracking()
                           join values in db.Set<AuditValues>().AsNoTracking() on entry.Id equals values.EntryId
                           where entry.Operation == operation && entry.CompanyId == companyId && tables.Contains(entry.TableName)
                           orderby entry.Id descending
                           select new { entry.TableName, entry.RowKey, entry.Action, values.Before, values.After }).ToListAsync(cancel);
        if (steps.Exists(s => IsBlack(s.Before) || IsBlack(s.After)))
            return false;
        foreach (var step in steps)
        {
            var type = db.Model.GetEntityTypes().Single(t => t.GetTableName() == step.TableName);
            var row = await db.FindAsync(type.ClrType, KeyOf(type, step.RowKey), cancel);
            var done = step.Action switch
            {
                AuditAction.Added => row is not null && Remove(row),
                AuditAction.Removed => row is null && Bring(type, step.Before!),
                _ => row is not null && PutBack(db.Entry(row), step.Before!, step.After!),
            };
            if (!done)
                return false;
        }

        return steps.Count > 0;
    }

    private static bool IsBlack(string? values) => values?.Contains(ErasedWords.Mark, StringComparison.Ordinal) == true;

    private bool Remove(object row)
    {
        db.Remove(row);
        return true;
    }

    private bool Bring(IEntityType type, string before)
    {
        var entry = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var (property, value) in Values(entry, before))
            property.CurrentValue = Value(property, value);
        entry.State = EntityState.Added;
        return true;
    }

    private static bool PutBack(EntityEntry entry, string before, string after)
    {
        if (Values(entry, after).Any(p => !IsSame(p.Property, p.Value)))
            return false;
        foreach (var (property, value) in Values(entry, before))
            property.CurrentValue = Value(property, value);
        return true;
    }

    private static bool IsSame(PropertyEntry property, JsonElement value) => property.Metadata.GetValueComparer().Equals(property.CurrentValue, Value(property, value));

    private static object? Value(PropertyEntry property, JsonElement value) => value.Deserialize(property.Metadata.ClrType, Json);

    private static IEnumerable<(PropertyEntry Property, JsonElement Value)> Values(EntityEntry entry, string json)
    {
        var columns = AuditDraft.Columns(entry.Metadata).ToDictionary(p => p.GetColumnName(), StringComparer.Ordinal);
        foreach (var value in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.Where(v => columns.ContainsKey(v.Key)))
            yield return (AuditDraft.Property(entry, columns[value.Key]), value.Value);
    }

    private static object[] KeyOf(IEntityType type, string rowKey) =>
        [.. type.FindPrimaryKey()!.Properties.Zip(rowKey.Split('/'), (property, part) => Convert.ChangeType(part, property.ClrType, CultureInfo.InvariantCulture))];
}

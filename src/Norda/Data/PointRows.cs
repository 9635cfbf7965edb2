using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Norda.Data;

/// <summary>
/// Makes the rows that point to one row point to another, in every table of the model, those of features to come too. A row whose like
/// the other has already stays where it is. Needs a transaction around it.
/// </summary>
public class PointRows(AppDb db)
{
    /// <param name="except">Tables whose rows stay.</param>
    public async Task<List<MovedRows>> Run(Type principal, int from, int to, IReadOnlyCollection<Type> except, CancellationToken cancel)
    {
        var moved = new List<MovedRows>();
        foreach (var key in Keys(principal, except))
            if (await Move(key, from, to, cancel) is { Rows.Count: > 0 } rows)
                moved.Add(rows);
        return moved;
    }

    /// <summary>Rows of tables that are only ever written on point there: they stay where they are for good.</summary>
    public async Task<bool> IsHeld(Type principal, int at, CancellationToken cancel)
    {
        foreach (var key in Keys(principal, []).Where(k => AppendOnly.Tables.Contains(Table(k))))
        {
            await using var command = Command($"select 1 from {Table(key)} where {Column(key)} = @from limit 1", at, at);
            if (await command.ExecuteScalarAsync(cancel) is not null)
                return true;
        }

        return false;
    }

    /// <returns>False when a row is gone or moved on; the caller then commits nothing.</returns>
    public async Task<bool> Back(Type principal, IReadOnlyList<MovedRows> moved, int from, int to, CancellationToken cancel)
    {
        foreach (var rows in moved)
        {
            if (Keys(principal, []).FirstOrDefault(k => Table(k) == rows.Table && Column(k) == rows.Column) is not { } key)
                return false;
            foreach (var row in rows.Rows)
            {
                await using var command = Command($"update {rows.Table} set {rows.Column} = @to where {rows.Column} = @from and {Free(key)}{string.Concat(Others(key).Select((c, i) => $" and cast({c} as text) = @k{i}"))}", from, to);
                foreach (var (i, value) in row.Index())
                    Add(command, $"k{i}", value);
                if (await command.ExecuteNonQueryAsync(cancel) != 1)
                    return false;
            }
        }

        return true;
    }

    private async Task<MovedRows> Move(IForeignKey key, int from, int to, CancellationToken cancel)
    {
        var (table, column, rows) = (Table(key), Column(key), new List<List<string>>());
        await using var command = Command($"update {table} set {column} = @to where {column} = @from and {Free(key)} returning {string.Join(", ", Others(key).Select(c => $"cast({c} as text)").DefaultIfEmpty("1"))}", from, to);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            rows.Add([.. Others(key).Select((_, i) => reader.GetString(i))]); // none where the column alone is the primary key
        return new MovedRows(table, column, rows);
    }

    private IEnumerable<IForeignKey> Keys(Type principal, IReadOnlyCollection<Type> except) =>
        db.Model.GetEntityTypes().Where(t => !t.IsOwned() && !except.Contains(t.ClrType)).OrderBy(t => t.GetTableName(), StringComparer.Ordinal)
            .SelectMany(t => t.GetForeignKeys()).Where(k => k.PrincipalEntityType.ClrType == principal && k.Properties.Count == 1);

    /// <summary>No row of the same kind is at the other one: by every unique index that the column is part of.</summary>
    private static string Free(IForeignKey key)
    {
        var (table, column) = (Table(key), Column(key));
        var unique = key.DeclaringEntityType.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties).Append(key.DeclaringEntityType.FindPrimaryKey()!.Properties)
            .Where(u => u.Contains(key.Properties[0]));
        return string.Concat(unique.Select(u => $"not exists (select 1 from {table} o where o.{column} = @to{string.Concat(u.Where(p => p != key.Properties[0]).Select(p => $" and o.{p.GetColumnName()} = {table}.{p.GetColumnName()}"))}) and ")) + "1 = 1";
    }

    private static IEnumerable<string> Others(IForeignKey key) => key.DeclaringEntityType.FindPrimaryKey()!.Properties.Where(p => p != key.Properties[0]).Select(p => p.GetColumnName());

    private static string Table(IForeignKey key) => key.DeclaringEntityType.GetTableName()!;

    private static string Column(IForeignKey key) => key.Properties[0].GetColumnName();

    private DbCommand Command(string text, int from, int to)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        Add(command, "from", from);
        Add(command, "to", to);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

/// <summary>Rows of one table that were pointed elsewhere, by the rest of their primary keys.</summary>
public sealed record MovedRows(string Table, string Column, List<List<string>> Rows);

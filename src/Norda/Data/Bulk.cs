using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Norda.Data;

/// <summary>
/// Many rows at once, past the change tracker: COPY on PostgreSQL, one prepared statement on SQLite. Both need a
/// transaction around them. Verbs that write a few rows use SaveChanges.
/// </summary>
public static class Bulk
{
    private static async Task<IReadOnlyList<int>> TakeIds<T>(AppDb db, int count, CancellationToken cancel) where T : class
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        if (!db.Database.IsNpgsql())
        {
            // The transaction is the only writer, so the next numbers stay free until it ends.
            var last = await db.Database.SqlQuery<int>($"select coalesce(max(seq), 0) as \"Value\" from sqlite_sequence where name = {table}").SingleAsync(cancel);
            return [.. Enumerable.Range(last + 1, count)];
        }

        return await db.Database.SqlQuery<int>($"select nextval(pg_get_serial_sequence({table}, 'id'))::int as \"Value\" from generate_series(1, {count})").ToListAsync(cancel);
    }

    /// <summary>Gives rows their numbers before they are inserted, so that other rows can name them; nobody else gets these.</summary>
    public static async Task Number<T>(this AppDb db, IReadOnlyList<T> rows, CancellationToken cancel) where T : class
    {
        var key = db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties.Single().PropertyInfo!;
        foreach (var (id, row) in (await TakeIds<T>(db, rows.Count, cancel)).Zip(rows))
            key.SetValue(row, id);
    }

    /// <summary>Inserts the rows as they are: defaults of the database are not read back.</summary>
    public static async Task Insert<T>(this AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        if (rows.Count == 0)
            return;
        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = Column.Of(entity, rows);
        await db.Database.OpenConnectionAsync(cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            await Copy(postgres, entity.GetTableName()!, columns, rows, cancel);
        else
            InsertPrepared(db, entity.GetTableName()!, columns, rows);
        await db.Database.CloseConnectionAsync();
    }

    private static async Task Copy<T>(NpgsqlConnection connection, string table, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {table} ({Names(columns)}) from stdin (format binary)", cancel);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value)
                    await writer.WriteAsync(value, column.StoreType, cancel);
                else
                    await writer.WriteNullAsync(cancel);
            }
        }

        await writer.CompleteAsync(cancel);
    }

    // Microsoft.Data.Sqlite has no asynchronous path: it would only pretend.
    private static void InsertPrepared<T>(AppDb db, string table, List<Column> columns, IReadOnlyCollection<T> rows) where T : class
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"insert into {table} ({Names(columns)}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        var parameters = new DbParameter[columns.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = $"@p{i}";
            command.Parameters.Add(parameters[i]);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static string Names(List<Column> columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    /// <summary>A column and how its value is read from an object, which may be a part of it such as the address.</summary>
    private sealed record Column(string Name, string StoreType, IProperty Property, IClrPropertyGetter Getter, Func<object?, object?>? Convert)
    {
        /// <summary>
        /// The columns that these rows have something for. One that is empty in all of them stays empty unless the database has a
        /// default for it; leaving it out saves half the work on SQLite, which looks parameters up by name.
        /// </summary>
        public static List<Column> Of<T>(IEntityType entity, IReadOnlyCollection<T> rows) where T : class
        {
            var own = entity.GetProperties().Where(p => !p.IsShadowProperty()).Concat(entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())).Select(Of);
            return [.. own.Where(c => !c.IsLeftToDatabase(rows.First()) && (c.HasDefault || rows.Any(row => c.Read(row) is not null)))];
        }

        private bool HasDefault => Property.GetDefaultValueSql() is not null || Property.TryGetDefaultValue(out _);

        public object? Read(object row)
        {
            var value = Getter.GetClrValueUsingContainingEntity(row);
            return value is null || Convert is null ? value : Convert(value);
        }

        /// <summary>A number that the database gives, unless the rows were numbered before.</summary>
        private bool IsLeftToDatabase(object row) => Property is { ValueGenerated: ValueGenerated.OnAdd } && Property.IsPrimaryKey() && Property.FindContainingPrimaryKey()!.Properties.Count == 1 && 0.Equals(Read(row));

        private static Column Of(IProperty property)
        {
            var mapping = property.GetRelationalTypeMapping();
            return new Column(property.GetColumnName(), mapping.StoreTypeNameBase, property, property.GetGetter(), mapping.Converter?.ConvertToProvider);
        }
    }
}

using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Norda.Data.Search;

/// <summary>Commands of constant text with parameters, on the connection and in the transaction of the unit of work.</summary>
internal static class Sql
{
    public const string MeterName = "Norda.Data";

    private static readonly Counter<long> Commands = new Meter(MeterName).CreateCounter<long>("norda.search.commands", description: "Commands that the search sent to the database.");

    public static async Task<DbCommand> Command(this AppDb db, string text, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout; // building the index takes longer than a question may
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        Commands.Add(1);
        return command;
    }

    public static async Task Execute(this AppDb db, string text, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var command = await db.Command(text, cancel, parameters);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Inserts many rows, given column by column, and leaves those that are there: one statement with arrays on PostgreSQL, one prepared statement on SQLite.</summary>
    public static async Task InsertMissing(this AppDb db, string into, CancellationToken cancel, params Array[] columns)
    {
        var names = string.Join(", ", columns.Select((_, i) => $"@p{i}"));
        if (db.Database.IsNpgsql())
        {
            await db.Execute($"insert into {into} select * from unnest({names}) on conflict do nothing", cancel, [.. columns.Select((values, i) => ($"p{i}", (object?)values))]);
            return;
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using var command = await db.Command($"insert into {into} values ({names}) on conflict do nothing", cancel, [.. columns.Select((values, i) => ($"p{i}", (object?)null))]);
        for (var row = 0; row < columns[0].Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
                command.Parameters[column].Value = columns[column].GetValue(row);
            await command.ExecuteNonQueryAsync(cancel);
        }

        if (transaction is not null)
            await transaction.CommitAsync(cancel);
    }
}

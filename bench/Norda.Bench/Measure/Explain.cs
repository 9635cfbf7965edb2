using Norda.Bench.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;
using Npgsql;

namespace Norda.Bench.Measure;

/// <summary>Prints the plan of one question: `bench explain SCALE "text" [mode]`.</summary>
internal static class Explain
{
    public static async Task Run(string server, int firms, string text, string mode, Stemmer stemmer)
    {
        await using var connection = new NpgsqlConnection($"{PostgresFill.Connection(server, firms)};Command Timeout=0;Max Auto Prepare=0");
        await connection.OpenAsync();
        await PostgresFill.Execute(connection, $"set plan_cache_mode = {mode}");
        var statement = new PostgresStatement(new Asked("", new SearchQuestion { Text = text }).Plan(stemmer), Limits.For(firms), stemmer, DateOnly.FromDateTime(Firms.Day));
        await using var command = new NpgsqlCommand("explain (analyze, buffers) " + statement.Text, connection);
        foreach (var (name, value) in statement.Parameters)
            command.Parameters.AddWithValue(name, value!);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            Console.WriteLine(rows.GetString(0));
    }
}

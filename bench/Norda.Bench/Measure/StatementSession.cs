using System.Diagnostics;
using System.Globalization;
using Norda.Data.Search;
using Npgsql;

namespace Norda.Bench.Measure;

/// <summary>One connection under one plan mode; it prepares each statement once, as Npgsql's automatic preparation does.</summary>
internal sealed class StatementSession : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly Dictionary<string, NpgsqlCommand> prepared = new(StringComparer.Ordinal);

    private StatementSession(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Milliseconds of processor time that the last statement cost the database; of wall time when it runs elsewhere.</summary>
    public double Cost { get; private set; }

    public static async Task<StatementSession> Open(string connectionString, string planMode)
    {
        var session = new NpgsqlConnection($"{connectionString};Command Timeout=0;Max Auto Prepare=0;Pooling=false");
        await session.OpenAsync();
        await Data.PostgresFill.Execute(session, $"set plan_cache_mode = {planMode}");
        return new StatementSession(session);
    }

    /// <returns>The firms of the page, in order.</returns>
    public async Task<List<int>> Run(PostgresStatement statement)
    {
        var command = await Command(statement);
        for (var i = 0; i < statement.Parameters.Count; i++)
            command.Parameters[i].Value = statement.Parameters[i].Value;
        var ids = new List<int>();
        var before = Clock();
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                if (rows.GetInt32(0) == 0)
                    ids.Add(rows.GetInt32(2));
        Cost = Clock() - before;
        return ids;
    }

    private async Task<NpgsqlCommand> Command(PostgresStatement statement)
    {
        if (prepared.TryGetValue(statement.Text, out var command))
            return command;
        command = new NpgsqlCommand(statement.Text, connection);
        foreach (var (name, value) in statement.Parameters)
            command.Parameters.AddWithValue(name, value!);
        await command.PrepareAsync();
        return prepared[statement.Text] = command;
    }

    private double Clock() => Processor.Milliseconds(connection.ProcessID) ?? Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
            await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}

internal static class Processor
{
    /// <summary>Processor time of all threads of a process so far; null where the system does not tell.</summary>
    public static double? Milliseconds(int process)
    {
        if (!Directory.Exists($"/proc/{process}/task"))
            return null;
        return Directory.GetDirectories($"/proc/{process}/task").Sum(Of);
    }

    /// <summary>Largest resident memory of a process so far, in MB; 0 once it has ended.</summary>
    public static double PeakMemory(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024).FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static double Of(string thread)
    {
        try
        {
            return double.Parse(File.ReadAllText(thread + "/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1_000_000;
        }
        catch (IOException)
        {
            return 0; // the thread has just ended
        }
    }
}

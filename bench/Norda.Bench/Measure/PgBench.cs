using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Norda.Data.Search;
using Npgsql;

namespace Norda.Bench.Measure;

/// <summary>The search statement alone, prepared, asked by pgbench; and the processor time of the server's sessions.</summary>
internal sealed partial class PgBench(string connection)
{
    private readonly NpgsqlConnectionStringBuilder target = new(connection);

    /// <returns>Processor time of the database per statement, in ms.</returns>
    public async Task<double> Run(PostgresStatement statement, int times)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Parameter().Replace(statement.Text, match => statement.Parameters.Any(p => p.Name == match.Groups["name"].Value) ? ":" + match.Groups["name"].Value + Cast(statement, match.Groups["name"].Value) : match.Value).ReplaceLineEndings(" ") + ";\n");
        var start = new ProcessStartInfo(Path.Combine(Environment.GetEnvironmentVariable("PG_BIN") ?? "", "pgbench"),
            ["-n", "-M", "prepared", "-c", "1", "-t", times.ToString(CultureInfo.InvariantCulture), "-f", script, "-h", target.Host!, "-p", target.Port.ToString(CultureInfo.InvariantCulture), "-U", target.Username!,
                .. statement.Parameters.Where(p => Regex.IsMatch(statement.Text, $"@{p.Name}\\b", RegexOptions.None, TimeSpan.FromSeconds(1))).SelectMany(p => new[] { "-D", $"{p.Name}={Text(p.Value)}" }), target.Database!])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        };
        var before = await EndedSessions();
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(script);
        if (process.ExitCode != 0)
            throw new InvalidOperationException("pgbench failed.");
        await Task.Delay(100);
        return (await EndedSessions() - before) / times;
    }

    /// <summary>Processor time in ms of the app's open sessions.</summary>
    public async Task<double> Sessions()
    {
        await using var session = await Open();
        await using var command = new NpgsqlCommand("select pid from pg_stat_activity where application_name = 'norda' and datname = current_database()", session);
        await using var rows = await command.ExecuteReaderAsync();
        var sum = 0.0;
        while (await rows.ReadAsync())
            sum += Processor.Milliseconds(rows.GetInt32(0)) ?? 0;
        return sum;
    }

    /// <summary>Processor time in ms of all sessions that have ended: the server process counts its children.</summary>
    public async Task<double> EndedSessions()
    {
        await using var session = await Open();
        var server = File.ReadAllText($"/proc/{session.ProcessID}/stat").Split(") ")[1].Split(' ')[1];
        var times = File.ReadAllText($"/proc/{server}/stat").Split(") ")[1].Split(' ');
        return (double.Parse(times[13], CultureInfo.InvariantCulture) + double.Parse(times[14], CultureInfo.InvariantCulture)) * 10;
    }

    private async Task<NpgsqlConnection> Open()
    {
        var session = new NpgsqlConnection(connection + ";Application Name=bench");
        await session.OpenAsync();
        return session;
    }

    private static string Cast(PostgresStatement statement, string name) => statement.Parameters.First(p => p.Name == name).Value switch
    {
        int => "::int",
        DateOnly => "::date",
        _ => "::text",
    };

    private static string Text(object? value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    [GeneratedRegex("@(?<name>[a-z0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}

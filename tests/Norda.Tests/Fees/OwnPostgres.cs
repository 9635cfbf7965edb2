using System.Diagnostics;

namespace Norda.Tests.Fees;

/// <summary>A PostgreSQL server of one test's own, with the disk taken seriously, that can be killed and opened again.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private static readonly string Programs = Environment.GetEnvironmentVariable("PG_BIN") ?? System.IO.Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => d, StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).First();
    private static readonly bool IsRoot = Environment.UserName == "root";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("norda-crash-").FullName;
    private readonly int port = 33_000 + Random.Shared.Next(10_000);

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Timeout=3;Command Timeout=15";

    private string Data => Path.Combine(folder, "data");

    public static async Task<OwnPostgres> Start()
    {
        var server = new OwnPostgres();
        if (IsRoot)
            await server.Run("chown", "postgres:", server.folder);
        await server.Program("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.Open();
        return server;
    }

    public async Task Open()
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await Program("pg_ctl", "-D", Data, "-w", "-s", "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}", "start") == 0)
                return;
            if (attempt == 30)
                throw new InvalidOperationException("PostgreSQL does not start: " + await File.ReadAllTextAsync(Path.Combine(folder, "log")));
            await Task.Delay(500); // the last process of the one before is still going
        }
    }

    /// <summary>SIGKILL to the head of the server: its processes see that it is gone and go too.</summary>
    public async Task Kill()
    {
        var id = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        await Run("kill", "-KILL", id);
    }

    public async ValueTask DisposeAsync()
    {
        await Program("pg_ctl", "-D", Data, "-m", "immediate", "-s", "stop");
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private Task<int> Program(string name, params string[] words) =>
        IsRoot ? Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", Path.Combine(Programs, name), .. words]) : Run(Path.Combine(Programs, name), words);

    private async Task<int> Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, WorkingDirectory = folder };
#pragma warning disable RS0030 // The ban is for the application; here a server is what is started.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

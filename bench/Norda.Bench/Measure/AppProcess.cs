using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Norda.Bench.Measure;

/// <summary>A program of ours under measure: the published app, or the plainest Kestrel there can be.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly Process process;

    private AppProcess(Process process, Uri address)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
    }

    public HttpClient Http { get; }

    public double Cpu => Processor.Milliseconds(process.Id) ?? process.TotalProcessorTime.TotalMilliseconds;

    public double PeakMemory => Processor.PeakMemory(process.Id);

    /// <summary>Bytes that it has now (VmRSS).</summary>
    public double Memory => File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Sum(line => 1024.0 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Starts a program and waits for its first answer of 200.</summary>
    /// <returns>The running program and the seconds until that answer.</returns>
    public static async Task<(AppProcess App, double Seconds)> Start(string[] command, int port, string firstPage, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        var app = new AppProcess(started, address);
        while (!await app.Answers(firstPage))
        {
            if (started.HasExited || watch.Elapsed > TimeSpan.FromMinutes(2))
                throw new InvalidOperationException($"dotnet {string.Join(' ', command)} does not answer at {firstPage}.");
            await Task.Delay(10);
        }

        return (app, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Asks for all addresses, four at a time; every answer must be a good one.</summary>
    public Task Ask(IEnumerable<string> addresses) => Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (address, cancel) =>
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.Relative), cancel);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(cancel);
    });

    private async Task<bool> Answers(string page)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(page, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

/// <summary>Kestrel with one line of text: what any page of ours is compared to.</summary>
internal static class Plaintext
{
    public static async Task Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => "Hello, World!");
        await app.RunAsync();
    }
}

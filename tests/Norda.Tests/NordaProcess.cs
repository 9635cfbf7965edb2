using System.Diagnostics;

namespace Norda.Tests;

/// <summary>The built program as the operator starts it: another process, with nothing of the test's in it.</summary>
public sealed class NordaProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private NordaProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public static NordaProcess Start(string? connection, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Norda.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__Norda"] = connection;
#pragma warning disable RS0030 // The ban is for the application; here the application is what is started.
        return new NordaProcess(Process.Start(start)!);
#pragma warning restore RS0030
    }

    /// <summary>Starts the program and waits for its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(string? connection, params string[] words)
    {
        using var norda = Start(connection, words);
        return await norda.End();
    }

    public async Task<(int Code, string Output, string Errors)> End()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }

    public bool HasEnded => process.HasExited;

    /// <summary>As a power cut does: SIGKILL, nothing is tidied up.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}

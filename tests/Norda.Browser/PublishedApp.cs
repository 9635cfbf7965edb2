using System.Diagnostics;

namespace Norda.Browser;

/// <summary>The app as it is delivered, in Production with the chamber of <c>seed</c>: bin/test publishes it and names the folder in NORDA_PUBLISHED.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private const string Greeting = "Norda Biznes Partner: ";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("norda-published-").FullName;
    private Process? server;

    /// <summary>Null when nothing was published.</summary>
    public string? Url { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("NORDA_PUBLISHED") is not { Length: > 0 } published)
            return;
        using (var seed = Start(published, "seed"))
        {
            await seed.StandardOutput.ReadToEndAsync();
            await seed.WaitForExitAsync();
        }

        server = Start(published, "serve", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error");
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Greeting, StringComparison.Ordinal))
                continue;
            Url = line[Greeting.Length..];
            return;
        }

        throw new InvalidOperationException("The published app ended before it served a page.");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    private Process Start(string published, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(published, "Norda.dll"), .. words]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__Norda"] = $"Data Source={folder}/norda.db";
#pragma warning disable RS0030 // The ban is for the application; here the application is what is started.
        return Process.Start(start)!;
#pragma warning restore RS0030
    }
}

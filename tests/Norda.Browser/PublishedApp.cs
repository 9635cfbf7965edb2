using System.Diagnostics;

namespace Norda.Browser;

/// <summary>The app as it is delivered, in Production with the demo chamber and its people: bin/test publishes it and names the folder in NORDA_PUBLISHED.</summary>
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
        using (var first = Start(published, "Development")) // the people are invented there alone
        {
            await Ready(await Greet(first));
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync();
        }

        server = Start(published, "Production");
        Url = await Greet(server);
        await Ready(Url);
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

    /// <returns>Where it listens.</returns>
    private static async Task<string> Greet(Process app)
    {
        while (await app.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Greeting, StringComparison.Ordinal))
                return line[Greeting.Length..];
        throw new InvalidOperationException("The published app ended before it served a page.");
    }

    private static async Task Ready(string url)
    {
#pragma warning disable RS0030 // The ban is for the application's calls to the world; this one goes to the application.
        using var http = new HttpClient();
#pragma warning restore RS0030
        while (!(await http.GetAsync(new Uri(url + "/health/ready"))).IsSuccessStatusCode)
            await Task.Delay(100);
    }

    private Process Start(string published, string environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(published, "Norda.dll"), "serve", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ConnectionStrings__Norda"] = $"Data Source={folder}/norda.db";
#pragma warning disable RS0030 // The ban is for the application; here the application is what is started.
        return Process.Start(start)!;
#pragma warning restore RS0030
    }
}

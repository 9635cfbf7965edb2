namespace Norda.Platform;

/// <summary>Where a service of somebody else is that a chamber switches on.</summary>
public static class OutsideAddress
{
    /// <summary>Blank, which switches it off, or scheme and host: https, or http on this machine.</summary>
    public static bool IsUsable(string? address) =>
        string.IsNullOrWhiteSpace(address) || Uri.TryCreate(address, UriKind.Absolute, out var at) && at.AbsolutePath == "/" && (at.Scheme == Uri.UriSchemeHttps || at is { Scheme: "http", IsLoopback: true });

    /// <summary>A client that waits no longer, takes no more than that, and goes nowhere else.</summary>
    public static void AddOutsideClient(this IServiceCollection services, string name, TimeSpan patience, int mostBytes) =>
        services.AddHttpClient(name, http => (http.Timeout, http.MaxResponseContentBufferSize) = (patience, mostBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
}

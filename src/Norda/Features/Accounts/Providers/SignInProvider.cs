using Norda.Platform;

namespace Norda.Features.Accounts.Providers;

/// <summary>An OpenID provider with which people may sign in: Google, Microsoft, Keycloak, … Section Norda:Oidc, a list; without it the feature is off.</summary>
public sealed class SignInProvider
{
    public const string Section = "Norda:Oidc";

    /// <summary>As the button calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where its discovery document begins, such as "https://accounts.google.com".</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";
    public string ClientSecret { get; set; } = "";

    public static IReadOnlyList<SignInProvider> Read(IConfiguration configuration)
    {
        var providers = configuration.GetSection(Section).Get<List<SignInProvider>>() ?? [];
        foreach (var (number, provider) in providers.Index())
            if (provider.Name.Length == 0 || provider.ClientId.Length == 0 || !provider.IsSafe)
                throw new UsageException($"Norda__Oidc__{number}: podaj Name, ClientId, ClientSecret i Authority (adres https, na przykład https://accounts.google.com).");
        return providers;
    }

    /// <summary>In the clear only on this machine.</summary>
    private bool IsSafe => Uri.TryCreate(Authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || IsLocal);

    public bool IsLocal => Uri.TryCreate(Authority, UriKind.Absolute, out var address) && address.IsLoopback;
}

/// <summary>The providers of this copy, in the order of the configuration.</summary>
public sealed record SignInProviders(IReadOnlyList<SignInProvider> All)
{
    public static string Scheme(int number) => $"oidc-{number}";
}

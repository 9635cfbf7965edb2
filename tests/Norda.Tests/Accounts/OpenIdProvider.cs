using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Norda.Tests.Accounts;

/// <summary>
/// A real OpenID provider on a port of its own: discovery, keys, authorization code with PKCE, signed tokens. Whoever comes is
/// signed in there as <see cref="Person"/>; <see cref="Forge"/> lets it lie, with a signature that holds.
/// </summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "norda";
    public const string Secret = "sekret między nami";

    private readonly WebApplication _server;

    private OpenIdProvider(WebApplication server) => _server = server;

    public string Authority => _server.Urls.First();

    public OpenIdPerson Person { get; set; } = new("1", "nikt@dostawca.example", IsVerified: true, "Nikt");

    /// <summary>Changes the identity token before it is signed.</summary>
    public Action<SecurityTokenDescriptor>? Forge { get; set; }

    /// <summary>Signs with a key that the discovery document does not name.</summary>
    public bool UsesForeignKey { get; set; }

    public static async Task<OpenIdProvider> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        OpenIdProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Email, Scopes.Profile);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().EnableDegradedMode();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(on => on.UseInlineHandler(asked => { Refuse(asked, asked.ClientId != ClientId); return default; }));
            server.AddEventHandler<ValidateTokenRequestContext>(on => on.UseInlineHandler(asked => { Refuse(asked, asked.ClientId != ClientId || asked.ClientSecret != Secret); return default; }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(on => on.UseInlineHandler(asked => { asked.SignIn(provider!.Principal(asked.Request.GetScopes())); return default; }));
            server.AddEventHandler<GenerateTokenContext>(on => on.UseInlineHandler(token => { provider!.Change(token); return default; })
                .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
        });
        var app = builder.Build();
        app.UseAuthentication(); // OpenIddict answers its own addresses here
        provider = new OpenIdProvider(app);
        await app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Change(GenerateTokenContext token)
    {
        if (token.TokenType != TokenTypeIdentifiers.IdentityToken)
            return;
        Forge?.Invoke(token.SecurityTokenDescriptor);
        if (UsesForeignKey)
            token.SecurityTokenDescriptor.SigningCredentials = new SigningCredentials(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = token.SecurityTokenDescriptor.SigningCredentials!.Key.KeyId }, SecurityAlgorithms.RsaSha256);
    }

    private ClaimsPrincipal Principal(IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Person.Subject).SetClaim(Claims.Email, Person.Email).SetClaim(Claims.Name, Person.Name);
        if (Person.IsVerified is { } verified)
            identity.SetClaim(Claims.EmailVerified, verified);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity).SetScopes(scopes);
    }

    private static void Refuse(BaseValidatingContext asked, bool isWrong)
    {
        if (isWrong)
            asked.Reject(Errors.InvalidClient);
    }
}

/// <param name="IsVerified">Null: the provider does not say, as Microsoft does.</param>
internal sealed record OpenIdPerson(string Subject, string Email, bool? IsVerified, string Name);

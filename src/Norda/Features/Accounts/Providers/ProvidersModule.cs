using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Norda.Features.Accounts.Consents;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Providers;

/// <summary>Sign-in with OpenID providers: authorization code with PKCE; state and nonce in cookies of this host alone.</summary>
public static class ProvidersModule
{
    public static void AddSignInProviders(this WebApplicationBuilder builder)
    {
        var providers = SignInProvider.Read(builder.Configuration);
        builder.Services.AddSingleton(new SignInProviders(providers));
        builder.Services.AddSingleton<Newcomer>();
        builder.Services.AddScoped<SignInWithProvider>().AddScoped<UnlinkProvider>().AddScoped<AllowProvider>();
        foreach (var (number, provider) in providers.Index())
            builder.Services.AddAuthentication().AddOpenIdConnect(SignInProviders.Scheme(number), provider.Name, oidc => Configure(oidc, number, provider, builder.Configuration));
    }

    /// <summary>A link, not a form: browsers hold the redirect of a form against the content policy.</summary>
    public static void MapProviders(this WebApplication app) =>
        app.MapGet("/logowanie/przez/{number:int}", Challenge).Requires(Resource.SignIn, Act.Create).ExcludeFromDescription();

    private static string Callback(int number) => $"/logowanie/powrot-od/{number}";

    private static async Task Challenge(int number, string? powrot, HttpContext http, SignInProviders providers, ILogger<SignInProviders> log)
    {
        if (number < 0 || number >= providers.All.Count)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await http.ChallengeAsync(SignInProviders.Scheme(number), new OpenIdConnectChallengeProperties
            {
                RedirectUri = powrot is { Length: > 0 } && RedirectHttpResult.IsLocalUrl(powrot) ? powrot : "/start",
                Prompt = http.User.Identity is { IsAuthenticated: true } ? OpenIdConnectPrompt.Login : null, // signed in already: proves again who sits there
            });
        }
        catch (InvalidOperationException away) // its discovery document could not be read
        {
            log.LogWarning("{Provider} cannot be reached: {Reason}", providers.All[number].Name, away.GetBaseException().Message);
            Refuse(http, ProviderRefusal.Failed);
        }
    }

    private static void Configure(OpenIdConnectOptions oidc, int number, SignInProvider provider, ConfigurationManager configuration)
    {
        (oidc.Authority, oidc.ClientId, oidc.ClientSecret, oidc.CallbackPath) = (provider.Authority, provider.ClientId, provider.ClientSecret, Callback(number));
        oidc.RequireHttpsMetadata = !provider.IsLocal;
        (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true); // by query, so that cookies may stay Lax
        oidc.MapInboundClaims = false;
        oidc.ClaimActions.Remove("iss"); // an action that deletes it: the issuer is half of the name
        oidc.Scope.Add("email");
        foreach (var (cookie, name) in new[] { (oidc.CorrelationCookie, "norda-state."), (oidc.NonceCookie, "norda-nonce.") })
            (cookie.Name, cookie.Path, cookie.SameSite, cookie.SecurePolicy, cookie.HttpOnly) = (SafeCookie.Name(configuration, name), "/", SameSiteMode.Lax, SafeCookie.Policy(configuration), true);
        oidc.Events.OnRedirectToIdentityProvider = asked =>
        {
            if (configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.PublicUrl)}"] is { Length: > 0 } site)
                asked.ProtocolMessage.RedirectUri = site.TrimEnd('/') + Callback(number);
            return Task.CompletedTask;
        };
        oidc.Events.OnTicketReceived = answer => Receive(answer, provider);
        oidc.Events.OnRemoteFailure = failure =>
        {
            failure.HttpContext.RequestServices.GetRequiredService<ILogger<SignInProviders>>().LogWarning("{Provider} did not sign anybody in: {Reason}", provider.Name, failure.Failure?.GetBaseException().Message);
            failure.HandleResponse();
            Refuse(failure.HttpContext, ProviderRefusal.Failed);
            return Task.CompletedTask;
        };
    }

    private static async Task Receive(TicketReceivedContext answer, SignInProvider provider)
    {
        answer.HandleResponse(); // the session is our own
        var http = answer.HttpContext;
        if (ProviderProof.Of(provider.Name, answer.Principal) is not { } proof)
        {
            Refuse(http, ProviderRefusal.Failed);
            return;
        }

        var result = await http.RequestServices.GetRequiredService<SignInWithProvider>().Run(proof, http, http.RequestAborted);
        var back = answer.ReturnUri is { Length: > 0 } given && RedirectHttpResult.IsLocalUrl(given) ? given : "/start";
        if (result.Person is { } person)
            back = await http.RequestServices.GetRequiredService<GiveConsent>().AfterSignIn(person, back, "/konto/zgody", http.RequestAborted);
        if (result.Next == Next.Refused)
            Refuse(http, result.Refusal!);
        else
            http.Response.Redirect(result.Next switch { Next.Register => "/rejestracja", Next.Code => "/logowanie/kod" + QueryString.Create("Powrot", back), _ => back });
    }

    private static void Refuse(HttpContext http, string why) => http.Response.Redirect("/logowanie" + QueryString.Create("odmowa", why));
}

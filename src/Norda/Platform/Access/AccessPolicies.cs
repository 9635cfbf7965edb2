using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Norda.Platform.Contributions;

namespace Norda.Platform.Access;

/// <summary>Makes a policy of each row of <see cref="AccessTable"/>; an endpoint that names none needs a signed-in person.</summary>
public sealed class AccessPolicies : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    private static readonly Dictionary<string, AuthorizationPolicy> Policies = AccessTable.Rules.ToDictionary(
        rule => NameOf(rule.Key.Resource, rule.Key.Act), rule => PolicyFor(rule.Value), StringComparer.Ordinal);

    /// <summary>The table never changes while the application runs, so what an endpoint asks for is put together once.</summary>
    public bool AllowsCachingPolicies => true;

    public static string NameOf(Resource resource, Act act) => $"{resource}.{act}";

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(SignedIn);

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(SignedIn);

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => Task.FromResult(Policies.GetValueOrDefault(policyName));

    private static AuthorizationPolicy PolicyFor(Role[] roles) => roles.Contains(Role.Visitor)
        ? new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build()
        : new AuthorizationPolicyBuilder().RequireRole(roles.Select(r => r.ToString())).Build();
}

public static class AccessModule
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Me>();
        builder.Services.AddScoped<Menu>();
        builder.Services.AddSingleton<IAuthorizationPolicyProvider, AccessPolicies>();
        builder.Services.AddAuthorization();
        builder.Services.AddAntiforgery(token =>
        {
            token.Cookie.Name = SafeCookie.Name(builder.Configuration, "norda-form");
            token.Cookie.SecurePolicy = SafeCookie.Policy(builder.Configuration);
            token.Cookie.SameSite = SameSiteMode.Lax;
            token.Cookie.Path = "/"; // also under /en: the prefix of its name demands it
        });
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.RefuseForeignForms();
        app.UseAuthorization();
        app.AskForFreshProof();
        app.UseAntiforgery();
        app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
                return next(http);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }
}

/// <summary>
/// Where the site's public address is https, a cookie that names a person goes to this host alone and never in the clear; the
/// prefix makes the browser insist on both. A machine without a certificate has neither.
/// </summary>
public static class SafeCookie
{
    public const string Prefix = "__Host-";

    private static bool IsSafe(IConfiguration configuration) => configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.PublicUrl)}"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    public static string Name(IConfiguration configuration, string name) => IsSafe(configuration) ? Prefix + name : name;

    public static CookieSecurePolicy Policy(IConfiguration configuration) => IsSafe(configuration) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}

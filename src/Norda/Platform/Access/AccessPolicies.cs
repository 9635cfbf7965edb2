using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Norda.Platform.Access;

/// <summary>Makes a policy of each row of <see cref="AccessTable"/>; an endpoint that names none needs a signed-in person.</summary>
public sealed class AccessPolicies : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    private static readonly Dictionary<string, AuthorizationPolicy> Policies = AccessTable.Rules.ToDictionary(
        rule => NameOf(rule.Key.Resource, rule.Key.Act), rule => PolicyFor(rule.Value), StringComparer.Ordinal);

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
        builder.Services.AddSingleton<IAuthorizationPolicyProvider, AccessPolicies>();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "norda";
            cookie.Events.OnRedirectToLogin = answer => { answer.Response.StatusCode = StatusCodes.Status401Unauthorized; return Task.CompletedTask; };
            cookie.Events.OnRedirectToAccessDenied = answer => { answer.Response.StatusCode = StatusCodes.Status403Forbidden; return Task.CompletedTask; };
        });
        builder.Services.AddAntiforgery();
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }
}
